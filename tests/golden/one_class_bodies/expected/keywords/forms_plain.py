"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Required

from .._runtime.options import RequestOptions


class FormsPlainUpdateKeywords(RequestOptions, total=False):
    """Keywords of `forms.plain.update`: fields of `FormsPlainUpdateParams`, and options."""

    text: Required[str]
