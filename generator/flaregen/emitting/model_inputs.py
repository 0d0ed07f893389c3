"""TypedDicts for what models take: what several groups share in one module, the rest in theirs.

And what is known of a group of models at run time, as source.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flaregen.emitting.literals import docstring, literal, wrapped
from flaregen.emitting.model_package import Line, TypedDictText
from flaregen.emitting.prose import class_text, field_docstring
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, class_name, is_plain
from flaregen.names.named import NamedClass, NamedField
from flaregen.names.named_models import Answer, NamedForm, NamedGroup, NamedModels
from flaregen.names.types import ClassType, ListType, MapType, Type, UnionType, members_of
from flaregen.openapi.media_types import JSON_TYPE

_FEWEST = 3
"""So many members that groups have in common are worth a base of their own."""


@dataclass(slots=True)
class Annotations:
    """Types as source, with the aliases of unions. ``aliases`` has each by what it means."""

    aliases: dict[Type, str] = field(default_factory=dict)
    returned: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Classes of answers that may be sent where a class of requests may."""

    def text(self, type_: Type, *, whole: bool = False) -> str:
        """``whole`` spells out what an alias means."""
        match type_:
            case UnionType(members) if not whole:
                return self._with_alias(members)
            case UnionType(members):
                return " | ".join(dict.fromkeys(map(self.text, members)))
            case ClassType(name):
                return " | ".join((name, *self.returned.get(name, ())))
            case ListType(items):
                return f"Sequence[{self.text(items)}]"
            case MapType(values):
                return f"Mapping[str, {self.text(values)}]"
            case _:
                return annotation(type_, "request")

    def _with_alias(self, members: Sequence[Type]) -> str:
        """A union may be the one of an alias and more, such as null."""
        for known, alias in self.aliases.items():
            parts = members_of(known)
            if set(parts) <= set(members):
                rest = [member for member in members if member not in parts]
                return " | ".join((alias, *dict.fromkeys(map(self.text, rest))))
        return " | ".join(dict.fromkeys(map(self.text, members)))


@dataclass(frozen=True, slots=True)
class Settings:
    """Members that a component gives to several groups."""

    name: ClassName
    component: str
    lines: tuple[Line, ...]


def spelled(models: NamedModels, returned: Mapping[str, Sequence[str]]) -> Annotations:
    """The largest unions first: a smaller one may be part of it."""
    ordered = sorted(models.unions.items(), key=lambda pair: -len(members_of(pair[1])))
    return Annotations({type_: name for name, type_ in ordered}, returned)


def typed_dict(cls: NamedClass, known: Annotations) -> TypedDictText:
    """The TypedDict of an object inside of a request."""
    text = class_text(cls.schema, cls.schema.own_description or cls.schema.description)
    documented = docstring(text) if text else ""
    lines = [line(field, known) for field in cls.fields]
    if all(is_plain(field.wire) for field in cls.fields):
        return dict_text(cls.name, (), documented, lines)
    return TypedDictText(cls.name, "", documented, (), functional_items(cls.fields, known.text))


def functional_items(fields: Iterable[NamedField], text: Callable[[Type], str]) -> str:
    """In a TypedDict of the functional kind annotations are evaluated, unless they are texts."""
    marks = (("Required" if field.required else "NotRequired", field) for field in fields)
    return ", ".join(
        f"{literal(field.wire)}: {mark}[{literal(text(field.type))}]" for mark, field in marks
    )


def line(field: NamedField, known: Annotations) -> Line:
    match field.schema.pointer.tokens:
        case ("components", "schemas", owner, "properties", _):
            pass
        case _:
            owner = ""
    return Line(
        field.name,
        known.text(field.type),
        field.required,
        field_docstring(field.schema, sent=True, indent=8),
        owner,
    )


def dict_text(
    name: str, bases: Sequence[str], documented: str, lines: Iterable[Line]
) -> TypedDictText:
    """Where all members are required, it needs no marks."""
    found = tuple(lines)
    if found and all(one.required for one in found) and not bases:
        plain = tuple(replace(one, required=False) for one in found)
        return TypedDictText(name, "TypedDict", documented, plain)
    return TypedDictText(name, f"{', '.join(bases) or 'TypedDict'}, total=False", documented, found)


def wider(lines: Sequence[Line], others: Iterable[Sequence[Line]]) -> tuple[Line, ...]:
    """What other forms have besides all of these members, as members that may be left out.

    Of two forms in one signature, checkers forget the one that has all of the other and more.
    """
    own = {(one.key, one.typed) for one in lines}
    found: dict[str, Line] = {}
    for other in others:
        if own < {(one.key, one.typed) for one in other}:
            more = [one for one in other if (one.key, one.typed) not in own]
            found |= {one.key: replace(one, required=False) for one in more}
    return tuple(found.values())


def settings(
    groups: Sequence[Sequence[Line]], taken: Iterable[str], whole: Container[str]
) -> tuple[Settings, ...]:
    """What several groups have from one component, the same in each of them.

    Not from what is ``whole`` the request of a group: it stays with that when a model leaves it.
    """
    owned: dict[str, list[dict[str, Line]]] = {}
    for lines in groups:
        for owner in dict.fromkeys(
            one.owner for one in lines if one.owner and one.owner not in whole
        ):
            own = {one.key: one for one in lines if one.owner == owner}
            owned.setdefault(owner, []).append(own)
    names = set(taken)
    return tuple(_settings(owned, names))


def _settings(
    owned: Mapping[str, Sequence[dict[str, Line]]], taken: set[str]
) -> Iterator[Settings]:
    for owner, found in owned.items():
        common = [
            one for key, one in found[0].items() if all(other.get(key) == one for other in found)
        ]
        if len(found) > 1 and len(common) >= _FEWEST:
            name = class_name((owner,))
            yield Settings(
                ClassName(f"{name}Members") if name in taken else name, owner, tuple(common)
            )


def settings_text(one: Settings) -> TypedDictText:
    return dict_text(one.name, (), docstring("What several models take."), one.lines)


def root(
    name: str, description: str, lines: Sequence[Line], shared: Sequence[Settings]
) -> TypedDictText:
    """The TypedDict of a whole call, with the settings that it has in common with others."""
    owners = {line.owner for line in lines}
    bases = [one for one in shared if one.component in owners and {*one.lines} <= {*lines}]
    inherited = {line.key for one in bases for line in one.lines}
    own = [line for line in lines if line.key not in inherited]
    documented = docstring(description or "What the model takes.", indent=8)
    return dict_text(name, [one.name for one in bases], documented, own)


def places(form: NamedForm, classes: Mapping[str, NamedClass]) -> Iterator[tuple[str, str]]:
    """Where in a request files are a list of their bytes, or a data URL."""
    for member in form.fields:
        yield from _places(member.wire, member.type, classes, frozenset())


def _places(
    place: str, type_: Type, classes: Mapping[str, NamedClass], around: frozenset[str]
) -> Iterator[tuple[str, str]]:
    match type_:
        case UnionType(members):
            for member in members:
                yield from _places(place, member, classes, around)
        case ListType(items):
            yield from _places(place, items, classes, around)
        case ClassType(name) if name not in around:
            for one in classes[name].fields:
                inside = f"{place}.{one.wire}"
                yield from _places(inside, one.type, classes, around | {name})
        case _:
            if encoding := _ENCODINGS.get(type(type_).__name__):
                yield place, encoding


_ENCODINGS = {"OctetsType": "octets", "DataURLType": "data-url"}


def row(
    group: NamedGroup, classes: Mapping[str, NamedClass], apart: Container[NamedForm]
) -> Iterator[tuple[str, str]]:
    """What is known at run time, less what is usual. Forms ``apart`` are not of a task."""
    raw, forms = group.group, group.forms
    yield "name", literal(str(group.name))
    yield "forms", f"({''.join(f'{_form(one, apart=one in apart)}, ' for one in forms)})"
    if raw.media_type != JSON_TYPE:
        yield "media_type", literal(raw.media_type)
    if raw.files:
        yield "files", f"({''.join(f'{literal(file)}, ' for file in raw.files)})"
        yield "raw", literal(raw.raw)
    fields = {f.name: f.wire for form in forms for f in form.fields}
    if raw.query:
        yield "query", _mapping((n, wire) for n, wire in fields.items() if wire in raw.query)
    if renamed := [(name, wire) for name, wire in fields.items() if name != wire]:
        yield "renamed", _mapping(renamed)
    if found := dict(pair for form in forms for pair in places(form, classes)):
        yield "places", _mapping(found.items())
    if flags := sorted({form.form.stream_flag for form in forms if form.event}):
        yield "flag", literal(flags[0])
    if any(form.form.streams for form in forms):
        yield "streams", "True"


def _form(form: NamedForm, *, apart: bool) -> str:
    required = " ".join(f.wire for f in form.fields if f.required)
    optional = [f.wire for f in form.fields if not f.required]
    answer, event = _reference(form.answer), _reference(form.event)
    values = [literal(required), wrapped(optional, indent=12, before=12), literal(answer)]
    values += [literal(event)] if event else []
    return f"Form({', '.join(values + (['apart=True'] if apart else []))})"


def _mapping(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{literal(name)}: {literal(value)}" for name, value in pairs) + "}"


def _reference(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return f"{answer.module or 'binary'}.{answer.name}"
