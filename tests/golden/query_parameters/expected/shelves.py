"""What operations of `client.shelves` take and give."""

from ._runtime.models import UNSET, Response, StreamParams, UnsetType


class ShelvesSearchResponse(Response):
    response: str | None = None


class ShelvesSearchChunk(Response):
    response: str | None = None


class ShelvesGuessResponse(Response):
    response: str | None = None


class ShelvesGuessChunk(Response):
    response: str | None = None


class ShelvesSearchParams(StreamParams[ShelvesSearchResponse, ShelvesSearchChunk]):
    text: str
    stream: bool | UnsetType = UNSET


class ShelvesGuessParams(StreamParams[ShelvesGuessResponse, ShelvesGuessChunk]):
    prompt: str
    stream: bool | UnsetType = UNSET
