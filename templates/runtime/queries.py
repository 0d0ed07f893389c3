"""Values of a query whose form is not the usual one, headers and cookies. Loaded for operations that have such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import httpx2

from . import encoding
from .credentials import merge_headers
from .json_text import encode, is_list, is_object
from .operations import Fields, Operation

_DELIMITERS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def written(values: Mapping[str, object], styles: Mapping[str, str]) -> dict[str, object]:
    """Parameters by name: what has no style here as it is, the rest as its style says.

    Styles are those of OpenAPI 3.1.1, section 4.8.12, with `exploded` after what takes several
    parameters, or a media type of JSON.
    """
    found: dict[str, object] = {}
    for name, value in values.items():
        style = styles.get(name)
        if style is None or value is None:
            found[name] = value
        else:
            found |= _styled(name, encoding.to_builtins(value), style)
    return found


def with_parameters(headers: httpx2.Headers, operation: Operation, keywords: Fields) -> httpx2.Headers:
    """The headers with what a call says of its own, None left out. Raises ValueError for what HTTP cannot carry."""
    headers = headers.copy()
    merge_headers(headers, dict(_texts(operation.headers, keywords)))
    if cookies := [f"{name}={value}" for name, value in _texts(operation.cookies, keywords)]:
        known = [headers["cookie"]] if "cookie" in headers else []
        merge_headers(headers, {"Cookie": "; ".join([*known, *cookies])})
    return headers


def _texts(names: Mapping[str, str], keywords: Fields) -> Iterator[tuple[str, str]]:
    for name, wire in names.items():
        if (value := encoding.to_builtins(keywords.get(name))) is not None:
            parts = [part for pair in value.items() for part in pair] if is_object(value) else value
            yield wire, ",".join(map(_text, parts)) if is_list(parts) else _text(parts)


def _styled(name: str, value: object, style: str) -> Iterator[tuple[str, object]]:
    kind, _, exploded = style.partition(" ")
    if "/" in kind:
        # A text may be JSON already.
        yield name, value if isinstance(value, str) else encode(value).decode()
    elif is_object(value) and kind == "deepObject":
        yield from ((f"{name}[{key}]", one) for key, one in value.items() if one is not None)
    elif is_object(value) and exploded:
        yield from ((key, one) for key, one in value.items() if one is not None)
    elif is_object(value) or (is_list(value) and not exploded):
        parts = [part for pair in value.items() for part in pair] if is_object(value) else value
        yield name, _DELIMITERS.get(kind, ",").join(map(_text, parts))
    else:
        yield name, value


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
