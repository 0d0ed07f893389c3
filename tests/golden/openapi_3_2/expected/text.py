"""Text."""

from typing import Literal

from ._runtime.models import UNSET, Response, StreamParams, UnsetType


class TextResponseKindCircle(Response):
    kind: Literal["circle"]
    radius: float


class TextResponsePolygon(Response):
    kind: str | None = None
    corners: int | None = None


class TextResponse(Response):
    text: str | None = None
    figure: TextResponseKindCircle | TextResponsePolygon | None = None


class TextChunk(Response):
    piece: str | None = None


class TextParams(StreamParams[TextResponse, TextChunk]):
    prompt: str
    stream: bool | UnsetType = UNSET
