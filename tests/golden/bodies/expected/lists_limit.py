"""What operations of `client.lists.limit` take and give."""

from ._runtime.models import Response


class ListsLimitUpdateResponse(Response):
    id: str | None = None
