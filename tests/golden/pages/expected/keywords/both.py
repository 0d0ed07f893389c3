"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class BothListKeywords(RequestOptions, total=False):
    """Keywords of `both.list`: the query, and options."""

    cursor: str | None
    limit: int | None
