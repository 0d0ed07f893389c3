"""Files in bodies: as the body itself, and as parts of a form. Loaded for calls that send any."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, cast

import httpx2

from . import encoding
from .binary import as_base64, is_file, media_type_in, read_file
from .bodies import OCTETS, RequestBody
from .drift import warn_caller
from .json_text import encode, is_list, plain
from .operations import Fields

_CONTAINERS = {"video/webm", "video/mp4", "video/ogg"}
# Of files that do not say what they are.
_USUAL = {"audio": "audio/mpeg", "image": "image/jpeg", "video": "video/mp4"}


def file_body(file: object, accepted: Sequence[str]) -> RequestBody:
    """A file as the whole body, of one of the accepted media types."""
    content = read_file(file)
    return RequestBody(content, media_type_of(file, content, accepted))


def form_body(fields: Fields) -> RequestBody:
    """`multipart/form-data`: a part a member, and one for each item of a list (RFC 7578, section 4.3)."""
    listed = [(name, item) for name, value in fields.items() for item in _items(value)]
    if not listed:
        if fields:
            raise ValueError(f"Nothing to send: {', '.join(map(repr, fields))} is empty")
        return RequestBody(b"", "")
    files = [(_whole(name), _part(name, one)) for name, one in listed]
    request = httpx2.Request("POST", "https://localhost", files=files)
    return RequestBody(request.read(), request.headers["content-type"])


def _items(value: object) -> Sequence[object]:
    return value if is_list(value) and not _is_named(value) else [value]


def _is_named(value: object) -> bool:
    """Whether a value is a file as HTTP clients take it: its name, its content, its media type and headers or not."""
    match value:
        case (str() | None, content, *more) if isinstance(value, tuple) and len(more) < 3:
            # Two texts are a list of texts, unless the third is a media type.
            kind = more[0] if more else None
            return is_file(content) or (isinstance(content, str) and isinstance(kind, str) and "/" in kind)
        case _:
            return False


def encoded_body(media_type: str, fields: Fields) -> RequestBody:
    """A form that is written as a query: lists by repetition, objects as JSON."""
    values = {name: plain(encoding.to_builtins(value)) for name, value in fields.items()}
    texts = {name: encode(value).decode() if isinstance(value, dict) else value for name, value in values.items()}
    whole = {name: _whole(value) if isinstance(value, str) else value for name, value in texts.items()}
    return RequestBody(str(httpx2.QueryParams(cast("Any", whole))).encode(), media_type)


def _part(name: str, value: Any) -> tuple[Any, ...]:  # noqa: ANN401  # of any form
    """The name of a file, the content and its media type; anything else has neither, and is text or JSON."""
    if _is_named(value):
        called, content, kind, *headers = (*value, None)[: max(3, len(value))]
        called = None if called is None else _whole(called)
        content = _whole(content).encode() if isinstance(content, str) else read_file(content)
        return called, content, _whole(kind) if kind else media_type_of(called, content, ("*/*",)), *headers
    if is_file(value):
        content = read_file(value)
        return _whole(_name_of(value) or name), content, media_type_of(value, content, ("*/*",))
    json = plain(encoding.to_builtins(value))
    if isinstance(json, str):
        return None, _whole(json), None
    return None, encode(json), "application/json" if isinstance(json, dict | list) else None


def _whole(text: str) -> str:
    """A text with a question mark for half of a surrogate pair, which JSON alone can hold."""
    return text.encode(errors="replace").decode()


def _name_of(file: object) -> str:
    path = file if isinstance(file, os.PathLike) else getattr(file, "name", "")
    return PurePath(os.fspath(path)).name if isinstance(path, str | os.PathLike) else ""


def media_type_of(file: object, content: bytes, accepted: Sequence[str]) -> str:
    """As the bytes say, else the name of the file, as far as that is accepted."""
    if OCTETS in accepted:
        return OCTETS
    name = file if isinstance(file, str) else _name_of(file)
    named = mimetypes.guess_type(name)[0] if name else None
    kinds = [one.removesuffix("*") for one in accepted]
    known = [found for found in (media_type_in(content), named) if found]
    # A recording may lie in a container that videos have, too.
    alike = [kinds[0] + found.partition("/")[2] for found in known if found in _CONTAINERS and kinds[0] == "audio/"]
    if fitting := [one for one in (*known, *alike) if one.startswith(tuple(kinds)) or "*/*" in accepted]:
        return fitting[0]
    if known:
        warn_caller(UserWarning(f"The file is {known[0]}, and the model takes {' or '.join(accepted)}"))
        return known[0]
    return _USUAL.get(kinds[0].rstrip("/"), OCTETS)


def data_url(file: object) -> str:
    content = read_file(file)
    return f"data:{media_type_of(file, content, ('*/*',))};base64,{as_base64(content)}"
