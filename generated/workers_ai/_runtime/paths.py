"""The path of a request from its template and values that callers chose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

# What RFC 3986 allows in a segment beside letters, digits and "-._~", which quote keeps.
_SEGMENT_SAFE = "@:!$&'()*+,;="
# A backslash is a slash to some servers; "?" and "#" would end the path there.
_REFUSED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029?#\\]")


@lru_cache(maxsize=512)
def fill_path(template: str, values: tuple[tuple[str, str], ...], slashed: tuple[str, ...]) -> str:
    """The template with each `{name}` replaced, segment by segment percent-encoded.

    Slashes in values named in `slashed` stay slashes; in any other value they are
    encoded. Raises ValueError for a value that would call another path than
    the template's.
    """
    encoded = {name: _encode(name, value, slashes=name in slashed) for name, value in values}
    return template.format_map(encoded)


def path_values(
    values: Mapping[str, object], defaults: Mapping[str, str | None]
) -> tuple[tuple[str, str], ...]:
    """The values to fill in, None replaced by what the client holds."""
    return tuple(
        (name, _text(name, defaults.get(name) if value is None else value))
        for name, value in values.items()
    )


def _text(name: str, value: object) -> str:
    if value is None:
        raise ValueError(f"Expected a value for `{name}`: pass it here or to the client")
    if not isinstance(value, str):
        raise TypeError(f"Expected `{name}` to be a str but received {type(value).__name__}")
    if not value:
        raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
    return value


def _encode(name: str, value: str, *, slashes: bool) -> str:
    if _REFUSED.search(value):
        raise ValueError(
            f"`{name}` holds a control character, '?', '#' or a backslash: {value[:200]!r}"
        )
    segments = value.split("/")
    # Encoded slashes are no protection: servers on the way may decode them.
    if any(segment in {"", ".", ".."} for segment in segments):
        raise ValueError(f"`{name}` has an empty, '.' or '..' segment: {value[:200]!r}")
    return ("/" if slashes else "%2F").join(quote(part, safe=_SEGMENT_SAFE) for part in segments)
