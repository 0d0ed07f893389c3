"""What operations of `client.host` take and give."""

from ._runtime.models import Response


class HostGetResponse(Response):
    id: str
