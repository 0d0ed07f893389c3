"""What operations of `client.lists.items` take and give."""

from ._runtime.models import Response


class ListsItemsCreateResponse(Response):
    id: str | None = None


class ListsItemsBulkDeleteResponse(Response):
    id: str | None = None
