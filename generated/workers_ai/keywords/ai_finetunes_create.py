"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class AIFinetunesCreateKeywords(RequestOptions, total=False):
    """Keywords of `ai.finetunes.create`: fields of `AIFinetunesCreateParams`, and options."""

    account_id: str | None
    description: str
    model: Required[str]
    name: Required[str]
    public: bool
