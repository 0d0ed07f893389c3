"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.models import Response
from ..lists_items import ListsItemsNote


class ListsItemsItemDict(TypedDict, total=False):
    """A dict in place of `ListsItemsItem`."""

    ip: Required[str]
    kind: Literal["v4", "v6"]
    note: ListsItemsNote | ListsItemsNoteDict | Response


class ListsItemsNoteDict(TypedDict, total=False):
    """A dict in place of `ListsItemsNote`."""

    text: str
