"""What operations of `client.ships.resultless` take and give."""

from typing import Any

from ._runtime.models import Response


class ShipsResultlessDeleteResponse(Response):
    success: bool
    errors: list[dict[str, Any]] | None = None
