"""What operations of `client.lists.owner` take and give."""

from ._runtime.models import UNSET, Params, Response, UnsetType


class ListsOwnerUpdateResponse(Response):
    id: str | None = None


class ListsOwnerUpdateParams(Params[ListsOwnerUpdateResponse]):
    name: str | UnsetType = UNSET
