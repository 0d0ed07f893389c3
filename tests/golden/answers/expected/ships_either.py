"""What operations of `client.ships.either` take and give."""

from typing import TypeAlias

from ._runtime.models import Response
from .components.ship import ShipResponse


class ShipsEitherGetResponseShipTaskItem(Response):
    task: str


ShipsEitherGetResponse: TypeAlias = ShipResponse | ShipsEitherGetResponseShipTaskItem
