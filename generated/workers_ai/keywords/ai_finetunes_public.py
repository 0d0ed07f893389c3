"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from ..keywords import AccountIdOptions


class AIFinetunesPublicListKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.finetunes.public.list`: the query, and options."""

    limit: float | None
    """How many finetunes to give."""
    offset: float | None
    """How many finetunes to pass over first."""
    order_by: str | None
    """Column by which the finetunes are sorted."""
