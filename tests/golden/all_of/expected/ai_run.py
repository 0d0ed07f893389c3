"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import OrderParams, OrderResponse, ReturnExchangeParams, ReturnRefundParams, ReturnResponse

AIRunParams: TypeAlias = OrderParams | ReturnExchangeParams | ReturnRefundParams
AIRunResponse: TypeAlias = OrderResponse | ReturnResponse
