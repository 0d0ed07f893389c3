"""Values of a URL whose form is not the usual one, headers and cookies. Loaded for operations that have such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote, unquote

import httpx2

from . import encoding
from .credentials import merge_headers
from .json_text import encode, is_list, is_object, plain
from .operations import Fields, Operation
from .urls import Encoded

_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|"}
_RESERVED = ":/?@!$'()*,;=%"
_MARKS = {"label": ".", "matrix": ";"}
_quoted = partial(quote, safe="")


def written(values: Mapping[str, object], styles: Mapping[str, str]) -> dict[str, object]:
    """Parameters by name: what has no style here as it is, the rest as its style says.

    Styles are those of OpenAPI 3.1.1, section 4.8.12, with `exploded` after what takes several
    parameters, or a media type of JSON; and `reserved` after all that.
    """
    found: dict[str, object] = {}
    for name, value in values.items():
        style, reserved, _ = styles.get(name, "").partition(" reserved")
        if not style or _says_nothing(value, style):
            found[name] = value
        else:
            pairs = _styled(name, encoding.to_builtins(value), style)
            found |= ((key, _reserved(key, one)) for key, one in pairs) if reserved else pairs
    return found


def in_path(value: object, said: str) -> str:
    """A value of the path as its style has it (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7); a text alone stays one."""
    wire, _, form = said.partition(" ")
    style, _, exploded = form.partition(" ")
    value = encoding.to_builtins(value)
    if _says_nothing(value, form):
        return ""
    parts, mark = _json(value) if "/" in form else _parts(value), _MARKS.get(style, "")
    if not (mark or is_list(parts)):
        return _text(parts)
    texts = [_quoted(_text(one)) for one in (parts if is_list(parts) else [parts])]
    if exploded and is_object(value):
        texts = [f"{name}={one}" for name, one in zip(texts[::2], texts[1::2], strict=True)]
    elif style == "matrix":
        texts = [f"{wire}={one}" for one in (texts if exploded else [",".join(texts)])]
    return Encoded(mark + (mark if mark and exploded else ",").join(texts))


def with_parameters(headers: httpx2.Headers, operation: Operation, keywords: Fields) -> httpx2.Headers:
    """The headers with what a call says of its own, None left out. Raises ValueError for what HTTP cannot carry."""
    headers = headers.copy()
    own = {wire: _in_header(value, form) for wire, value, form in _placed(operation.headers, keywords)}
    merge_headers(headers, own)
    if cookies := [_cookie(*one) for one in _placed(operation.cookies, keywords)]:
        known = [headers["cookie"]] if "cookie" in headers else []
        merge_headers(headers, {"Cookie": "; ".join([*known, *cookies])})
    return headers


def _placed(names: Mapping[str, str], keywords: Fields) -> Iterator[tuple[str, object, str]]:
    """Wire names, values and forms, which follow the names where they are not usual."""
    for name, said in names.items():
        value, (wire, _, form) = encoding.to_builtins(keywords.get(name)), said.partition(" ")
        if not _says_nothing(value, form):
            yield wire, value, form


def _says_nothing(value: object, form: str) -> bool:
    """Whether a value is as undefined (RFC 6570, section 2.3): None, or a list or an object without parts, but JSON."""
    return value is None or (not value and (is_list(value) or is_object(value)) and "/" not in form)


def _in_header(value: object, form: str) -> str:
    if "/" in form:
        return _json(value)
    if is_object(value) and form.endswith("exploded"):
        return ",".join(f"{key}={_text(one)}" for key, one in value.items())
    parts = _parts(value)
    return ",".join(map(_text, parts)) if is_list(parts) else _text(parts)


def _cookie(name: str, value: object, form: str) -> str:
    if not form.endswith("exploded") or not (is_list(value) or is_object(value)):
        return f"{name}={_one_cookie(name, _in_header(value, form))}"
    pairs = value.items() if is_object(value) else ((name, one) for one in value)
    return ("; " if form.startswith("cookie") else "&").join(
        f"{key}={_one_cookie(name, _text(one))}" for key, one in pairs
    )


def _one_cookie(name: str, text: str) -> str:
    if ";" in text:
        raise ValueError(f"`{name}` holds a semicolon, which ends a cookie: what follows would be another one")
    return text


def _styled(name: str, value: object, style: str) -> Iterator[tuple[str, object]]:
    kind, _, exploded = style.partition(" ")
    if "/" in kind:
        yield name, _json(value)
    elif is_object(value) and kind == "deepObject":
        for key, one in value.items():
            yield from _styled(f"{name}[{key}]", one, style) if one is not None else ()
    elif is_object(value) and exploded:
        yield from ((key, _flat(one)) for key, one in value.items() if one is not None)
    elif is_object(value) or (is_list(value) and not (exploded or kind == "deepObject")):
        texts = map(_text, _parts(value))
        yield name, _DELIMITERS[kind].join(texts) if kind in _DELIMITERS else Encoded.of(texts)
    else:
        yield name, _flat(value)


def _reserved(name: str, value: object) -> Encoded:
    """With the reserved letters of a URL, and what is percent-encoded, as they are (RFC 6570, section 3.2.3).

    Apart from those that end a value, or are no part of a query.
    """
    texts = [unquote(one) if isinstance(one, Encoded) else _text(one) for one in (value if is_list(value) else [value])]
    quoted = [quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", text), safe=_RESERVED) for text in texts]
    return Encoded(f"&{_quoted(name)}=".join(quoted))


def _parts(value: Any) -> Any:  # noqa: ANN401  # any JSON
    """The keys and values of an object in turn; anything else as it is."""
    return [part for pair in value.items() for part in pair] if is_object(value) else value


def _json(value: object) -> str:
    """A text may be JSON already."""
    return value if isinstance(value, str) else encode(value).decode()


def _flat(value: object) -> object:
    """A value, or a list of them, with JSON in place of what has parts of its own."""
    if is_list(value):
        return [_text(one) if is_object(one) or is_list(one) else one for one in value]
    return _json(value) if is_object(value) else value


def _text(value: object) -> str:
    if is_object(value) or is_list(value):
        return encode(value).decode()
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(plain(value))
