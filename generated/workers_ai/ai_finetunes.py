"""What operations of `client.ai.finetunes` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.models import UNSET, Params, Response, UnsetType


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


class AIFinetunesCreateResponse(Response):
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


AIFinetunesListResponse: TypeAlias = list[Finetune]


class AIFinetunesCreateParams(Params[AIFinetunesCreateResponse]):
    """What is said of a new finetune."""

    description: str | UnsetType = UNSET
    """What it is for."""
    model: str
    """Name of the model that it is laid over."""
    name: str
    """What it is called."""
    public: bool | UnsetType = UNSET
    """Whether everybody can use it."""
