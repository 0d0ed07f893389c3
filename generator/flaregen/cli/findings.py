"""Findings for programs; docs/diagnostics.schema.json describes them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from flaregen.diagnostic import Diagnostic
from flaregen.reading.positions import position_of

OUTPUT_FORMAT = "flaregen.format"
"""Where the context of a run has the form that was asked for."""


def as_json(findings: Sequence[Diagnostic]) -> str:
    """The object that ``validate --format json`` prints, and every command that fails."""
    found = {
        "errors": count(findings, "error"),
        "warnings": count(findings, "warning"),
        "diagnostics": [_described(finding) for finding in findings],
    }
    return json.dumps(found, indent=2)


def count(findings: Sequence[Diagnostic], severity: str) -> int:
    """How many findings are an ``error``, a ``warning`` or a ``note``."""
    return sum(finding.severity == severity for finding in findings)


def _described(finding: Diagnostic) -> dict[str, object]:
    position = position_of(finding)
    return {
        "severity": finding.severity,
        "code": finding.code,
        "file": finding.source.name if finding.source is not None else None,
        "line": position.line if position is not None else None,
        "column": position.column if position is not None else None,
        "pointer": str(finding.pointer) if finding.pointer is not None else None,
        "message": finding.message,
        "help": finding.help,
    }
