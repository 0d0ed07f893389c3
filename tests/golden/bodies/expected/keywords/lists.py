"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class ListsOrderUpdateKeywords(RequestOptions, total=False):
    """Keywords of `lists.order.update`: fields of `ListsOrderUpdateParams`, and options."""

    by: Required[str]


class ListsOwnerUpdateKeywords(RequestOptions, total=False):
    """Keywords of `lists.owner.update`: fields of `ListsOwnerUpdateParams`, and options."""

    name: str
