"""Labels that tell the objects of a union apart, from their content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from flaregen.names.identifiers import ClassName, class_name, singular
from flaregen.pointer import Pointer
from flaregen.schemas.schema import (
    Array,
    Binary,
    Enumeration,
    Field,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    Schema,
    Union,
)


def component(pointer: Pointer) -> str:
    """The name of the component that a pointer leads to, or empty.

    At its discriminator it is apart from those that inherit from it.
    """
    match pointer.tokens:
        case ("components", "schemas", name, *rest) if rest in (
            [],
            ["discriminator"],
        ) and class_name((name,)):
            return name
        case _:
            return ""


def written(pointer: Pointer) -> tuple[str, ...]:
    """The component around a schema, and the properties that lead from there to it."""
    if pointer.tokens[:2] != ("components", "schemas"):
        return ()
    _, _, owner, *rest = pointer.tokens
    words: list[str] = [owner]
    for before, step in pairwise(rest):
        if before == "properties":
            words.append(step)
        elif step == "items" and len(words) > 1:
            words[-1] = singular(words[-1])
    return tuple(words)


def status(pointer: Pointer) -> str:
    """The status of the answer that a schema belongs to, or empty."""
    tokens = pointer.tokens
    at = tokens.index("responses") + 1 if "responses" in tokens[:4] else len(tokens)
    return tokens[at] if at < len(tokens) else ""


def label(schema: Object, siblings: Sequence[Object], title: str) -> str:
    """A label for one of several objects, or empty.

    In this order: the value of the property that discriminates, the title, the name of the
    component, and what its properties say.
    """
    others = [sibling for sibling in siblings if sibling is not schema]
    if not others:
        return ""
    named = (_constant(schema, others), title, component(schema.pointer))
    return next((text for text in named if class_name((text,))), own_label(schema, siblings))


def own_label(schema: Object, siblings: Sequence[Object]) -> str:
    """A label from properties alone, or empty.

    In this order: the value of the property that discriminates, a required property that the
    others do not require, a property that the others do not have, the kind of a property
    that is of another kind in each of the others, and the same of an object in each of them.
    """
    others = [sibling for sibling in siblings if sibling is not schema]
    return next((text for text in _labels(schema, others) if class_name((text,))), "")


def _labels(schema: Object, others: Sequence[Object]) -> Iterator[str]:
    yield _constant(schema, others)
    yield from _own(schema, others)
    yield from _kinds(schema, others)
    for field in _in_order(schema):
        theirs = [f.schema for one in others for f in one.fields if f.wire == field.wire]
        inside = [one for one in theirs if isinstance(one, Object)]
        if isinstance(field.schema, Object) and len(inside) == len(others):
            yield own_label(field.schema, (field.schema, *inside))


def _constant(schema: Object, others: Sequence[Object]) -> str:
    """The value of a property with one value, if each sibling has other values there."""
    found: list[tuple[int, str, str]] = []
    for field in schema.fields:
        values = _values(field.schema)
        if len(values) != 1:
            continue
        theirs = [_values(f.schema) for one in others for f in one.fields if f.wire == field.wire]
        if theirs and not any(values & one or not one for one in theirs):
            alone = sum(len(one) == 1 for one in theirs)
            found.append((-alone, field.wire, next(iter(values))))
    return min(found, default=(0, "", ""))[2]


def _values(schema: Schema) -> set[str]:
    """The values of an enumeration as words of a name; empty for other schemas."""
    if not isinstance(schema, Enumeration):
        return set()
    return {_word(str(value)) for value in schema.values} - {""}


@lru_cache(maxsize=100_000)
def _word(text: str) -> str:
    """A text as part of a name. Cached: siblings ask for the same few texts."""
    return str(class_name((text,)))


def _own(schema: Object, others: Sequence[Object]) -> Iterator[str]:
    demanded = {name for one in others for name in one.required}
    present = {field.wire for one in others for field in one.fields}
    fields = _in_order(schema)
    yield from (field.wire for field in fields if field.required and field.wire not in demanded)
    yield from (field.wire for field in fields if field.wire not in present)


def _in_order(schema: Object) -> Sequence[Field]:
    """The fields in an order of their own: where the document has them says nothing."""
    return sorted(schema.fields, key=lambda field: field.wire)


def _kinds(schema: Object, others: Sequence[Object]) -> Iterator[str]:
    for field in _in_order(schema):
        theirs = {_kind(f) for one in others for f in one.fields if f.wire == field.wire}
        if _kind(field) not in theirs:
            yield f"{field.wire} {kind(field.schema)}"


def _kind(field: Field) -> str:
    """The kind of a field as part of a name, in lower case."""
    return _word(kind(field.schema)).lower()


def kind(schema: Schema) -> str:
    """A word for what a value is; the first value of an enumeration."""
    match schema:
        case Scalar():
            return schema.kind
        case Enumeration():
            return str(schema.values[0]) if schema.values else "nothing"
        case Binary():
            return "bytes"
        case Array():
            return f"{kind(schema.items)} list"
        case Map():
            return "map"
        case Null():
            return "null"
        case Object() | Recursion():
            return "object"
        case Union():
            return " or ".join(dict.fromkeys(map(kind, schema.members)))
        case _:
            return "any"


def places(
    found: Iterable[tuple[Pointer, int]], spelling: Mapping[str, str]
) -> Sequence[ClassName]:
    """Names for an object from the places where it is written, each given with its user.

    The one that most users have comes first, so that a place of its own that one of them gets
    renames nothing; of the others, the shortest.
    """
    users: dict[ClassName, set[int]] = {}
    for pointer, user in found:
        users.setdefault(class_name(written(pointer), spelling), set()).add(user)
    most = len({user for own in users.values() for user in own}) / 2
    return sorted(users, key=lambda name: (len(users[name]) <= most, len(name), name))
