"""Order."""

from ._runtime.models import Params, Response


class OrderResponse(Response):
    """What all orders have."""

    id: str
    """Identifier."""
    note: str | None = None
    """A note."""
    number: int | None = None


class ReturnResponse(Response):
    accepted: bool | None = None


class OrderParams(Params[OrderResponse]):
    """What all orders have."""

    id: str
    """Identifier."""
    note: str
    """Overrides the note of the base. At most 10 characters."""
    amount: int


class ReturnExchangeParams(Params[ReturnResponse]):
    order: str
    """Which order."""
    wanted: str


class ReturnRefundParams(Params[ReturnResponse]):
    order: str
    """Which order."""
    account: str
