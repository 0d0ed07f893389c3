"""Writing TOML, which the standard library only reads."""

from __future__ import annotations

import json
from collections.abc import Iterable


def quoted(value: str) -> str:
    """A basic string; JSON's escapes are a part of TOML's, which also escapes DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def listed(values: Iterable[str]) -> str:
    """An array with a line for each item, so that a diff names what changed."""
    inner = "".join(f"  {quoted(value)},\n" for value in values)
    return f"[\n{inner}]" if inner else "[]"
