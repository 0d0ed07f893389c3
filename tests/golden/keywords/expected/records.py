"""Address."""

from typing import Literal

from ._runtime.models import UNSET, Params, Response, UnsetType


class RecordsCreateResponse(Response):
    id: str | None = None


class AddressParams(Params[RecordsCreateResponse]):
    type: Literal["A"]
    content: str
    ttl: int | UnsetType = UNSET


class TextParams(Params[RecordsCreateResponse]):
    type: Literal["TXT"]
    content: str
    ttl: float | UnsetType = UNSET
    quoted: bool
