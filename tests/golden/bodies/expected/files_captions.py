"""What operations of `client.files.captions` take and give."""

from collections.abc import Sequence

from ._runtime.binary import FilePart
from ._runtime.models import UNSET, Params, Response, UnsetType


class FilesCaptionsUpdateResponse(Response):
    id: str | None = None


class FilesCaptionsUpdateParams(Params[FilesCaptionsUpdateResponse]):
    file: str | FilePart
    """The file."""
    pages: Sequence[str | FilePart] | UnsetType = UNSET
    since: str | UnsetType = UNSET
    """Format: date."""
