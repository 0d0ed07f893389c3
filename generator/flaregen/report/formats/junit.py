"""A report as test results: one case for each change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from flaregen.drift.change import Change, Level, Report
from flaregen.drift.messages import shown
from flaregen.report.formats.places import Place, best_place
from flaregen.report.formats.wording import reached, said, summary, verdicts_of
from flaregen.report.gate import Limits

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, limits: Limits) -> str:
    """What fails is a failure, other warnings are skipped cases, the rest passes."""
    changes = report.changes
    grades = Counter(map(limits.grade, changes))
    numbers = {
        "tests": str(max(1, len(changes))),
        "failures": str(grades["breaking"]),
        "skipped": str(grades["warning"]),
    }
    root = ET.Element("testsuites", numbers)
    suite = ET.SubElement(root, "testsuite", {"name": "flaregen drift", "errors": "0", **numbers})
    properties = ET.SubElement(suite, "properties")
    for name, value in (
        ("wire", report.verdict),
        ("python", report.python.verdict),
        ("left_out", str(report.left_out)),
    ):
        ET.SubElement(properties, "property", {"name": name, "value": value})
    if not changes:
        ET.SubElement(suite, "testcase", {"classname": "drift", "name": summary(report)})
    for change in changes:
        _case(suite, report, change, limits.grade(change))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False)


def _case(suite: ET.Element, report: Report, change: Change, grade: Level) -> None:
    place, message = best_place(report, change), _clean(said(change))
    case = ET.SubElement(
        suite,
        "testcase",
        {
            "classname": f"drift.{change.id}",
            "name": message,
            "file": _clean(place.file),
            "line": str(place.position.line),
        },
    )
    if grade == "breaking":
        failure = ET.SubElement(case, "failure", {"type": change.id, "message": message})
        failure.text = _clean("\n".join(_described(place, change)))
    elif grade == "warning":
        ET.SubElement(case, "skipped", {"message": message})


def _described(place: Place, change: Change) -> Iterator[str]:
    """The place, the values on either side, and the operations that are reached."""
    yield str(place)
    yield verdicts_of(change.level, change.python)
    for side, value in (("old", change.old), ("new", change.new)):
        if value is not None:
            yield f"{side}: {shown(value)}"
    if change.operations:
        yield reached(change)


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("�", text)
