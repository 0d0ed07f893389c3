"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .order import OrderParams, OrderResponse
from .return_ import ReturnExchangeParams, ReturnRefundParams, ReturnResponse

AIRunParams: TypeAlias = OrderParams | ReturnExchangeParams | ReturnRefundParams
AIRunResponse: TypeAlias = OrderResponse | ReturnResponse
