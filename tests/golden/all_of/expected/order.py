"""Order."""

from ._runtime.models import Params, Response


class OrderResponse(Response):
    """What all orders have."""

    id: str
    """Identifier."""
    note: str | None = None
    """A note."""
    number: int | None = None


class OrderParams(Params[OrderResponse]):
    """What all orders have."""

    id: str
    """Identifier."""
    note: str
    """Overrides the note of the base. At most 10 characters."""
    amount: int
