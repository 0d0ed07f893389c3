"""Info."""

from .._runtime.models import Response


class ModelInfoPrice(Response):
    unit: str
    price: int | float


class ModelInfo(Response):
    """What is known of a model apart from its schema."""

    name: str
    task: str
    deprecated: bool
    async_queue: bool | None = None
    planned_deprecation_date: str | None = None
    prices: list[ModelInfoPrice] | None = None
