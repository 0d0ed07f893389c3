"""Which types have all values of another, as type checkers see it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_HOLDER = re.compile(r"(Sequence|Mapping|list|dict)\[(?:str, )?(.+)\]")
_ONLY_READ = ("Sequence", "Mapping")
"""These may hold less than is asked for. A list or a dict may not."""


def uncovered(types: AbstractSet[str], others: AbstractSet[str]) -> set[str]:
    """Those of some types, as emitted, whose values are not all values of other types."""
    return {one for one in types - others if not any(_covers(other, one) for other in others)}


def are_literals(types: AbstractSet[str]) -> bool:
    return all(name.startswith("Literal[") for name in types)


def _covers(wide: str, narrow: str) -> bool:
    if wide in {narrow, "Any", "object", *_wider(narrow)}:
        return True
    here, there = _HOLDER.fullmatch(wide), _HOLDER.fullmatch(narrow)
    if here is None or there is None or here[1] != there[1]:
        return False
    asked, given = set(_members(here[2])), set(_members(there[2]))
    if uncovered(given, asked):
        return False
    return here[1] in _ONLY_READ or not uncovered(asked, given)


_WIDER = {
    "int": ("float",),
    "bool": ("int", "float"),
    "str": ("Base64", "DataURL"),
    "File": ("FilePart", "Octets", "Base64", "DataURL"),
}
"""Types with others that have all of their values: PEP 484 for numbers, the runtime for files."""


def _wider(type_: str) -> tuple[str, ...]:
    if not type_.startswith("Literal["):
        return _WIDER.get(type_, ())
    value = type_.removeprefix("Literal[")
    if value.startswith(("'", '"')):
        return ("str", *_WIDER["str"])
    return ("bool", "int", "float") if value[0] in "TF" else ("int", "float")


def _members(text: str) -> Iterator[str]:
    """The members of a union, each value of a ``Literal`` by itself."""
    pending = [ast.parse(text, mode="eval").body]
    while pending:
        match pending.pop():
            case ast.BinOp(left=left, right=right):
                pending += [left, right]
            case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=values)):
                yield from (f"Literal[{ast.unparse(value)}]" for value in values)
            case one:
                yield ast.unparse(one)
