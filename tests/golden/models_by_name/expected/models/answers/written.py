"""Written."""

from ..._runtime.models import Response


class Word(Response):
    said: str | None = None
    at: int | float | None = None


class Written(Response):
    text: str
    words: list[Word] | None = None
