"""What operations of `client.lists.mode` take and give."""

from ._runtime.models import Response


class ListsModeUpdateResponse(Response):
    id: str | None = None
