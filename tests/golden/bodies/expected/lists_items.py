"""What operations of `client.lists.items` take and give."""

from typing import Literal

from ._runtime.models import UNSET, AnyObject, Model, Response, UnsetType


class ListsItemsCreateResponse(Response):
    id: str | None = None


class ListsItemsBulkDeleteResponse(Response):
    id: str | None = None


class ListsItemsCreateNote(Model):
    text: str | UnsetType = UNSET


class ListsItemsCreateItem(Model):
    ip: str
    kind: Literal["v4", "v6"] | UnsetType = UNSET
    note: ListsItemsCreateNote | AnyObject | UnsetType = UNSET
