"""POST /forms/first."""

from collections.abc import Sequence

from ._runtime.models import Params, Response


class FormsFirstMessagesResponse(Response):
    text: str | None = None


class FormsFirstMessagesParams(Params[FormsFirstMessagesResponse]):
    messages: Sequence[str]
