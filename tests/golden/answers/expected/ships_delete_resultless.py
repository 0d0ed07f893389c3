"""An envelope without a result."""

from typing import Any

from ._runtime.models import Response


class ShipsDeleteResultlessResponse(Response):
    success: bool
    errors: list[dict[str, Any]] | None = None
