"""Execute AI model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from msgspec import UnsetType

from ._runtime.models import Model, Params, Response


@dataclass(frozen=True, kw_only=True)
class AIRunResponseNode(Response):
    name: str
    children: list[AIRunResponseNode] | None = None
    by_name: dict[str, AIRunResponseNode] | None = None


@dataclass(frozen=True, kw_only=True)
class AIRunResponse(Response):
    tree: AIRunResponseNode | None = None
    list_: list[Any] | None = field(default=None, metadata={"wire_name": "list"})


@dataclass(frozen=True, kw_only=True)
class AIRunNode(Model):
    name: str
    children: Sequence[AIRunNode] | UnsetType = msgspec.UNSET
    by_name: Mapping[str, AIRunNode] | UnsetType = msgspec.UNSET


@dataclass(frozen=True, kw_only=True)
class AIRunParams(Params[AIRunResponse]):
    root: AIRunNode
