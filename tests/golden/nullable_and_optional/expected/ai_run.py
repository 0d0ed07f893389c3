"""Execute AI model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import UnsetType

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class AIRunResponse(Response):
    needed: str
    needed_or_null: str | None
    optional: str | None = None
    optional_or_null: int | None = None
    untyped: Any = None


@dataclass(frozen=True, kw_only=True)
class AIRunParams(Params[AIRunResponse]):
    needed: str
    needed_or_null: str | None
    optional: str | UnsetType = msgspec.UNSET
    optional_or_null: int | None | UnsetType = msgspec.UNSET
    """Server default: null."""
    untyped: Any | UnsetType = msgspec.UNSET
    """Anything goes."""
    any_of_null: float | None | UnsetType = msgspec.UNSET
