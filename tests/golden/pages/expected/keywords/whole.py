"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class WholeListKeywords(RequestOptions, total=False):
    """Keywords of `whole.list`: the query, and options."""

    order: str | None
