"""Add items."""

from typing import Literal

from ._runtime.models import UNSET, AnyObject, Model, Response, UnsetType


class ListsItemsBulkCreateResponse(Response):
    id: str | None = None


class ListsItemsBulkCreateNote(Model):
    text: str | UnsetType = UNSET


class ListsItemsBulkCreateItem(Model):
    ip: str
    kind: Literal["v4", "v6"] | UnsetType = UNSET
    note: ListsItemsBulkCreateNote | AnyObject | UnsetType = UNSET
