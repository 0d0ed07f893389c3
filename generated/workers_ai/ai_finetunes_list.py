"""List finetunes."""

# fmt: off
# isort: skip_file
# ruff: noqa

from typing import TypeAlias

from ._runtime.models import Response


class Finetune(Response):
    """A finetune of the account."""

    id: str
    """Identifier. Format: uuid."""
    model: str
    """Name of the model that it is laid over."""
    name: str
    """What it is called."""
    description: str | None = None
    """What it is for."""
    public: bool | None = None
    """Whether everybody can use it."""
    created_at: str
    """When it was made. Format: date-time."""
    modified_at: str
    """When it was last changed. Format: date-time."""


AIFinetunesListResponse: TypeAlias = list[Finetune]
