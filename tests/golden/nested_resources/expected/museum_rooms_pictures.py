"""What operations of `client.museum.rooms.pictures` take and give."""

from collections.abc import Sequence

from ._runtime.binary import FilePart
from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class MuseumRoomsPicturesHangResponse(Response):
    wall: str | None = None


class MuseumRoomsPicturesHangFrame(Model):
    gold: bool | UnsetType = UNSET


class MuseumRoomsPicturesHangParams(Params[MuseumRoomsPicturesHangResponse]):
    picture: FilePart
    """The picture."""
    details: Sequence[FilePart] | UnsetType = UNSET
    year: int | UnsetType = UNSET
    frame: MuseumRoomsPicturesHangFrame | AnyObject | UnsetType = UNSET
