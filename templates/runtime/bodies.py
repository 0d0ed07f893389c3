"""Bodies of requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

import msgspec

from .binary import is_file, read_file
from .models import Params
from .records import plain, record_form
from .values import is_object

_JSON, _OCTETS = "application/json", "application/octet-stream"


class Body(NamedTuple):
    content: bytes
    media_type: str


def params_body(params: object, extra: Mapping[str, object]) -> Body:
    """The body for a mapping or a file, where the schema says nothing of it.

    `extra` adds members to the JSON object. Raises TypeError for what is none
    of these or cannot be JSON, OSError for a file that cannot be read.
    """
    if is_file(params) and not extra:
        return Body(read_file(params), _OCTETS)
    if not is_object(params):
        raise TypeError(f"Expected params or a mapping but received {type(params).__name__}")
    return json_body({**cast("dict[str, object]", plain(params)), **extra})


def fields_body(
    classes: Sequence[type[Params[object]]],
    fields: Mapping[str, object],
    extra: Mapping[str, object],
) -> Body:
    """The body for fields by wire names, which any of the classes may be meant to hold.

    Raises TypeError when the classes disagree about how a file is sent.
    """
    if not any(is_file(value) for value in fields.values()):
        return json_body({**{n: plain(v) for n, v in fields.items()}, **extra})
    # Read once: each class has a look, and an open file can be read only once.
    read = {name: read_file(v) if is_file(v) else v for name, v in fields.items()}
    bodies = {record_body(cls, read, extra): cls.__name__ for cls in classes}
    if len(bodies) != 1:
        names = ", ".join(bodies.values()) or "none of the request's forms"
        raise TypeError(f"How a file is sent depends on the form, and this fits {names}: pass one")
    return next(iter(bodies))


def json_body(members: Mapping[str, object]) -> Body:
    return Body(msgspec.json.encode(members), _JSON)


def record_body(
    cls: type[Params[object]], fields: Mapping[str, object], extra: Mapping[str, object]
) -> Body:
    raw = cls.raw_field
    if raw is not None and not extra and set(fields) == {raw} and is_file(fields[raw]):
        return Body(read_file(fields[raw]), _OCTETS)
    return json_body({**record_form(cls).to_wire(fields), **extra})
