"""Upload."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec
from msgspec import UnsetType

from ._runtime.binary import Base64
from ._runtime.models import Model, Params, Response


@dataclass(frozen=True, kw_only=True)
class UploadResponse(Response):
    stored: bool | None = None


@dataclass(frozen=True, kw_only=True)
class UploadPlace(Model):
    """A place."""

    row: int | UnsetType = msgspec.UNSET
    column: int | None | UnsetType = msgspec.UNSET


@dataclass(frozen=True, kw_only=True)
class UploadParams(Params[UploadResponse]):
    kind: Literal["upload"]
    data: Base64
    note: str | None | UnsetType = msgspec.UNSET
    amount: int | str | UnsetType = msgspec.UNSET
    """More than 0."""
    place: UploadPlace | UnsetType = msgspec.UNSET
    """A place."""
