"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime.options import RequestOptions


class FormsFirstKeywords(RequestOptions, total=False):
    """Keywords of `forms.first`: fields of `FormsFirstParams`, and options."""

    prompt: str
    messages: Sequence[str]
