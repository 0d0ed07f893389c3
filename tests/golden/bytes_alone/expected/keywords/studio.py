"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class StudioRunKeywords(RequestOptions, total=False):
    """Keywords of `studio.run`: fields of `StudioRunParams`, and options."""

    text: Required[str]
