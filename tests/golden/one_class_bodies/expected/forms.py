"""What operations of `client.forms` take and give."""

from collections.abc import Sequence

from ._runtime.models import Params, Response


class FormsV15Response(Response):
    text: str | None = None


class FormsFirstResponse(Response):
    text: str | None = None


class FormsSecondResponse(Response):
    text: str | None = None


class FormsV15Params(Params[FormsV15Response]):
    text: str


class FormsFirstPromptParams(Params[FormsFirstResponse]):
    prompt: str


class FormsFirstMessagesParams(Params[FormsFirstResponse]):
    messages: Sequence[str]


class FormsSecondPromptParams(Params[FormsSecondResponse]):
    prompt: str


class FormsSecondMessagesParams(Params[FormsSecondResponse]):
    messages: Sequence[str]
