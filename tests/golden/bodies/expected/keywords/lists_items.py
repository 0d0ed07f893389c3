"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.models import Response
from ..lists_items_create import ListsItemsCreateNote


ListsItemsCreateItemDict = TypedDict(
    "ListsItemsCreateItemDict",
    {
        "ip": Required["str"],
        "kind": NotRequired["Literal['v4', 'v6']"],
        "note": NotRequired["ListsItemsCreateNote | ListsItemsCreateNoteDict | Response"],
    },
)
"""A dict in place of `ListsItemsCreateItem`."""


ListsItemsCreateNoteDict = TypedDict("ListsItemsCreateNoteDict", {"text": NotRequired["str"]})
"""A dict in place of `ListsItemsCreateNote`."""
