"""JSON as it comes, decoded to builtins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

import msgspec


class UndecodableError(Exception):
    """A text is not JSON; callers are told by an APIResponseError."""


def parse(text: bytes) -> object:
    """JSON as builtins. Raises UndecodableError."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UndecodableError(str(error)) from None


def is_object(raw: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(raw, Mapping)


def is_list(raw: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(raw, list | tuple)


def kind_of(raw: object) -> str:
    """The name that messages give to a JSON value."""
    if raw is None:
        return "null"
    if is_object(raw):
        return "object"
    return "list" if is_list(raw) else type(raw).__name__
