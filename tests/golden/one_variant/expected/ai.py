"""What operations of `client.ai` take and give."""

from ._runtime.models import UNSET, Params, Response, UnsetType


class AIRunResponse(Response):
    matches: list[str]
    """What was found."""


class AIRunParams(Params[AIRunResponse]):
    """Something to look up."""

    text: str
    """What to look for. From 1 to 200 characters."""
    limit: int | UnsetType = UNSET
    """Most results to give. From 1 to 100. Server default: 10."""
