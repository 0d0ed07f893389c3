"""What callers can name of models by name: runners, what they take, what they answer.

``models.KimiK26Input.tools``, ``models.answers.ChatCompletion.usage``: requests and answers have
names of their own, so that a class of one may be called as one of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from flaregen.names.annotations import field_types, member_types
from flaregen.names.named import NamedClass, NamedField
from flaregen.names.named_models import Answer, NamedForm, NamedGroup, NamedModels, members
from flaregen.names.reach import reached
from flaregen.names.readings import Fields, named_readings
from flaregen.names.symbol import Symbol
from flaregen.names.types import ClassType, Type, references, renamed
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction

_PREFIXES: dict[Direction, str] = {"request": "models.", "response": "models.answers."}


def model_symbols(models: NamedModels, queued: str) -> Iterator[Symbol]:
    """The symbols of runners, of requests and of answers.

    ``queued`` is the fact that says whether a model can be queued.
    """
    for group in models.groups:
        places = tuple(model.pointer for model in group.group.models)
        yield from _runners(group, queued)
        for prefix, forms in group.calls.items():
            yield from _class(f"{prefix}Input", "request", members(forms), places)
    yield from _classes(models, "request", models.inputs)
    yield from _classes(models, "response", models.answers)


def _runners(group: NamedGroup, queued: str) -> Iterator[Symbol]:
    """The runners of a group, their methods and what these give, and the models that have them."""
    inputs = tuple(f"{_PREFIXES['request']}{prefix}Input" for prefix in group.calls)
    for name, models in group.runners(queued).items():
        runner = f"{_PREFIXES['request']}{name}Runner"
        places = tuple(model.pointer for model in models)
        yield Symbol(runner, "class", "none", pointers=places)
        if models[0] in group.queued(queued):
            yield Symbol(f"{runner}.batch", "derived method", "none", pointers=places)
        yield from _calls(group, runner, places)
        for model in models:
            called, types = f"models[{model.value}]", (runner, *inputs)
            yield Symbol(called, "runner", "none", types, (model.pointer,))


def _calls(group: NamedGroup, runner: str, places: tuple[Pointer, ...]) -> Iterator[Symbol]:
    """What the methods of a runner give; one whose models take no body has none."""
    at = tuple(place.child("responses") for place in places)
    answers = [form.answer for form in group.forms]
    events = [form.event for form in group.forms if form.event]
    for answer in (*answers, *events):
        if answer is not None and answer.type is not None:
            name = f"{_PREFIXES['response']}{answer.name}"
            yield Symbol(name, "alias", "response", _type(answer), at)
    if answers:
        yield Symbol(f"{runner}.run()", "answer", "response", _given(answers), at)
    if events:
        yield Symbol(f"{runner}.stream", "derived method", "none", (), places)
        yield Symbol(f"{runner}.stream()", "answer", "response", _given(events), at)


def _given(answers: Iterable[Answer | None]) -> tuple[str, ...]:
    """The types that a method gives, each once."""
    found = (_type(answer) if answer else ("object",) for answer in answers)
    return tuple(dict.fromkeys(text for types in found for text in types))


def _type(answer: Answer) -> tuple[str, ...]:
    prefix = _PREFIXES["response"]
    if answer.type is not None:
        return member_types(renamed(answer.type, lambda other: f"{prefix}{other}"), "response")
    return (f"{prefix}{answer.name}" if answer.module else answer.name,)


def _classes(
    models: NamedModels, direction: Direction, classes: Sequence[NamedClass]
) -> Iterator[Symbol]:
    users = _users(models, direction, {cls.name: cls for cls in classes})
    fields = {cls.name: cls.fields for cls in classes}
    for cls in classes:
        own = _class(cls.name, direction, cls.fields, (cls.schema.pointer,))
        for one in (*own, *(_readings(cls, fields) if direction == "response" else ())):
            yield replace(one, operations=tuple(users.get(cls.name, ())))


def _readings(cls: NamedClass, classes: Fields) -> Iterator[Symbol]:
    prefix = _PREFIXES["response"]
    for reading in named_readings(cls.schema, cls.fields, classes):
        found = replace(reading, type=renamed(reading.type, lambda other: f"{prefix}{other}"))
        at = (cls.schema.pointer.child("x-reads", reading.reading.name),)
        name = f"{prefix}{cls.name}.{reading.reading.name}"
        yield Symbol(name, "field", "response", found.types, at)


def _users(
    models: NamedModels, direction: Direction, classes: Mapping[str, NamedClass]
) -> dict[str, list[Pointer]]:
    """The models that take or answer each class, by its name."""

    def inside(types: Iterable[Type]) -> list[str]:
        return [name for type_ in types for name in references(type_) if name in classes]

    found: dict[str, list[Pointer]] = {}
    for group in models.groups:
        starts = inside(type_ for form in group.forms for type_ in _types(form, direction))
        for name in reached(starts, lambda name: inside(f.type for f in classes[name].fields)):
            found.setdefault(name, []).extend(model.pointer for model in group.group.models)
    return found


def _types(form: NamedForm, direction: Direction) -> Iterator[Type]:
    if direction == "request":
        yield from (field.type for field in form.fields)
    else:
        answers = (one for one in (form.answer, form.event) if one)
        yield from (answer.type or ClassType(answer.name) for answer in answers)


def _class(
    name: str, direction: Direction, fields: Iterable[NamedField], places: tuple[Pointer, ...]
) -> Iterator[Symbol]:
    full = f"{_PREFIXES[direction]}{name}"
    yield Symbol(full, "class", direction, pointers=places)
    for field in fields:
        type_ = renamed(field.type, lambda other: f"{_PREFIXES[direction]}{other}")
        types = field_types(replace(field, type=type_), direction)
        at = (field.schema.pointer,)
        yield Symbol(f"{full}.{field.name}", "field", direction, types, at, required=field.required)
