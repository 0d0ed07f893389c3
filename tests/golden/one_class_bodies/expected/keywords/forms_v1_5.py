"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class FormsV15Keywords(RequestOptions, total=False):
    """Keywords of `forms.v1_5`: fields of `FormsV15Params`, and options."""

    text: Required[str]
