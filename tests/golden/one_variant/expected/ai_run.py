"""Execute AI model."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class AIRunResponse(Response):
    matches: list[str]
    """What was found."""


@dataclass(frozen=True, kw_only=True)
class AIRunParams(Params[AIRunResponse]):
    """Something to look up."""

    text: str
    """What to look for. From 1 to 200 characters."""
    limit: int | UnsetType = msgspec.UNSET
    """Most results to give. From 1 to 100. Server default: 10."""
