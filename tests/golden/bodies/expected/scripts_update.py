"""Upload a script."""

from ._runtime.models import Response


class ScriptsUpdateResponse(Response):
    id: str | None = None
