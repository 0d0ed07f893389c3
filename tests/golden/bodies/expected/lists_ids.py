"""What operations of `client.lists.ids` take and give."""

from ._runtime.models import Response


class ListsIdsBulkUpdateResponse(Response):
    id: str | None = None
