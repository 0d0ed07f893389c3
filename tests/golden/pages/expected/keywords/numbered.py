"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class NumberedListKeywords(RequestOptions, total=False):
    """Keywords of `numbered.list`: the query, and options."""

    page: int | None
    per_page: int | None
    order: str | None
