"""Files in bodies: as the body itself, and as parts of a form. Loaded for calls that send any."""

from __future__ import annotations

import mimetypes
import os
import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import unquote

import httpx2

from . import encoding, part
from .binary import as_base64, is_file, media_type_in, read_file
from .bodies import FORM, OCTETS, RequestBody
from .drift import warn_caller
from .forms import Form
from .json_text import encode, is_list, is_object, plain
from .operations import Fields
from .urls import Encoded, encoded_texts

_CONTAINERS = {"video/webm", "video/mp4", "video/ogg"}
# Of files that do not say what they are.
_USUAL = {"audio": "audio/mpeg", "image": "image/jpeg", "video": "video/mp4"}


def body_of_form(media_type: str, fields: Fields, parts: Mapping[str, str], known: Sequence[Form]) -> RequestBody:
    """A form of one of the two media types; `known` are the forms that it may have."""
    fields = in_form(fields, parts, known)
    return form_body(fields, parts) if media_type == FORM else encoded_body(media_type, fields, parts)


def form_body(fields: Fields, parts: Mapping[str, str] = MappingProxyType({})) -> RequestBody:
    """`multipart/form-data`: a part a member, and one for each item of a list (RFC 7578, section 4.3).

    `parts` are the styles or media types of some: a list that is JSON is one part.
    """
    kinds, fields = _styled(fields, parts)
    listed = [(name, item) for name, value in fields.items() for item in _items(value, kinds.get(name, ""))]
    if not listed:
        if fields:
            raise ValueError(f"Nothing to send: {', '.join(map(repr, fields))} is empty")
        # Also a form without parts ends (RFC 2046, section 5.1.1).
        end = os.urandom(16).hex()
        return RequestBody(f"--{end}--\r\n".encode(), f"{FORM}; boundary={end}")
    files = [(_whole(name), _part(name, one, kinds.get(name, ""))) for name, one in listed]
    request = httpx2.Request("POST", "https://localhost", files=files)
    return RequestBody(request.read(), request.headers["content-type"])


def _styled(fields: Fields, parts: Mapping[str, str]) -> tuple[Mapping[str, str], Fields]:
    """The media types of fields, and the fields, those with a style as it has them; files have none."""
    if styles := {name: form for name, form in parts.items() if not ("/" in form or _holds_file(fields.get(name)))}:
        fields = part("queries").written(fields, styles)
    return {name: form for name, form in parts.items() if "/" in form}, fields


def _items(value: object, kind: str) -> Sequence[object]:
    return value if is_list(value) and not (_is_named(value) or _is_json(kind)) else [value]


def _holds_file(value: object) -> bool:
    return any(_is_named(one) or is_file(one) for one in _items(value, ""))


def in_form(fields: Fields, parts: Mapping[str, str], known: Sequence[Form]) -> Fields:
    """The fields, with files as base64 and texts as JSON where the forms of the body have such.

    A text in the place of something else is its JSON already.
    """
    forms, found = {wire: form for one in known for wire, form in one.inside.items()}, dict(fields)
    for name in found.keys() & forms.keys():
        form = forms[name]
        if form.base64:
            found[name] = encoding.to_builtins(found[name])
        if _is_json(parts.get(name, "")) and isinstance(text := plain(found[name]), str) and form.fits(text):
            found[name] = encode(text).decode()
    return found


def _is_json(kinds: str) -> bool:
    """Whether the first of several media types is JSON."""
    return re.split("[;,]", kinds)[0].strip().endswith("json")


def _is_named(value: object) -> bool:
    """Whether a value is a file as HTTP clients take it: its name, its content, its media type and headers or not."""
    match value:
        case (str() | None, content, *more) if isinstance(value, tuple) and len(more) < 3:
            # Two texts are a list of texts, unless the third is a media type.
            kind = more[0] if more else None
            return is_file(content) or (isinstance(content, str) and isinstance(kind, str) and "/" in kind)
        case _:
            return False


def encoded_body(media_type: str, fields: Fields, parts: Mapping[str, str] = MappingProxyType({})) -> RequestBody:
    """A form that is written as a query: lists by repetition and objects as JSON, unless `parts` say how."""
    kinds, fields = _styled(fields, parts)
    texts = {name: _text(value, kinds.get(name, "")) for name, value in fields.items()}
    usual = {name: text for name, text in texts.items() if not isinstance(text, Encoded)}
    written = [str(httpx2.QueryParams(cast("Any", usual))), encoded_texts(texts)]
    return RequestBody("&".join(filter(None, written)).encode(), media_type)


def _text(value: object, kind: str = "") -> object:
    """What has parts is JSON, but for a list, whose items are texts of their own."""
    if isinstance(value, Encoded):
        return value
    value = plain(encoding.to_builtins(value))
    if is_list(value) and not _is_json(kind):
        return [_text(item, "json") for item in value]
    text = encode(value).decode() if is_object(value) or is_list(value) else value
    return _whole(text) if isinstance(text, str) else text


def _part(name: str, value: Any, said: str) -> tuple[Any, ...]:  # noqa: ANN401  # of any form
    """The name of a file, the content and its media type, one of those that are `said`; others are text or JSON."""
    if _is_named(value):
        called, content, kind, *headers = (*value, None)[: max(3, len(value))]
        called = None if called is None else _whole(called)
        content = _whole(content).encode() if isinstance(content, str) else read_file(content)
        return called, content, _whole(kind) if kind else fitting(said, called, content), *headers
    if is_file(value):
        content = read_file(value)
        return _whole(_name_of(value) or name), content, fitting(said, value, content)
    json = unquote(value) if isinstance(value, Encoded) else plain(encoding.to_builtins(value))
    kind = one_of(said, "application/json" if isinstance(json, dict | list) else "") or None
    return None, _whole(json) if isinstance(json, str) else encode(json), kind


def fitting(said: str, file: object, content: bytes) -> str:
    """What a file is, if that is one of the media types that are `said`; else the first of them."""
    return one_of(said, media_type_of(file, content, ("*/*",)))


def one_of(said: str, found: str) -> str:
    kinds = [kind.strip() for kind in said.split(",")]
    fitting = [kind for kind in kinds if fnmatch(found, kind.partition(";")[0])]
    return next((kind for kind in fitting or kinds if kind and "*" not in kind), found)


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
