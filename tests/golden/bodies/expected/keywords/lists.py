"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.models import Response
from ..lists_items import ListsItemsCreateNote


ListsItemsCreateItemDict = TypedDict(
    "ListsItemsCreateItemDict",
    {
        "ip": Required["str"],
        "kind": NotRequired["Literal['v4', 'v6']"],
        "note": NotRequired["ListsItemsCreateNote | ListsItemsCreateNoteDict | Response"],
    },
)

ListsItemsCreateNoteDict = TypedDict("ListsItemsCreateNoteDict", {"text": NotRequired["str"]})
