"""What operations of `client.lists` take and give."""

from ._runtime.models import Response


class ListsDeleteResponse(Response):
    id: str | None = None


class ListsCheckResponse(Response):
    id: str | None = None
