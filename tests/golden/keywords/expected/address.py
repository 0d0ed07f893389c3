"""Address."""

from typing import Literal

from ._runtime.models import UNSET, Params, Response, UnsetType


class AddressResponse(Response):
    id: str | None = None


class AddressParams(Params[AddressResponse]):
    type: Literal["A"]
    content: str
    ttl: int | UnsetType = UNSET
