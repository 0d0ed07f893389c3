"""Which types have all values of another, as type checkers see it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_COVARIANT = re.compile(r"(Sequence|Mapping)\[(?:str, )?(.+)\]")
"""What is only read, so that it may hold less than is asked for. A list or a dict may not."""


def uncovered(types: AbstractSet[str], others: AbstractSet[str]) -> set[str]:
    """Those of some types, as emitted, whose values are not all values of other types."""
    return {one for one in types - others if not any(_covers(other, one) for other in others)}


def are_literals(types: AbstractSet[str]) -> bool:
    return all(name.startswith("Literal[") for name in types)


def _covers(wide: str, narrow: str) -> bool:
    if wide in {narrow, "Any", "object", *_wider(narrow)}:
        return True
    here, there = _COVARIANT.fullmatch(wide), _COVARIANT.fullmatch(narrow)
    return (
        here is not None
        and there is not None
        and here[1] == there[1]
        and not uncovered(set(_members(there[2])), set(_members(here[2])))
    )


def _wider(type_: str) -> tuple[str, ...]:
    """The types that have all values of a type (PEP 484 for numbers)."""
    if type_ in ("int", "bool"):
        return ("int", "float")
    if type_.startswith("Mapping["):
        return ("AnyObject",)
    if not type_.startswith("Literal["):
        return ()
    value = type_.removeprefix("Literal[")
    if value.startswith(("'", '"')):
        return ("str",)
    return ("bool", "int", "float") if value[0] in "TF" else ("int", "float")


def _members(text: str) -> Iterator[str]:
    """The members of a union, each value of a ``Literal`` by itself."""
    pending = [ast.parse(text, mode="eval").body]
    while pending:
        match pending.pop():
            case ast.BinOp(left=left, right=right):
                pending += [left, right]
            case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=values)):
                yield from (f"Literal[{ast.unparse(one)}]" for one in values)
            case one:
                yield ast.unparse(one)
