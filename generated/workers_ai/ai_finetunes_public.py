"""What operations of `client.ai.finetunes.public` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.models import Response


class PublicFinetune(Response):
    created_at: str
    """When it was made. Format: date-time."""
    description: str | None = None
    """What it is for."""
    id: str
    """Identifier. Format: uuid."""
    model: str
    """Name of the model that it is laid over."""
    modified_at: str
    """When it was last changed. Format: date-time."""
    name: str
    """What it is called."""
    public: bool
    """Whether everybody can use it."""


AIFinetunesPublicListResponse: TypeAlias = list[PublicFinetune]
