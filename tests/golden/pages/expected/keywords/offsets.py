"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class OffsetsListKeywords(RequestOptions, total=False):
    """Keywords of `offsets.list`: the query, and options."""

    offset: int | None
    limit: int | None
