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


def require_form(form: str, by: Grouping | None, *, history: bool) -> None:
    """Raise UsageError for one of FORMATS that cannot show what is asked for."""
    if history and form not in _OF_HISTORIES:
        raise UsageError(
            f"a history cannot be written as {form}", f"take {', '.join(_OF_HISTORIES)}"
        )
    if by is not None and form not in _GROUPED:
        raise UsageError(
            f"--group-by cannot be combined with --format {form}", f"take {', '.join(_GROUPED)}"
        )


def render(
    report: Report,
    form: str,
    *,
    code: str = "",
    by: Grouping | None = None,
    limits: Limits = BREAKING,
) -> str:
    """A report in one of FORMATS. ``code`` is the diff of the emitted client, where wanted."""
    if form in _GRADED:
        return cast("str", _module(form).render(report, limits))
    return cast("str", _module(form).render(report, code=code, **_grouped(by)))


def render_history(history: History, form: str, *, by: Grouping | None = None) -> str:
    """What each commit changed, in a form that ``require_form`` permits."""
    return cast("str", _module(form).render_history(history, **_grouped(by)))


def _module(form: str) -> ModuleType:
    return importlib.import_module(f"flaregen.report.formats.{form}")


def _grouped(by: Grouping | None) -> dict[str, Grouping]:
    return {} if by is None else {"by": by}
