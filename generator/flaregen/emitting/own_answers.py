"""Models whose answer the class of their task cannot hold.

A call of a model by keyword is typed by the task of the model, so that it reads alike for all
models of the task. A form is apart where the task has no form like it, or where its answer
fills nothing of the class of the task: such calls give the model's own class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import OwnCall
from flaregen.names.named import NamedTask
from flaregen.names.named_models import NamedForm, NamedGroup
from flaregen.schemas.schema import Anything, Array, Object, Schema, Union


def forms_apart(group: NamedGroup, tasks: Sequence[NamedTask]) -> tuple[NamedForm, ...]:
    """The forms that are answered in classes of their own: all of them where there is no task."""
    own = _tasks_of(group, tasks)
    return tuple(f for f in group.forms if not own or any(_is_apart(f, task) for task in own))


def own_calls(
    groups: Iterable[tuple[NamedGroup, str]], tasks: Sequence[NamedTask]
) -> Iterator[OwnCall]:
    """Signatures for forms apart; with each group comes the annotation of its names.

    What gives the same whatever its keywords are is one signature.
    """
    alone: dict[tuple[str, str], list[tuple[str, frozenset[str]]]] = {}
    divided: list[OwnCall] = []
    for group, names in groups:
        apart = forms_apart(group, tasks)
        rows = dict(_rows(group, apart, tasks)) if apart else {}
        models = frozenset(literal(model.value) for model in group.group.models)
        if len({*rows.values()}) == 1:
            alone.setdefault(next(iter(rows.values())), []).append((names, models))
        else:
            divided += [
                OwnCall(names, models, keywords, *gives) for keywords, gives in rows.items()
            ]
    for gives, alike in alone.items():
        models = frozenset().union(*(models for _, models in alike))
        yield OwnCall(" | ".join(names for names, _ in alike), models, (), *gives)
    yield from divided


def _tasks_of(group: NamedGroup, tasks: Sequence[NamedTask]) -> list[NamedTask]:
    models = {model.value for model in group.group.models}
    return [task for task in tasks if task.response and models.intersection(task.models)]


def _is_apart(form: NamedForm, task: NamedTask) -> bool:
    known = task.response
    if known is None:
        return True
    is_file = form.answer is not None and form.answer.is_file
    if is_file or known.variant.schema is None:
        return is_file != (known.variant.schema is None)
    names = {field.wire for field in form.fields}
    chunk = known.chunk.schema if known.chunk else None
    pairs = ((form.form.answer, known.variant.schema), (form.form.event, chunk))
    filled = (one is not None and fills(found, one) for found, one in pairs if found)
    return names.isdisjoint(_beginnings(task)) or not all(filled)


def own_name(name: str, tasks: Sequence[NamedTask]) -> str:
    """A class of a model's own, among those of tasks."""
    known = [task.response for task in tasks if task.response]
    taken = {str(one.name) for one in known} | {str(one.chunk.name) for one in known if one.chunk}
    return f"Own{name}" if name in taken else name


def _beginnings(task: NamedTask) -> Mapping[str, str]:
    """Keywords that begin a form of a task, by wire name: what it requires, or all it has."""
    found: dict[str, str] = {}
    for variant in task.variants:
        fields = variant.cls.fields
        needed = [field for field in fields if field.required] or fields
        found |= {field.wire: str(field.name) for field in needed}
    return found


def fills(answer: Schema, known: Schema) -> bool:
    """Whether an answer has anything for a class; a record in it, such as usage, is too little."""
    match answer, known:
        case (Anything(), _) | (_, Anything()):
            return True
        case Union(), _:
            return all(fills(member, known) for member in answer.members)
        case _, Union():
            return any(fills(answer, member) for member in known.members)
        case Object(), Object():
            names = {field.wire for field in known.fields}
            shared = (f.wire for f in answer.fields if not isinstance(f.schema, Object))
            return not names.isdisjoint(shared)
        case Array(), Array():
            return fills(answer.items, known.items)
        case _:
            return type(answer) is type(known)


def _rows(
    group: NamedGroup, apart: Sequence[NamedForm], tasks: Sequence[NamedTask]
) -> Iterator[tuple[tuple[str, ...], tuple[str, str]]]:
    """What calls with these keywords give: an answer and, where any form streams, an event.

    What begins a form of the task is of the task, as long as it has a form that is.
    """
    found = _tasks_of(group, tasks) if len(apart) < len(group.forms) else []
    known = {field.wire for form in apart for field in form.fields}
    streams = any(form.event for form in group.forms)
    of_task = either(task.response.name for task in found if task.response)
    chunks = (task.response.chunk for task in found if task.response)
    by_task = (of_task, (either(c.name for c in chunks if c) or of_task) if streams else "")
    for task in found:
        begun = (name for wire, name in _beginnings(task).items() if wire not in known)
        yield from (((name,), by_task) for name in begun)
    gives = [
        (
            tuple(str(field.name) for field in form.fields if field.required),
            _own(form, tasks, streams=streams) if form in apart else by_task,
        )
        for form in group.forms
    ]
    yield from sorted((one for one in gives if one[0]), key=lambda one: -len(one[0]))
    others = [one for needed, one in gives if not needed] or [one for _, one in gives]
    yield (), (either(answer for answer, _ in others), either(event for _, event in others))


def _own(form: NamedForm, tasks: Sequence[NamedTask], *, streams: bool) -> tuple[str, str]:
    """What a form gives; where it has no stream, JSON in its place is one piece."""
    answer = own_name(form.answer.name, tasks) if form.answer else "object"
    event = own_name(form.event.name, tasks) if form.event else answer
    return answer, event if streams else ""


def either(texts: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(name for text in texts for name in text.split(" | ") if name))
