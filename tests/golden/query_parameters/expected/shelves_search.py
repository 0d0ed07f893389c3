"""Search a shelf."""

from ._runtime.models import UNSET, Response, StreamParams, UnsetType


class ShelvesSearchResponse(Response):
    response: str | None = None


class ShelvesSearchChunk(Response):
    response: str | None = None


class ShelvesSearchParams(StreamParams[ShelvesSearchResponse, ShelvesSearchChunk]):
    text: str
    stream: bool | UnsetType = UNSET
