"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required

from .._runtime.options import RequestOptions


class ShelvesBooksListKeywords(RequestOptions, total=False):
    """Keywords of `shelves.books.list`: the query, and options."""

    shelf_: str | None
    """A second shelf."""
    order_by: Required[Literal["title", 'the "year"']]
    timeout_: float | None
    """Seconds. \"\"\" ends nothing."""
    limit: int | None
    lent: bool | None
    tags: Sequence[str] | None
    since: int | str | None
    filter: Mapping[str, Any] | None
    at: str | None
    from_page: str | float | bool | None
    x_trace: str | None


class ShelvesSearchKeywords(RequestOptions, total=False):
    """Keywords of `shelves.search`: fields of `ShelvesSearchParams`, and options."""

    text_: str | None
    """What is looked for first."""
    page: Required[int]
    text: Required[str]


class ShelvesGuessKeywords(RequestOptions, total=False):
    """Keywords of `shelves.guess`: fields of `ShelvesGuessParams`, and options."""

    prompt: Required[str]
