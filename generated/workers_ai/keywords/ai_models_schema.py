"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import Required

from ..keywords import AccountIdOptions


class AIModelsSchemaGetKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.models.schema.get`: the query, and options."""

    model: Required[str]
    """Name of the model, such as @cf/meta/m2m100-1.2b."""
