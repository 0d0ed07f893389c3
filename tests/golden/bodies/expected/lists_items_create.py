"""Add items."""

from typing import Literal

from ._runtime.models import UNSET, AnyObject, Model, Response, UnsetType


class ListsItemsCreateResponse(Response):
    id: str | None = None


class ListsItemsCreateNote(Model):
    text: str | UnsetType = UNSET


class ListsItemsCreateItem(Model):
    ip: str
    kind: Literal["v4", "v6"] | UnsetType = UNSET
    note: ListsItemsCreateNote | AnyObject | UnsetType = UNSET
