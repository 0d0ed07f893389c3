"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from ..keywords import AccountIdOptions


class AIModelsListKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.models.list`: the query, and options."""

    per_page: int | None
    """Models on a page."""
    page: int | None
    """Number of the page, from 1 on."""
    task: str | None
    """Name of the task that models are to be for."""
    author: str | None
    """Who made the models."""
    source: float | None
    """Number of the source that the models are from."""
    hide_experimental: bool | None
    """Whether to leave out models that are being tried out."""
    search: str | None
    """Text that the models are to have."""
    include_deprecated: bool | None
    """Whether to list deprecated models, too."""
