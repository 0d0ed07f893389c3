"""What answers of several forms have in common, found along ways that the document declares.

A way is steps with slashes between them: a field, an index, or `field=value` for the records that hold it.
Lists are gone through item by item. The first way that leads to something counts.
"""

# ruff: noqa: ANN401  # the emitted properties have the types
from __future__ import annotations

from contextlib import suppress
from typing import Any

from .json_text import UndecodableError, encode, is_list, is_object, parse


def all_in(record: object, *ways: str) -> list[Any]:
    """Everything that is there."""
    found = (_along(record, way.split("/")) for way in ways)
    return next(filter(None, found), [])


def first_in(record: object, *ways: str) -> Any:
    """The first of it, or None."""
    return next(iter(all_in(record, *ways)), None)


def text_in(record: object, *ways: str) -> str:
    """All of it as one text; what is not text as JSON."""
    found = all_in(record, *ways)
    return "".join(value if isinstance(value, str) else encode(value).decode() for value in found)


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


def _along(record: object, steps: list[str]) -> list[object]:
    values = [record]
    for step in steps:
        name, equals, wanted = step.partition("=")
        if step.isdecimal():
            values = values[int(step) :][:1]
        elif equals:
            values = [value for value in values if getattr(value, name, None) == wanted]
        else:
            inside = [getattr(value, name, None) for value in values]
            values = [item for value in inside for item in (value if is_list(value) else [value])]
            values = [value for value in values if value is not None]
    return values
