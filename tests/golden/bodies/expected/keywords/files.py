"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required

from .._runtime.binary import FilePart
from .._runtime.options import Moment, RequestOptions


class FilesCaptionsUpdateKeywords(RequestOptions, total=False):
    """Keywords of `files.captions.update`: fields of `FilesCaptionsUpdateParams`, and options."""

    file: Required[str | FilePart]
    pages: Sequence[str | FilePart]
    since: Moment
