"""A report in the forms that people and programs read."""

from __future__ import annotations

import importlib
from typing import cast

from flaregen.diagnostic import UsageError
from flaregen.drift.change import Report
from flaregen.report.history import History

FORMATS = ("text", "details", "json", "markdown", "sarif", "github", "junit", "html")


_OF_HISTORIES = ("text", "details", "json", "markdown", "html")


def render(report: Report, form: str, *, code: str = "") -> str:
    """A report in one of FORMATS. ``code`` is the diff of the emitted client, where wanted."""
    module = importlib.import_module(f"flaregen.report.formats.{form}")
    return cast("str", module.render(report, code=code))


def render_history(history: History, form: str) -> str:
    """What each commit changed. Raises UsageError for a form that is for two documents only."""
    if form not in _OF_HISTORIES:
        raise UsageError(f"a history has no form {form}", f"take {', '.join(_OF_HISTORIES)}")
    module = importlib.import_module(f"flaregen.report.formats.{form}")
    return cast("str", module.render_history(history))
