"""Set the mode."""

from ._runtime.models import Response


class ListsUpdateModeResponse(Response):
    id: str | None = None
