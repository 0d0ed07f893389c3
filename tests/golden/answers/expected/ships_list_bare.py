"""No envelope."""

from typing import TypeAlias

from .components.ship import ShipResponse


ShipsListBareResponse: TypeAlias = ShipResponse
