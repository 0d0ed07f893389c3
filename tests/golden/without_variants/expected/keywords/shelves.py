"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class ShelvesBooksGetKeywords(RequestOptions, total=False):
    """Keywords of `shelves.books.get`: the query, and options."""

    filter: str | None
