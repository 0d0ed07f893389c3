"""Upload a file."""

from ._runtime.models import Response


class FilesUpdateResponse(Response):
    id: str | None = None
