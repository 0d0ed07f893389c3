"""Values of a query whose form is not the usual one. Loaded for operations that have such."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import encoding
from .json_text import encode, is_list, is_object

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
