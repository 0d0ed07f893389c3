"""What operations of `client.ai` take and give."""

from typing import Literal

from ._runtime.models import UNSET, Params, Response, UnsetType


class AIRunResponse(Response):
    state: Literal["done", "failed"] | None = None
    codes: list[Literal[0, 1]] | None = None


class AIRunParams(Params[AIRunResponse]):
    mode: Literal["fast", "exact", "it's"]
    mode_or_null: Literal["a"] | None | UnsetType = UNSET
    level: Literal[1, 2, 3] | UnsetType = UNSET
    flag: Literal[True] | UnsetType = UNSET
    ratio: float | UnsetType = UNSET
    """One of [0.5, 1.5]."""
