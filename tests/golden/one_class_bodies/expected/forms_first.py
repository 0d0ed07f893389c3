"""POST /forms/first."""

from ._runtime.models import Params, Response


class FormsFirstResponse(Response):
    text: str | None = None


class FormsFirstParams(Params[FormsFirstResponse]):
    prompt: str
