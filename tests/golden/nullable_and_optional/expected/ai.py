"""What operations of `client.ai` take and give."""

from typing import Any

from ._runtime.models import UNSET, Params, Response, UnsetType


class AIRunResponse(Response):
    needed: str
    needed_or_null: str | None
    optional: str | None = None
    optional_or_null: int | None = None
    untyped: Any = None


class AIRunParams(Params[AIRunResponse]):
    needed: str
    needed_or_null: str | None
    optional: str | UnsetType = UNSET
    optional_or_null: int | None | UnsetType = UNSET
    """Server default: null."""
    untyped: Any | UnsetType = UNSET
    """Anything goes."""
    any_of_null: float | None | UnsetType = UNSET
