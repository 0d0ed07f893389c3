"""A report in the forms that people and programs read."""

from __future__ import annotations

import importlib
from typing import cast

from flaregen.drift.change import Report

FORMATS = ("text", "details", "json", "markdown", "sarif", "github", "junit", "html")


def render(report: Report, form: str, *, code: str = "") -> str:
    """A report in one of FORMATS. ``code`` is the diff of the emitted client, where wanted."""
    module = importlib.import_module(f"flaregen.report.formats.{form}")
    return cast("str", module.render(report, code=code))
