"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypeAlias

from .._runtime.options import RequestOptions


class FormsV15Keywords(RequestOptions, total=False):
    """Keywords of `forms.v1_5`: fields of `FormsV15Params`, and options."""

    text: Required[str]


class FormsFirstKeywords(RequestOptions, total=False):
    """Keywords of `forms.first`: fields of `FormsFirstParams`, and options."""

    prompt: str
    messages: Sequence[str]


FormsPlainUpdateKeywords: TypeAlias = FormsV15Keywords
FormsPlainCreateKeywords: TypeAlias = FormsV15Keywords
FormsSecondKeywords: TypeAlias = FormsFirstKeywords
