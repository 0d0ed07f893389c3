"""Written piece."""

from ..._runtime.models import Response


class WrittenPiece(Response):
    text: str | None = None
