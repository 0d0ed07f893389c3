"""What operations of `client.ai.finetunes.assets` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.binary import FilePart
from ._runtime.models import UNSET, Params, Response, UnsetType


class AIFinetunesAssetsCreateResponse(Response):
    bucket_name: str
    """Where the file is kept."""
    created_at: str
    """When it was made. Format: date-time."""
    file_name: str
    """Name of the file."""
    finetune_id: str
    """Identifier of the finetune."""
    id: str
    """Identifier. Format: uuid."""
    modified_at: str
    """When it was last changed. Format: date-time."""


class AIFinetunesAssetsCreateParams(Params[AIFinetunesAssetsCreateResponse]):
    """A file of a finetune."""

    file: FilePart | UnsetType = UNSET
    """The file."""
    file_name: str | UnsetType = UNSET
    """Name of the file."""
