"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.binary import FilePart
from .._runtime.models import Response
from .._runtime.options import RequestOptions
from ..museum_rooms_pictures import MuseumRoomsPicturesHangFrame


MuseumRoomsPicturesHangFrameDict = TypedDict("MuseumRoomsPicturesHangFrameDict", {"gold": NotRequired["bool"]})


class MuseumRoomsPicturesHangKeywords(RequestOptions, total=False):
    """Keywords of `museum.rooms.pictures.hang`: fields of `MuseumRoomsPicturesHangParams`, and options."""

    picture: Required[FilePart]
    details: Sequence[FilePart]
    year: int
    frame: MuseumRoomsPicturesHangFrame | MuseumRoomsPicturesHangFrameDict | Response


class MuseumArchiveEditKeywords(RequestOptions, total=False):
    """Keywords of `museum.archive.edit`: fields of `MuseumArchiveEditParams`, and options."""

    label: str
