"""SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from flaregen import __version__
from flaregen.drift.change import Change, Level, Report
from flaregen.drift.rules import RULES, Rule
from flaregen.drift.rules.explanations import explanations
from flaregen.report.formats.places import Place, best_place, places
from flaregen.report.formats.wording import pointed, reached, said
from flaregen.report.gate import Limits

_LEVELS: dict[Level, str] = {"breaking": "error", "warning": "warning", "info": "note"}
_HELP = "https://github.com/flaregen/flaregen/blob/main/docs/drift-rules.md"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report, limits: Limits) -> str:
    """What fails is an error."""
    used = sorted({change.id for change in report.changes})
    index = {name: position for position, name in enumerate(used)}
    driver = {
        "name": "flaregen",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(RULES[name]) for name in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            {**_result(report, change, index[change.id]), "level": _LEVELS[limits.grade(change)]}
            for change in report.changes
        ],
        "properties": {
            "verdict": report.verdict,
            "python": report.python.verdict,
            "bump": report.python.bump,
            "leftOut": report.left_out,
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.id.replace("-", " ")},
        "helpUri": f"{_HELP}#{rule.id}",
        "help": {"text": f"flaregen explain {rule.id}"},
    }
    why = explanations()[rule.id].why
    if why:
        described["fullDescription"] = described["help"] = {"text": why}
    return described


def _result(report: Report, change: Change, rule_index: int) -> dict[str, Any]:
    names = [{"fullyQualifiedName": name} for name in (pointed(change), *change.symbols) if name]
    where = f" Reaches {reached(change)}." if change.operations else ""
    result: dict[str, Any] = {
        "ruleId": change.id,
        "ruleIndex": rule_index,
        "message": {"text": _without_links(f"{said(change)}.{where}")},
        "locations": [{**_location(best_place(report, change)), "logicalLocations": names}],
        "partialFingerprints": {"change/v1": fingerprint(change)},
        "properties": {
            "wire": change.level,
            "python": change.python,
            "direction": change.direction,
            "symbols": list(change.symbols),
            "gone": list(change.gone),
        },
    }
    old, _ = places(report, change)
    if old is not None:
        result["relatedLocations"] = [{**_location(old), "message": {"text": "before"}}]
    return result


def _without_links(text: str) -> str:
    """Viewers make links of ``[text](address)`` unless a bracket is escaped (section 3.11.6)."""
    return re.sub(r"\\*\](?=\()", lambda found: re.sub(r"[\\\]]", r"\\\g<0>", found[0]), text)


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.position.line, "startColumn": place.position.column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(place.file)}, "region": region}}


def _uri(name: str) -> str:
    if "://" in name or name.startswith("git:"):
        return quote(name, safe=":/?&=#%@+")
    return quote("stdin" if name == "-" else PurePath(name).as_posix())


def fingerprint(change: Change) -> str:
    """The same for the same change, wherever the lines move; no two changes share one."""
    text = f"{change.id}\0{change.old_pointer}\0{change.new_pointer}\0{change.message}"
    return hashlib.sha256(text.encode()).hexdigest()
