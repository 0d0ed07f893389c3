"""POST /forms/second."""

from collections.abc import Sequence

from ._runtime.models import Params, Response


class FormsSecondMessagesResponse(Response):
    text: str | None = None


class FormsSecondMessagesParams(Params[FormsSecondMessagesResponse]):
    messages: Sequence[str]
