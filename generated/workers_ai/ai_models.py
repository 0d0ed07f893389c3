"""What operations of `client.ai.models` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.models import Response


class CatalogueModelTask(Response):
    """What the model is for."""

    id: str | None = None
    """Identifier of the task."""
    name: str | None = None
    """Name of the task, such as Text Generation."""
    description: str | None = None
    """What models for the task do."""


class CatalogueModelPrice(Response):
    """One price."""

    unit: str | None = None
    """What the price is of, such as per M input tokens."""
    price: int | float | None = None
    """The price."""
    currency: str | None = None
    """The currency, such as USD."""


class CatalogueModelProperty(Response):
    """One thing that is known."""

    property_id: str
    """What it is."""
    value: str | list[CatalogueModelPrice] | None = None
    """Its value, as text; prices are a list."""


class CatalogueModel(Response):
    """A model of the catalogue."""

    id: str | None = None
    """Identifier of the entry, which no call takes."""
    name: str
    """What calls take, such as @cf/meta/m2m100-1.2b."""
    description: str | None = None
    """What the model is, in a sentence."""
    source: int | None = None
    """Number of the source that the model is from."""
    created_at: str | None = None
    """When it was added."""
    task: CatalogueModelTask | None = None
    """What the model is for."""
    tags: list[str] | None = None
    """Words that the model is found by."""
    properties: list[CatalogueModelProperty] | None = None
    """What else is known: context_window, price, function_calling, async_queue, lora, beta, planned_deprecation_date,
    terms, info."""


AIModelsListResponse: TypeAlias = list[CatalogueModel]
