"""Get the guide."""

from ._runtime.models import Response


class MuseumArchiveGuideResponse(Response):
    shelf: str | None = None
