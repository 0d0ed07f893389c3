"""Return."""

from __future__ import annotations

from dataclasses import dataclass

from ._runtime import Params, Response


@dataclass(frozen=True, kw_only=True)
class ReturnResponse(Response):
    """ReturnResponse."""

    accepted: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ReturnExchangeParams(Params[ReturnResponse]):
    """ReturnExchangeParams."""

    order: str
    """Which order."""

    wanted: str


@dataclass(frozen=True, kw_only=True)
class ReturnRefundParams(Params[ReturnResponse]):
    """ReturnRefundParams."""

    order: str
    """Which order."""

    account: str
