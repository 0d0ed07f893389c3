"""By subject."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class BySubjectResponse(Response):
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class BySubjectParams(Params[BySubjectResponse]):
    subject: str
    limit: int | UnsetType = msgspec.UNSET
    """At least 1."""
