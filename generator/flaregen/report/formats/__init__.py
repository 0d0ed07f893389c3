"""A report in the forms that people and programs read."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import cast

from flaregen.diagnostic import UsageError
from flaregen.drift.change import Report
from flaregen.report.formats.grouping import Grouping
from flaregen.report.gate import BREAKING, Limits
from flaregen.report.history import History

FORMATS = ("text", "details", "json", "markdown", "sarif", "github", "junit", "html")


_OF_HISTORIES = ("text", "details", "json", "markdown", "html")
_GROUPED = ("text", "details", "markdown", "html")
_GRADED = ("sarif", "github", "junit")
"""Forms whose readers fail by what is in them."""


def render(
    report: Report,
    form: str,
    *,
    code: str = "",
    by: Grouping | None = None,
    limits: Limits = BREAKING,
) -> str:
    """A report in one of FORMATS. ``code`` is the diff of the emitted client, where wanted.

    Raises UsageError for a form whose changes are not grouped, where ``by`` is given.
    """
    options = _options(form, by)
    if form in _GRADED:
        return cast("str", _module(form).render(report, limits))
    return cast("str", _module(form).render(report, code=code, **options))


def render_history(history: History, form: str, *, by: Grouping | None = None) -> str:
    """What each commit changed. Raises UsageError for a form that is for two documents only."""
    if form not in _OF_HISTORIES:
        raise UsageError(f"a history has no form {form}", f"take {', '.join(_OF_HISTORIES)}")
    return cast("str", _module(form).render_history(history, **_options(form, by)))


def _module(form: str) -> ModuleType:
    return importlib.import_module(f"flaregen.report.formats.{form}")


def _options(form: str, by: Grouping | None) -> dict[str, Grouping]:
    if by is None:
        return {}
    if form not in _GROUPED:
        raise UsageError(
            f"--group-by does not go with --format {form}", f"take {', '.join(_GROUPED)}"
        )
    return {"by": by}
