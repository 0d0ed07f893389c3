"""Upload."""

from typing import Literal

from ._runtime.binary import Base64
from ._runtime.models import UNSET, Model, Params, Response, UnsetType


class UploadResponse(Response):
    stored: bool | None = None


class UploadPlace(Model):
    """A place."""

    row: int | UnsetType = UNSET
    column: int | None | UnsetType = UNSET


class UploadParams(Params[UploadResponse]):
    kind: Literal["upload"]
    data: Base64
    note: str | None | UnsetType = UNSET
    amount: int | str | UnsetType = UNSET
    """More than 0."""
    place: UploadPlace | UnsetType = UNSET
    """Where it belongs."""
