"""Other\\x00Thing."""

from ._runtime.models import Params, Response


class OtherThingResponse(Response):
    y: str | None = None


class OtherThingParams(Params[OtherThingResponse]):
    x: str
