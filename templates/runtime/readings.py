"""What answers of several forms have in common, found along ways that the document declares.

A way is steps with slashes between them: a field, an index, or `field=value` for the records that hold it, or do not
say. Lists are gone through item by item. The first way that leads to something counts.
"""

# ruff: noqa: ANN401  # the emitted properties have the types
from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from .json_text import UndecodableError, encode, is_list, is_object, parse


def all_in(record: object, *ways: str) -> list[Any]:
    """Everything that is there."""
    found = (_along(record, way) for way in ways)
    return next(filter(None, found), [])


def first_in(record: object, *ways: str) -> Any:
    """The first of it, or None."""
    return next(iter(all_in(record, *ways)), None)


def joined_in(record: object, *ways: str) -> list[Any]:
    """Everything that is there, and what a stream put together up to this piece of it."""
    return [*all_in(record, *ways), *vars(record).get("_joined", ())]


def text_in(record: object, *ways: str) -> str:
    """All of it as one text; what is not text as JSON. The first way to any text counts."""
    return next(filter(None, (_text(_along(record, way)) for way in ways)), "")


def _text(values: list[object]) -> str:
    return "".join(value if isinstance(value, str) else encode(value, allow_nan=True).decode() for value in values)


def object_in(record: object, *ways: str) -> dict[str, object]:
    """A JSON object, which may come as its text; an empty one where there is none.

    Raises ValueError, with the text, for one that is cut or holds something else: an answer that ran out of tokens
    ends anywhere.
    """
    value = first_in(record, *ways)
    if isinstance(value, str) and value.strip():
        with suppress(UndecodableError):
            value = parse(value)
    if value not in (None, "") and not is_object(value):
        raise ValueError(f"Expected the text of a JSON object but received {value!r}")
    return dict(value) if is_object(value) else {}


@cache
def _steps(way: str) -> list[tuple[str, int, str | None]]:
    """The steps of a way: a field, the place in a list if it is one, and what the field has to hold."""
    steps = []
    for step in way.split("/"):
        name, equals, wanted = step.partition("=")
        steps.append((name, int(step) if step.isdecimal() else -1, wanted if equals else None))
    return steps


def _along(record: object, way: str) -> list[Any]:
    values = [record]
    for name, place, wanted in _steps(way):
        if place >= 0:
            values = values[place:][:1]
        elif wanted is not None:
            values = [value for value in values if str(getattr(value, name, wanted) or wanted) == wanted]
        else:
            inside = [getattr(value, name, None) for value in values]
            values = []
            for value in inside:
                if is_list(value):
                    values += value
                elif value is not None:
                    values.append(value)
    return values


class Joined:
    """Puts together what comes in pieces: one text in them grows, and the rest is said once."""

    def __init__(self, way: str, grows: str) -> None:
        self._way, self._grows = way, grows.split("/")
        self._name = way.rpartition("/")[2].encode()
        self._whole: dict[object, tuple[Any, dict[str, Any]]] = {}

    def add(self, record: object, data: bytes) -> None:
        """Take the pieces in a record. `index` says what a piece belongs to; one without it is whole.

        What is no object is left where it came, and was reported there.
        """
        for piece in all_in(record, self._way) if self._name in data else ():
            if said := piece if is_object(piece) else getattr(piece, "to_dict", dict)():
                index = said.get("index", ...)
                key = index if isinstance(index, int | str | None) else ("whole", len(self._whole))
                _, whole = self._whole.setdefault(key, (type(piece), {}))
                _join(whole, said, self._grows)

    def take(self) -> list[Any]:
        """What was put together, once."""
        found, self._whole = self._whole, {}
        return [whole if cls is dict else cls.from_dict(whole) for cls, whole in found.values()]


def _join(whole: dict[str, Any], piece: Mapping[str, Any], grows: Sequence[str]) -> None:
    for name, value in piece.items():
        before = whole.get(name)
        if is_object(value):
            whole[name] = before if is_object(before) else {}
            _join(whole[name], value, grows[1:] if grows[:1] == [name] else ())
        elif grows == [name] and isinstance(before, str) and isinstance(value, str):
            whole[name] = before + value
        elif before is None or before == "":
            whole[name] = value
