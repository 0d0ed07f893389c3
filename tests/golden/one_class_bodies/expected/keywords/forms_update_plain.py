"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class FormsUpdatePlainKeywords(RequestOptions, total=False):
    """Keywords of `forms.update_plain`: fields of `FormsUpdatePlainParams`, and options."""

    text: Required[str]
