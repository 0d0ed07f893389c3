"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class ShelvesSearchKeywords(RequestOptions, total=False):
    """Keywords of `shelves.search`: fields of `ShelvesSearchParams`, and options."""

    text_: str | None
    """What is looked for first."""
    page: Required[int]
    text: Required[str]


class ShelvesGuessKeywords(RequestOptions, total=False):
    """Keywords of `shelves.guess`: fields of `ShelvesGuessParams`, and options."""

    prompt: Required[str]
