"""A list without an envelope."""

from typing import TypeAlias

from .components.ship import ShipResponse


ShipsCrewListResponse: TypeAlias = list[ShipResponse]
