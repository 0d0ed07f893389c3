"""POST /forms/v1_5."""

from ._runtime.models import Params, Response


class FormsV15Response(Response):
    text: str | None = None


class FormsV15Params(Params[FormsV15Response]):
    text: str
