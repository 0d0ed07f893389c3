"""Execute AI model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec
from msgspec import UnsetType

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class AIRunResponse(Response):
    state: Literal["done", "failed"] | None = None
    codes: list[Literal[0, 1]] | None = None


@dataclass(frozen=True, kw_only=True)
class AIRunParams(Params[AIRunResponse]):
    mode: Literal["fast", "exact", "it's"]
    mode_or_null: Literal["a"] | None | UnsetType = msgspec.UNSET
    level: Literal[1, 2, 3] | UnsetType = msgspec.UNSET
    flag: Literal[True] | UnsetType = msgspec.UNSET
    ratio: float | UnsetType = msgspec.UNSET
    """One of [0.5, 1.5]."""
