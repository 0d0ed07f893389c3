"""Return."""

from ._runtime.models import Params, Response


class ReturnResponse(Response):
    accepted: bool | None = None


class ReturnExchangeParams(Params[ReturnResponse]):
    order: str
    """Which order."""
    wanted: str


class ReturnRefundParams(Params[ReturnResponse]):
    order: str
    """Which order."""
    account: str
