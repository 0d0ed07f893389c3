"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required

from .._runtime.options import RequestOptions


class ScriptsUpdateKeywords(RequestOptions, total=False):
    """Keywords of `scripts.update`: the query, and options."""

    cf_body_part: str | None
    """The part that is the script."""
    upload_length: Required[int]
    x_flags: Sequence[bool] | None
    session: str | None
