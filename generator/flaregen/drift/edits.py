"""Which changes are the same edit, made in several operations."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import takewhile
from typing import TypeAlias

from flaregen.drift.graph import RawChange
from flaregen.drift.rules import RULES
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import json_text

Edit: TypeAlias = tuple[Hashable, ...]

_OPERATION = 3
"""The depth of an operation: ``/paths/{path}/{method}``."""


def edit_of(raw: RawChange) -> Edit:
    """What is equal for the same edit: rule, level, values, and the places in the operations."""
    return (
        raw.rule,
        raw.level,
        raw.context.direction,
        raw.details,
        *_values(raw),
        _place(raw.rule, raw.old),
        _place(raw.rule, raw.new),
    )


def _values(raw: RawChange) -> tuple[str, str]:
    """The values on either side; the nodes' own where the change has none."""
    if RULES[raw.rule].owner == "component":
        return _prefixes(str(raw.before), str(raw.after))
    if raw.before is None and raw.after is None:
        nodes = (None if one is None else one.value for one in (raw.old, raw.new))
        before, after = (json_text(value) for value in nodes)
        return before, after
    return json_text(raw.before), json_text(raw.after)


def _prefixes(old: str, new: str) -> tuple[str, str]:
    """Two names without what they end in: components are often renamed by the hundred."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(old[::-1], new[::-1], strict=False))
    ending = len(list(alike))
    return old[: len(old) - ending], new[: len(new) - ending]


def _place(rule: str, cursor: Cursor | None) -> tuple[str, ...] | None:
    """The place of a node in its operation, or from the last property on.

    Its whole pointer where it is in neither; a rename of components or paths has no place.
    """
    if cursor is None or RULES[rule].owner in ("component", "path"):
        return None
    tokens = [_token(one) for one in cursor.upwards()][::-1]
    if len(tokens) > _OPERATION and tokens[0] in ("paths", "webhooks"):
        tokens = tokens[_OPERATION:]
    elif "properties" in tokens:
        tokens = tokens[-tokens[::-1].index("properties") :]
    return tuple(tokens)


def _token(node: Cursor) -> str:
    """A parameter by what it is called: its index means nothing."""
    listed = node.parent is not None and node.parent.token == "parameters"  # noqa: S105  a key
    name, place = node.text("name"), node.text("in")
    return f"{place} {name}" if listed and name and place else str(node.token)
