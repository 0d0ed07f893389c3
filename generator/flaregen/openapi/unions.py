"""The members of a union: null left out, nested ones taken apart, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flaregen.document import JSON, JSONObject, as_object, texts_in
from flaregen.openapi.bounds import TIGHTER, number
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import type_list
from flaregen.openapi.json_values import json_text
from flaregen.openapi.keywords import lists_values, says_only, values_of
from flaregen.openapi.nullability import is_null
from flaregen.openapi.references import References
from flaregen.openapi.restrictions import admits_nothing, restricting_keywords, restricts

_PLAIN = ("string", "integer", "number")
_NUMBERS = ("number", "integer")
_BOUNDS = {*TIGHTER, "pattern"}
_MOST_COMPARED = 50
"""Members of different bounds of which every two are compared."""


def members_of(child: Cursor, references: References, *, keep_titled: bool) -> tuple[Cursor, ...]:
    """The members under ``oneOf`` or ``anyOf``, those of unions inside of it in their place.

    With ``keep_titled`` what has a title stays as it is. Each type of a list is a member of its
    own, and the values that several members list are one.
    """
    apart = [*_taken_apart(child, references, keep_titled=keep_titled)]
    found: list[Cursor] = []
    values: dict[int, Cursor] = {}
    for cursor in apart:
        end = references.resolve(cursor)
        if keep_titled and end.text("title"):
            found.append(cursor)
        elif lists_values(end.value):
            values[len(found)] = end
            found.append(cursor)
        else:
            types = _types_alone(end)
            found += [Cursor({"type": one}, end.parent, end.token) for one in types] or [cursor]
    if 1 < len(values) < len(found):
        found = _with_values_together(found, values)
    return tuple(_unique(found, references, is_exclusive=child.token == "oneOf"))  # noqa: S105  a key


def _with_values_together(found: Sequence[Cursor], listing: Mapping[int, Cursor]) -> list[Cursor]:
    """The members with one in place of those, by their positions, that list values."""
    first, *others = listing
    place = listing[first]
    values = [value.value for end in listing.values() for value in values_of(end)]
    together = Cursor({"enum": values}, place.parent, place.token)
    gone = {*others}
    return [together if n == first else cursor for n, cursor in enumerate(found) if n not in gone]


def _types_alone(end: Cursor) -> list[JSON]:
    """The types that a member lists, where that is all it says."""
    names = [name for name in type_list(end.value) if name != "null"]
    return names if len(names) > 1 and says_only(end.value, {"type"}) else []


def _taken_apart(child: Cursor, references: References, *, keep_titled: bool) -> Iterator[Cursor]:
    """The members of a union, those of unions inside of it in their place.

    Null is left out, and what admits nothing.
    """
    seen: set[int] = set()
    pending = [child]
    while pending:
        cursor = pending.pop()
        if isinstance(cursor.value, list):
            pending += reversed(list(cursor.elements()))
            continue
        end = references.resolve(cursor)
        if id(end.value) in seen or is_null(end.value) or admits_nothing(end.value):
            continue
        nested = _nested(end, references)
        if nested is None or (keep_titled and end.text("title")):
            yield cursor
        else:
            seen.add(id(end.value))
            pending.append(nested)


def _nested(end: Cursor, references: References) -> Cursor | None:
    """The members of a node that is a union and nothing else, or one in an ``allOf``."""
    for keyword in ("oneOf", "anyOf", "allOf"):
        found = end.get(keyword)
        if found is None or restricts(end.value, {keyword}):
            continue
        if keyword != "allOf":
            return found
        parts = [
            element
            for element in found.elements()
            if element.value is False or restricts(element.value)
        ]
        return _nested(references.resolve(parts[0]), references) if len(parts) == 1 else None
    return None


def _unique(
    cursors: Iterable[Cursor], references: References, *, is_exclusive: bool
) -> Iterator[Cursor]:
    """Each member once, without those that another one covers.

    Where no value may match two, those are refused, but for the integers next to all numbers.
    """
    covers = _is_wider_type if is_exclusive else _covers
    found = list(cursors)
    bounded = [_bounds(references.resolve(cursor).value) for cursor in found]
    wider = list({json_text(one): one for one in bounded if one}.values())
    if len(wider) > _MOST_COMPARED:
        wider = []
    seen: set[str] = set()
    for cursor, own in zip(found, bounded, strict=True):
        is_covered = own is not None and any(covers(one, own) for one in wider)
        # Components of different names are different members, however alike.
        if not is_covered and (text := json_text(cursor.value)) not in seen:
            seen.add(text)
            yield cursor


def _bounds(value: JSON) -> JSONObject | None:
    """The bounds of a member of one type that is a text or a number, or all that one requires.

    None for any other. Values, files and formats are members of their own: callers pass something
    else for them. So are objects with a title, which may have an answer of the same title.
    """
    own, types = as_object(value), [name for name in type_list(value) if name != "null"]
    keys = {*restricting_keywords(own)} - {"type"}
    if keys == {"required"} and types in ([None], ["object"]) and "title" not in own:
        return {"type": types[0], "required": [*sorted(texts_in(own["required"]))]}
    if len(types) != 1 or types[0] not in _PLAIN or not keys <= _BOUNDS:
        return None
    return {"type": types[0]} | {key: own[key] for key in keys}


def _is_wider_type(wider: JSONObject, own: JSONObject) -> bool:
    return (wider["type"], own["type"]) == _NUMBERS and wider == {**own, "type": wider["type"]}


def _covers(wider: JSONObject, own: JSONObject) -> bool:
    """Whether a member has all values of another one, and more: an integer is a number already."""
    same_type = wider["type"] == own["type"] or (wider["type"], own["type"]) == _NUMBERS
    return (
        same_type
        and wider != own
        and all(
            key == "type" or (key in own and _is_within(key, value, own[key]))
            for key, value in wider.items()
        )
    )


def _is_within(key: str, wider: JSON, own: JSON) -> bool:
    if key == "required":
        return {*texts_in(wider)} <= {*texts_in(own)}
    first, second = number(wider), number(own)
    if key not in TIGHTER or first is None or second is None:
        return json_text(wider) == json_text(own)
    return TIGHTER[key](first, second) == second
