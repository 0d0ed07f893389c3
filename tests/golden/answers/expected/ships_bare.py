"""What operations of `client.ships.bare` take and give."""

from typing import TypeAlias

from .components.ship import ShipResponse


ShipsBareGetResponse: TypeAlias = ShipResponse
