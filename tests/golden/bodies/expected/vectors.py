"""What operations of `client.vectors` take and give."""

from ._runtime.models import Response


class VectorsCreateResponse(Response):
    id: str | None = None
