"""What operations of `client.ships.kinds` take and give."""

from typing import Literal, TypeAlias

from ._runtime.models import Response


class ShipsKindsGetResponseSailing(Response):
    kind: Literal["sailing"]
    sails: int


class ShipsKindsGetResponseMotor(Response):
    kind: Literal["motor"]
    power: int


ShipsKindsGetResponse: TypeAlias = ShipsKindsGetResponseSailing | ShipsKindsGetResponseMotor
