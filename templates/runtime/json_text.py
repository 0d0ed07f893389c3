"""JSON as text: decoding, encoding, and what messages call its values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import TypeGuard, cast

import msgspec

# Of a list of bytes, so many are encoded at once.
_STEP = 64 * 1024


class UndecodableError(Exception):
    """A text is not JSON; callers get an APIResponseError."""


def parse(text: bytes | str) -> object:
    """JSON as builtins. Raises UndecodableError."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        # Halves of surrogate pairs, which texts that are cut end with, and NaN, which Python's own encoder writes.
        with suppress(ValueError, RecursionError):
            return cast("object", json.loads(text))
        raise UndecodableError(str(error)) from None


def encode(value: object, *, allow_nan: bool = False) -> bytes:
    """JSON for builtins. Raises TypeError for what JSON cannot hold, ValueError for NaN unless that becomes null."""
    try:
        content = msgspec.json.encode(value)
    except UnicodeEncodeError:
        # Half of a surrogate pair, as an answer may hold it: an escape says the same in ASCII.
        text = _dumps(value, allow_nan=allow_nan)
        return _dumps(json.loads(text, parse_constant=lambda _: None), allow_nan=False) if allow_nan else text
    if not allow_nan and b"null" in content:
        _dumps(value, allow_nan=False)
    return content


def text_of(value: object, indent: int | None) -> str:
    """JSON text for builtins, with null for NaN, on one line unless indented by so many spaces."""
    content = encode(value, allow_nan=True)
    # Text of ASCII alone may have escapes for what UTF-8 cannot hold.
    ascii_alone = content.isascii()
    return content.decode() if indent is None else json.dumps(parse(content), indent=indent, ensure_ascii=ascii_alone)


def numbers(content: bytes) -> msgspec.Raw:
    """The list of its bytes, as JSON; made in steps, since one for all of it would leave no other thread its turn."""
    steps = range(0, len(content), _STEP)
    return msgspec.Raw(b"[%b]" % b",".join([encode([*content[start : start + _STEP]])[1:-1] for start in steps]))


def _dumps(value: object, *, allow_nan: bool) -> bytes:
    try:
        return json.dumps(value, allow_nan=allow_nan, default=_builtins, separators=(",", ":")).encode()
    except ValueError:
        raise ValueError("A number is NaN or infinite, which JSON cannot hold") from None


def _builtins(value: object) -> object:
    return msgspec.json.decode(value) if isinstance(value, msgspec.Raw) else msgspec.to_builtins(value)


def plain(value: object) -> object:
    """A value outside of JSON as JSON has it: moments, members of enumerations, models; lists item by item."""
    if isinstance(value, Enum):
        return value.value
    if is_list(value):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else dumped(value)


def dumped(value: object) -> object:
    """A pydantic model as JSON, with what was set, as the official SDK sends it; anything else as it is."""
    dump = getattr(type(value), "model_dump", None)
    return dump(value, mode="json", by_alias=True, exclude_unset=True) if dump else value


def is_object(raw: object) -> TypeGuard[Mapping[str, object]]:
    # Most are, and an abstract class takes its time.
    return isinstance(raw, (dict, Mapping))


def is_list(raw: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(raw, (list, tuple))


def kind_of(raw: object) -> str:
    """The name that messages give to a JSON value."""
    if raw is None:
        return "null"
    return "object" if is_object(raw) else "list" if is_list(raw) else type(raw).__name__
