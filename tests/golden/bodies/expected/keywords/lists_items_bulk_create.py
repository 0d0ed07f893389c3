"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.models import Response
from ..lists_items_bulk_create import ListsItemsBulkCreateNote


class ListsItemsBulkCreateItemDict(TypedDict, total=False):
    """A dict in place of `ListsItemsBulkCreateItem`."""

    ip: Required[str]
    kind: Literal["v4", "v6"]
    note: ListsItemsBulkCreateNote | ListsItemsBulkCreateNoteDict | Response


class ListsItemsBulkCreateNoteDict(TypedDict, total=False):
    """A dict in place of `ListsItemsBulkCreateNote`."""

    text: str
