"""POST /forms/first."""

from collections.abc import Sequence

from ._runtime.models import Params, Response


class FormsFirstResponse(Response):
    text: str | None = None


class FormsFirstMessagesParams(Params[FormsFirstResponse]):
    messages: Sequence[str]
