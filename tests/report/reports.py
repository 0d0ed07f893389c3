"""Reports to render, and to judge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from flaregen.config_file import DriftTable
from flaregen.document import Document
from flaregen.drift.change import Report
from flaregen.drift.compare import compare
from flaregen.report.judge import judge
from tests.drift.settings import around

TODAY = date(2026, 1, 1)
SCHEMA = Path(__file__).parents[2] / "docs" / "drift.schema.json"
HOSTILE = "<script>alert(1)</script> | **bold** `code` \x07 %\r\n::error:: {{ x }} ]]> @all"


def report_of(
    old: Document, new: Document, table: DriftTable | None = None, today: date = TODAY
) -> Report:
    return judge(old, new, compare(old, new, today), table or DriftTable(), today)


def sample() -> Report:
    """One breaking change, one warning, and two that are for information."""
    old = {
        "type": "object",
        "required": ["b"],
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}, "c": {"type": "string"}},
    }
    new = {
        "type": "object",
        "required": ["a"],
        "properties": {"a": {"type": "string"}, "c": {"type": "string", "description": "C."}},
    }
    return report_of(around(old, "request"), around(new, "request"))


def hostile() -> Report:
    """A change whose names and values mean something in most forms."""
    schema = {"type": "object", "properties": {HOSTILE: {"type": "string", "default": HOSTILE}}}
    return report_of(around({"type": "object"}, "request"), around(schema, "request"))
