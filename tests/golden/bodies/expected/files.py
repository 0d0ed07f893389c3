"""What operations of `client.files` take and give."""

from ._runtime.models import Response


class FilesUpdateResponse(Response):
    id: str | None = None
