"""One of two statuses."""

from typing import TypeAlias

from ._runtime.models import Response
from .components.ship import ShipResponse


class ShipsListEitherResponseShipTaskItem(Response):
    task: str


ShipsListEitherResponse: TypeAlias = ShipResponse | ShipsListEitherResponseShipTaskItem
