"""POST /forms/second."""

from ._runtime.models import Params, Response


class FormsSecondResponse(Response):
    text: str | None = None


class FormsSecondPromptParams(Params[FormsSecondResponse]):
    prompt: str
