"""The form for programs; docs/drift.schema.json describes it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import msgspec

from flaregen.drift.change import Change, Report
from flaregen.report.formats.places import Place, places
from flaregen.report.history import History

VERSION = 1
"""Raised when something is removed or means something else; additions leave it."""


def render(report: Report, *, code: str = "") -> str:
    return json.dumps(as_json(report, code=code), indent=2, ensure_ascii=False)


def render_history(history: History) -> str:
    """The verdicts of all steps together, and what each of them changed."""
    steps = [{**asdict(step.commit), "report": as_json(step.report)} for step in history.steps]
    found = {**_verdicts(history.total), "path": history.path, "steps": steps}
    return json.dumps(found, indent=2, ensure_ascii=False)


def as_json(report: Report, *, code: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {
        **_verdicts(report),
        "changes": [_change(report, change) for change in report.changes],
        "accepted": [
            {
                **_change(report, accepted.change),
                "reason": accepted.reason,
                "expires": accepted.expires,
            }
            for accepted in report.accepted
        ],
    }
    if code:
        found["code"] = code
    return found


def _verdicts(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "verdict": report.verdict,
        "python": {"verdict": report.python.verdict, "bump": report.python.bump},
        "bump": report.python.bump,
        "left_out": report.left_out,
    }


def _change(report: Report, change: Change) -> dict[str, Any]:
    old, new = places(report, change)
    return {
        "id": change.id,
        "level": change.level,
        "direction": change.direction,
        "message": change.message,
        "name": change.name,
        "count": change.count,
        "pointer": _pointers(change),
        "position": {"old": _position(old), "new": _position(new)},
        "operations": msgspec.to_builtins(change.operations),
        "symbols": list(change.symbols),
        "gone": list(change.gone),
        "python": change.python,
        "old": change.old,
        "new": change.new,
        "elsewhere": [_pointers(one) for one in change.elsewhere],
        "consequences": [_change(report, consequence) for consequence in change.consequences],
    }


def _pointers(change: Change) -> dict[str, str | None]:
    both = {"old": change.old_pointer, "new": change.new_pointer}
    return {side: None if at is None else str(at) for side, at in both.items()}


def _position(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"file": place.file, "line": place.position.line, "column": place.position.column}
