"""Return."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class ReturnResponse(Response):
    accepted: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ReturnExchangeParams(Params[ReturnResponse]):
    order: str
    """Which order."""
    wanted: str


@dataclass(frozen=True, kw_only=True)
class ReturnRefundParams(Params[ReturnResponse]):
    order: str
    """Which order."""
    account: str
