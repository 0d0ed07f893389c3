"""POST /forms/second."""

from ._runtime.models import Params, Response


class FormsSecondResponse(Response):
    text: str | None = None


class FormsSecondParams(Params[FormsSecondResponse]):
    prompt: str
