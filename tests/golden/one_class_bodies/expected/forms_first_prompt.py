"""POST /forms/first."""

from ._runtime.models import Params, Response


class FormsFirstResponse(Response):
    text: str | None = None


class FormsFirstPromptParams(Params[FormsFirstResponse]):
    prompt: str
