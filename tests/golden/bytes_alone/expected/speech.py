"""Speech."""

from ._runtime.models import Response


class SpeechResponse(Response):
    text: str | None = None
