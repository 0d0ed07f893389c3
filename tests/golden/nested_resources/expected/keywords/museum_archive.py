"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class MuseumArchiveEditKeywords(RequestOptions, total=False):
    """Keywords of `museum.archive.edit`: fields of `MuseumArchiveEditParams`, and options."""

    label: str
