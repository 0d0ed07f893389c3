"""What operations of `client.lists.order` take and give."""

from ._runtime.models import Params, Response


class ListsOrderUpdateResponse(Response):
    id: str | None = None


class ListsOrderUpdateParams(Params[ListsOrderUpdateResponse]):
    by: str
