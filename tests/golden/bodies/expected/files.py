"""What operations of `client.files` take and give."""

from ._runtime.binary import BinaryResponse
from ._runtime.models import Response


class FilesPictureResponse(BinaryResponse):
    """What  answers: a file."""


class FilesUpdateResponse(Response):
    id: str | None = None
