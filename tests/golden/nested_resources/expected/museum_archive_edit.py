"""Change a box."""

from ._runtime.models import UNSET, Params, Response, UnsetType


class MuseumArchiveEditResponse(Response):
    label: str | None = None


class MuseumArchiveEditParams(Params[MuseumArchiveEditResponse]):
    label: str | UnsetType = UNSET
