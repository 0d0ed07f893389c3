"""Order."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class OrderResponse(Response):
    """What all orders have."""

    id: str
    """Identifier."""
    note: str | None = None
    """A note."""
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class OrderParams(Params[OrderResponse]):
    """What all orders have."""

    id: str
    """Identifier."""
    note: str
    """Overrides the note of the base. At most 10 characters."""
    amount: int
