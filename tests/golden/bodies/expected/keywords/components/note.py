"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import NotRequired, TypedDict


NoteDict = TypedDict("NoteDict", {"text": NotRequired["str"]})
