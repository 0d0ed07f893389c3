"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from .._runtime.binary import FilePart
from .._runtime.options import RequestOptions


class AIFinetunesAssetsCreateKeywords(RequestOptions, total=False):
    """Keywords of `ai.finetunes.assets.create`: fields of `AIFinetunesAssetsCreateParams`, and
    options.
    """

    account_id: str | None
    file: FilePart
    file_name: str
