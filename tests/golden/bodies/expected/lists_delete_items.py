"""Take items out, or all."""

from ._runtime.models import Response


class ListsDeleteItemsResponse(Response):
    id: str | None = None
