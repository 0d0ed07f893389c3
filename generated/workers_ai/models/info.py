"""Info."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from .._runtime.models import Response


class ModelInfoPrice(Response):
    unit: str
    price: int | float
    currency: str


class ModelInfo(Response):
    """What is known of a model apart from its schema."""

    name: str
    task: str
    created_at: str | None = None
    price: list[ModelInfoPrice] | None = None
    deprecated: bool
    async_queue: bool | None = None
    max_input_tokens: int | None = None
    output_dimensions: int | None = None
    partner: bool | None = None
    terms: str | None = None
    context_window: int | None = None
    vision: bool | None = None
    realtime: bool | None = None
    websocket: bool | None = None
    function_calling: bool | None = None
    reasoning: bool | None = None
    require_workers_paid: bool | None = None
    planned_deprecation_date: str | None = None
    beta: bool | None = None
