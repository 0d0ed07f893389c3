"""Text."""

from typing import Literal

from ._runtime.models import UNSET, Response, StreamParams, UnsetType


class TextResponseCircle(Response):
    kind: Literal["circle"]
    radius: int | float


class TextResponsePolygon(Response):
    kind: str | None = None
    corners: int | None = None


class TextResponse(Response):
    text: str | None = None
    figure: TextResponseCircle | TextResponsePolygon | None = None


class TextChunk(Response):
    piece: str | None = None


class TextParams(StreamParams[TextResponse, TextChunk]):
    prompt: str
    stream: bool | UnsetType = UNSET
