"""What operations of `client.museum.archive` take and give."""

from ._runtime.models import UNSET, Params, Response, UnsetType


class MuseumArchiveEditResponse(Response):
    label: str | None = None


class MuseumArchiveGuideResponse(Response):
    shelf: str | None = None


class MuseumArchiveEditParams(Params[MuseumArchiveEditResponse]):
    label: str | UnsetType = UNSET
