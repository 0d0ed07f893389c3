"""An envelope without a result."""

from typing import Any

from ._runtime.models import Response


class ShipsResultlessDeleteResponse(Response):
    success: bool
    errors: list[dict[str, Any]] | None = None
