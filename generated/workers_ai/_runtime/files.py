"""Files in bodies: as the body itself, and as parts of a form. Loaded for calls that send any."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

import mimetypes
import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, cast

import httpx2

from . import encoding
from .binary import is_file, media_type_in, read_file
from .bodies import OCTETS, RequestBody
from .json_text import encode, is_list
from .operations import Fields

# Of files that do not say what they are.
_USUAL = {"audio": "audio/mpeg", "image": "image/jpeg", "video": "video/mp4"}


def file_body(file: object, accepted: Sequence[str]) -> RequestBody:
    """A file as the whole body, of one of the accepted media types."""
    content = read_file(file)
    return RequestBody(content, media_type_of(file, content, accepted))


def form_body(fields: Fields) -> RequestBody:
    """`multipart/form-data`: a part a member, and one for each item of a list (RFC 7578, section 4.3)."""
    listed = [(name, one) for name, value in fields.items() for one in (value if is_list(value) else [value])]
    if not listed:
        return RequestBody(b"", "")
    request = httpx2.Request("POST", "https://localhost", files=[(name, _part(name, one)) for name, one in listed])
    return RequestBody(request.read(), request.headers["content-type"])


def encoded_body(media_type: str, fields: Fields) -> RequestBody:
    """A form that is written as a query: lists by repetition, objects as JSON."""
    values = {name: encoding.to_builtins(value) for name, value in fields.items()}
    texts = {name: encode(value).decode() if isinstance(value, dict) else value for name, value in values.items()}
    return RequestBody(str(httpx2.QueryParams(cast("Any", texts))).encode(), media_type)


def _part(name: str, value: object) -> tuple[str | None, bytes | str, str | None]:
    """The name of a file, the content and its media type; anything else has neither, and is text or JSON."""
    if is_file(value):
        content = read_file(value)
        return _name_of(value) or name, content, media_type_of(value, content, ("*/*",))
    if isinstance(value, str):
        return None, value, None
    json = encoding.to_builtins(value)
    return None, encode(json), "application/json" if isinstance(json, dict | list) else None


def _name_of(file: object) -> str:
    path = file if isinstance(file, os.PathLike) else getattr(file, "name", "")
    return PurePath(os.fspath(path)).name if isinstance(path, str | os.PathLike) else ""


def media_type_of(file: object, content: bytes, accepted: Sequence[str]) -> str:
    """As the bytes say, else the name of the file, as far as that is accepted."""
    named = mimetypes.guess_type(file if isinstance(file, str) else _name_of(file))[0]
    if OCTETS in accepted:
        return OCTETS
    kinds = [one.removesuffix("*") for one in accepted]
    for found in (media_type_in(content), named):
        if found and (any(map(found.startswith, kinds)) or "*/*" in accepted):
            return found
    return _USUAL.get(kinds[0].rstrip("/"), OCTETS)
