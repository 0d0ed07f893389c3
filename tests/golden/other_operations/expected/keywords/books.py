"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class BooksSearchKeywords(RequestOptions, total=False):
    """Keywords of `books.search`: fields of `BooksSearchParams`, and options."""

    author: str
    subject: str
    limit: int
