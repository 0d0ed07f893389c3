"""Insert vectors."""

from ._runtime.models import Response


class VectorsCreateResponse(Response):
    id: str | None = None
