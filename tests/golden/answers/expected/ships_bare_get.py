"""No envelope."""

from typing import TypeAlias

from .components.ship import ShipResponse


ShipsBareGetResponse: TypeAlias = ShipResponse
