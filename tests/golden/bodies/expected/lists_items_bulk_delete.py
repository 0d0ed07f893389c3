"""Take items out, or all."""

from ._runtime.models import Response


class ListsItemsBulkDeleteResponse(Response):
    id: str | None = None
