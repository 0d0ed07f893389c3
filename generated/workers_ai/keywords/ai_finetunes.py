"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import Required

from ..keywords import AccountIdOptions


class AIFinetunesCreateKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.finetunes.create`: fields of `AIFinetunesCreateParams`, and options."""

    description: str
    model: Required[str]
    name: Required[str]
    public: bool
