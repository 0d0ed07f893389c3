"""Ai run."""

from __future__ import annotations

from builtins import list as list_aliased
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import UNSET, UnsetType

from ._runtime import Model, Params, Response


@dataclass(frozen=True, kw_only=True)
class AIRunResponseNode(Response):
    """AIRunResponseNode."""

    name: str
    children: list_aliased[AIRunResponseNode] | None = None
    by_name: dict[str, AIRunResponseNode] | None = None


@dataclass(frozen=True, kw_only=True)
class AIRunResponse(Response):
    """AIRunResponse."""

    tree: AIRunResponseNode | None = None
    list: list_aliased[Any] | None = None


@dataclass(frozen=True, kw_only=True)
class AIRunNode(Model):
    """AIRunNode."""

    name: str
    children: Sequence[AIRunNode] | UnsetType = UNSET
    by_name: Mapping[str, AIRunNode] | UnsetType = UNSET


@dataclass(frozen=True, kw_only=True)
class AIRunParams(Params[AIRunResponse]):
    """AIRunParams."""

    root: AIRunNode
