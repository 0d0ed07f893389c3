"""Long lists of values that several fields of a module share, each written once."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from flaregen.names.identifiers import ClassName, class_name

_LONG = 1000
"""Characters from which a list gets a name of its own where it comes twice."""


def names_of_lists(parts: Mapping[ClassName, str], *, again: bool) -> dict[str, ClassName]:
    """Private aliases for the lists that come more than once, by their text.

    An alias has the name of the first field with the list. ``again`` says that something outside
    has all of them once more.
    """
    found = {name: tuple(_long_lists(part)) for name, part in parts.items()}
    counts = Counter(text for lists in found.values() for _, text in lists)
    aliases: dict[str, ClassName] = {}
    for name, lists in found.items():
        for field, text in lists:
            if again or counts[text] > 1:
                aliases.setdefault(text, ClassName(f"_{class_name((name, field))}"))
    return aliases


def values_of(text: str) -> str:
    """The values of a list as a key, however the list is laid out."""
    match ast.parse(text, mode="eval").body:
        case ast.Subscript(slice=ast.Tuple(elts)):
            return repr(tuple(map(ast.literal_eval, elts)))
        case _:
            return ""


def each_list_once(parts: Iterable[str], aliases: Mapping[str, str]) -> Iterator[str]:
    """The classes of a module, after the aliases for lists."""
    yield from (f"{alias}: TypeAlias = {text}" for text, alias in aliases.items())
    for part in parts:
        for text, alias in aliases.items():
            part = part.replace(text, alias)  # noqa: PLW2901  one after the other
        yield part


def _long_lists(part: str) -> Iterator[tuple[str, str]]:
    """The fields of a class with the long lists of values in their types, as they are written."""
    lines = part.encode().splitlines(keepends=True)
    # A type is on one line; most classes have none that is so long, and parsing takes its time.
    if not any(len(line) > _LONG and b"Literal[" in line for line in lines):
        return
    for field in ast.walk(ast.parse(part)):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            for node in ast.walk(field.annotation):
                match node:
                    case ast.Subscript(value=ast.Name(id="Literal")):
                        text = _written(lines, node)
                        if len(text) > _LONG:
                            yield field.target.id, text
                    case _:
                        pass


def _written(lines: list[bytes], node: ast.expr) -> str:
    """The text of a node; what ast has for that takes the square of a line's length."""
    assert node.end_lineno is not None
    taken = lines[node.lineno - 1 : node.end_lineno]
    taken[-1] = taken[-1][: node.end_col_offset]
    taken[0] = taken[0][node.col_offset :]
    return b"".join(taken).decode()
