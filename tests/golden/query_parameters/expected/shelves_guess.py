"""Guess a book."""

from ._runtime.models import UNSET, Response, StreamParams, UnsetType


class ShelvesGuessResponse(Response):
    response: str | None = None


class ShelvesGuessChunk(Response):
    response: str | None = None


class ShelvesGuessParams(StreamParams[ShelvesGuessResponse, ShelvesGuessChunk]):
    prompt: str
    stream: bool | UnsetType = UNSET
