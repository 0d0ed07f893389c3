"""Set the mode."""

from ._runtime.models import Response


class ListsModeUpdateResponse(Response):
    id: str | None = None
