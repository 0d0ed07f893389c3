"""What operations of `client.ai.models.schema` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Any

from ._runtime.models import Response


class AIModelsSchemaGetResponse(Response):
    """What a model takes and what it answers."""

    input: dict[str, Any] | None = None
    """JSON Schema of what the model takes."""
    output: dict[str, Any] | None = None
    """JSON Schema of what the model answers."""
