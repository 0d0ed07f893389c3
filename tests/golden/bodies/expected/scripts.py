"""What operations of `client.scripts` take and give."""

from ._runtime.models import Response


class ScriptsUpdateResponse(Response):
    id: str | None = None
