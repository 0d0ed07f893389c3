"""Text."""

from typing import Literal

from ._runtime.models import UNSET, Params, Response, UnsetType


class TextResponse(Response):
    id: str | None = None


class TextParams(Params[TextResponse]):
    type: Literal["TXT"]
    content: str
    ttl: float | UnsetType = UNSET
    quoted: bool
