"""Drawing."""

from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class DrawingResponseFirst(Response):
    x: int | float | None = None
    y: int | float | None = None


class DrawingResponse(Response):
    first: DrawingResponseFirst | None = None
    last: DrawingResponseFirst | None = None


class TextResponse(Response):
    size: DrawingResponseFirst | None = None


class DrawingStyle(Model):
    """How it looks."""

    color: str
    width: float | UnsetType = UNSET


class DrawingBorderStyle(Model):
    dash: float


class DrawingLineParams(Params[DrawingResponse]):
    line: str
    style: DrawingStyle | AnyObject
    """How it looks."""


class TextParams(Params[TextResponse]):
    text: str
    style: DrawingStyle | AnyObject | UnsetType = UNSET
    """How it looks."""


class DrawingBorder(Model):
    style: DrawingBorderStyle | AnyObject


class DrawingShapeParams(Params[DrawingResponse]):
    shape: str
    style: DrawingStyle | AnyObject
    """How it looks."""
    border: DrawingBorder | AnyObject | UnsetType = UNSET
