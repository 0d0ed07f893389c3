"""Writing TOML, which the standard library only reads."""

from __future__ import annotations

import json
from collections.abc import Iterable


def quoted(value: str) -> str:
    """A basic string; JSON's escapes are a part of TOML's, which also escapes DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def inline(value: object) -> str:
    """What fits after ``key =``. Raises TypeError for what TOML has not, such as null."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value)
        case {**members}:
            return f"{{ {', '.join(f'{key} = {inline(one)}' for key, one in members.items())} }}"
        case [*items]:
            return f"[{', '.join(map(inline, items))}]"
    raise TypeError(f"{type(value).__name__} cannot be written as TOML")


def listed(values: Iterable[str]) -> str:
    """An array, with a line for each item where there are several: a diff names what changed."""
    items = [quoted(value) for value in values]
    if len(items) < 2:
        return f"[{''.join(items)}]"
    return "\n".join(["[", *(f"  {item}," for item in items), "]"])
