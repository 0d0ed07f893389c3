"""Add items."""

from typing import Literal

from ._runtime.models import UNSET, AnyObject, Model, Response, UnsetType


class ListsItemsResponse(Response):
    id: str | None = None


class ListsItemsNote(Model):
    text: str | UnsetType = UNSET


class ListsItemsItem(Model):
    ip: str
    kind: Literal["v4", "v6"] | UnsetType = UNSET
    note: ListsItemsNote | AnyObject | UnsetType = UNSET
