"""From the values of a path and a query to a URL that leads nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Self, cast
from urllib.parse import quote, unquote

import httpx2

from .errors import RequestInfo
from .json_text import is_object, plain
from .options import Query

# What RFC 3986 allows in a segment besides letters, digits and "-._~", which quote keeps.
_SEGMENT_SAFE = "@:!$&'()*+,;="
# Control characters, line ends, and halves of surrogate pairs.
_REFUSED = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LONGEST_VALUE = 8 * 1024
# What ends a path, or is a slash to some servers.
_ENDS = frozenset("?#\\")


@lru_cache(maxsize=512)
def fill_path(
    template: str,
    values: tuple[tuple[str, str], ...],
    slashed: tuple[str, ...],
    names: tuple[str, ...] = (),
    done: tuple[str, ...] = (),
) -> str:
    """The template with each `{name}` replaced, segment by segment percent-encoded; slashes stay in `slashed` ones.

    Those and `names`, such as that of an account, hold no letters that some servers take for the end of a path; others,
    such as keys of a store, may. Values of `done` are encoded already. Raises ValueError for a value that would call
    another path than the template's.
    """
    encoded: dict[str, str] = {}
    for name, given in values:
        value = unquote(given) if name in done else given
        strict = name in slashed or name in names
        if _REFUSED.search(value) or (strict and not _ENDS.isdisjoint(value)):
            letters = "a control character, '?', '#' or a backslash" if strict else "a control character"
            raise ValueError(f"`{name}` holds {letters}: {value[:200]!r}")
        if len(value) > _LONGEST_VALUE:
            raise ValueError(f"`{name}` has {len(value)} characters, and no URL holds so many: {value[:200]!r}...")
        segments = value.split("/")
        # Encoded slashes protect nothing: servers on the way may decode them.
        if not {".", "..", *([""] if strict else [])}.isdisjoint(segments):
            raise ValueError(f"`{name}` has an empty, '.' or '..' segment: {value[:200]!r}")
        slash = "/" if name in slashed else "%2F"
        filled = slash.join(quote(part, safe=_SEGMENT_SAFE) for part in segments)
        encoded[name] = given if name in done else filled
    return template.format_map(encoded)


@lru_cache(maxsize=512)
def request_info(method: str, text: str) -> tuple[RequestInfo, httpx2.URL]:
    try:
        url = httpx2.URL(text)
    except httpx2.InvalidURL as error:
        raise ValueError(f"The path of {text[:200]}... makes no URL: {error}") from None
    return RequestInfo(method, str(url)), url


class Encoded(str):
    """Texts that are percent-encoded one by one, with what is between them as it is (RFC 6570, 3.2.1)."""

    __slots__ = ()

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        return cls(",".join(quote(text, safe="") for text in texts))


def flattened(query: Mapping[str, object]) -> dict[str, object]:
    """Members of an object that the document does not describe as parameters of their own: `name.exact`."""
    found: dict[str, object] = {}
    for name, given in query.items():
        value = plain(given)
        if is_object(value):
            found |= flattened({f"{name}.{key}": one for key, one in value.items()})
        elif value is not None and value != []:
            found[name] = value
    return found


def with_query(url: httpx2.URL, query: Mapping[str, object]) -> httpx2.URL:
    """The URL with parameters added, None left out. Raises ValueError for what no URL can hold."""
    texts = flattened(query)
    try:
        plain = {name: one for name, one in texts.items() if not isinstance(one, Encoded)}
        url = url.copy_merge_params(cast("Query", plain)) if plain else url
        written = [url.query.decode(), encoded_texts(texts)]
        return url.copy_with(query="&".join(filter(None, written)).encode()) if written[1] else url
    except (httpx2.InvalidURL, UnicodeEncodeError) as error:
        raise ValueError(f"The query makes no URL: {error}") from None


def encoded_texts(texts: Mapping[str, object]) -> str:
    """The part of a query whose values are encoded already."""
    return "&".join(f"{quote(name, safe='')}={one}" for name, one in texts.items() if isinstance(one, Encoded))
