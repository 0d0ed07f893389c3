"""POST /forms/second."""

from collections.abc import Sequence

from ._runtime.models import Params, Response


class FormsSecondResponse(Response):
    text: str | None = None


class FormsSecondMessagesParams(Params[FormsSecondResponse]):
    messages: Sequence[str]
