"""Text."""

from ._runtime.models import Params, Response


class TextResponse(Response):
    words: int | None = None


class SpeechResponse(Response):
    text: str | None = None


class TextParams(Params[TextResponse]):
    text: str
