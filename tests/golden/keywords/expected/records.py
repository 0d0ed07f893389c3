"""Address."""

from typing import Literal

from ._runtime.models import UNSET, Params, Response, UnsetType


class AddressResponse(Response):
    id: str | None = None


class TextResponse(Response):
    id: str | None = None


class AddressParams(Params[AddressResponse]):
    type: Literal["A"]
    content: str
    ttl: int | UnsetType = UNSET


class TextParams(Params[TextResponse]):
    type: Literal["TXT"]
    content: str
    ttl: float | UnsetType = UNSET
    quoted: bool
