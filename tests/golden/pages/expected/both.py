"""What operations of `client.both` take and give."""

from dataclasses import field

from ._runtime.models import Response
from .components.record import RecordResponse


class BothListResponse(Response):
    class_: list[RecordResponse] | None = field(default=None, metadata={"wire_name": "class"})
