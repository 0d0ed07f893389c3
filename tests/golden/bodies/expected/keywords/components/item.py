"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from ..._runtime.models import Response
from ...components.note import Note
from ...keywords.components.note import NoteDict


ItemDict = TypedDict(
    "ItemDict",
    {
        "ip": Required["str"],
        "kind": NotRequired["Literal['v4', 'v6']"],
        "note": NotRequired["Note | NoteDict | Response"],
    },
)
