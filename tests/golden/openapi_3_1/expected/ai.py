"""Upload."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from ._runtime.binary import Base64
from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class UploadResponse(Response):
    """Other members are in `extra_fields`."""

    stored: bool | None = None

    if TYPE_CHECKING:

        @property
        def extra_fields(self) -> Mapping[str, Literal["new", "old"]]: ...

    else:
        _others = Literal["new", "old"]


class UploadPlace(Model):
    """A place.

    Other members are in `extra_fields`.
    """

    row: int | UnsetType = UNSET
    column: int | None | UnsetType = UNSET

    if TYPE_CHECKING:

        @property
        def extra_fields(self) -> Mapping[str, list[int | float]]: ...

    else:
        _others = list[int | float]


class UploadParams(Params[UploadResponse]):
    kind: Literal["upload"]
    data: Base64
    note: str | None | UnsetType = UNSET
    amount: int | str | UnsetType = UNSET
    """More than 0."""
    place: UploadPlace | AnyObject | UnsetType = UNSET
    """Where it belongs."""
