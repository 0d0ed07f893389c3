"""What operations of `client.ships.crew` take and give."""

from typing import TypeAlias

from .components.ship import ShipResponse


ShipsCrewListResponse: TypeAlias = list[ShipResponse]
