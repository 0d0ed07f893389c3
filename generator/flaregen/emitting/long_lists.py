"""Long lists of values that several fields of a module share, each written once."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping

from flaregen.names.identifiers import ClassName, class_name

_LONG = 1000
"""Characters from which a list gets a name of its own where it comes twice."""


def each_list_once(parts: Mapping[ClassName, str]) -> Iterator[str]:
    """The classes of a module, after private aliases for the lists that come more than once.

    An alias has the name of the first field with the list.
    """
    counts = Counter(text for part in parts.values() for _, text in _long_lists(part))
    aliases: dict[str, str] = {}
    for name, part in parts.items():
        for field, text in _long_lists(part):
            if counts[text] > 1:
                aliases.setdefault(text, f"_{class_name((name, field))}")
    yield from (f"{alias}: TypeAlias = {text}" for text, alias in aliases.items())
    for part in parts.values():
        for text, alias in aliases.items():
            part = part.replace(text, alias)  # noqa: PLW2901  one after the other
        yield part


def _long_lists(part: str) -> Iterator[tuple[str, str]]:
    """The fields of a class with the long lists of values in their types, as they are written."""
    if len(part) < _LONG:
        return
    # A field is one line. ``ast.get_source_segment`` takes minutes for the longest.
    lines = part.encode().split(b"\n")
    for field in ast.walk(ast.parse(part)):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            for node in ast.walk(field.annotation):
                match node:
                    case ast.Subscript(value=ast.Name(id="Literal")):
                        line = lines[node.lineno - 1]
                        text = line[node.col_offset : node.end_col_offset].decode()
                        if len(text) > _LONG:
                            yield field.target.id, text
                    case _:
                        pass
