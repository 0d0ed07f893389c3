"""A union of envelopes, by a discriminator."""

from typing import Literal, TypeAlias

from ._runtime.models import Response


class ShipsListKindsResponseSailing(Response):
    kind: Literal["sailing"]
    sails: int


class ShipsListKindsResponseMotor(Response):
    kind: Literal["motor"]
    power: int


ShipsListKindsResponse: TypeAlias = ShipsListKindsResponseSailing | ShipsListKindsResponseMotor
