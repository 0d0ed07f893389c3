"""Text."""

from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class TextResponseSize(Response):
    x: int | float | None = None
    y: int | float | None = None


class TextResponse(Response):
    size: TextResponseSize | None = None


class TextStyle(Model):
    """How it looks."""

    color: str
    width: float | UnsetType = UNSET


class TextParams(Params[TextResponse]):
    text: str
    style: TextStyle | AnyObject | UnsetType = UNSET
    """How it looks."""
