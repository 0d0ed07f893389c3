"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from .._runtime.binary import FilePart
from ..keywords import AccountIdOptions


class AIFinetunesAssetsCreateKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.finetunes.assets.create`: fields of `AIFinetunesAssetsCreateParams`, and
    options.
    """

    file: FilePart
    file_name: str
