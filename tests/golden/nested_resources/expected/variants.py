"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

MUSEUM_ARCHIVE_EDIT = (Variant("MuseumArchiveEditParams", None, "", "label"),)

MUSEUM_ROOMS_PICTURES_HANG = (Variant("MuseumRoomsPicturesHangParams", None, "picture", "details year frame"),)
