"""A report as test results: one case for each change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from flaregen.drift.change import Change, Report
from flaregen.drift.messages import shown
from flaregen.report.formats.places import Place, best_place
from flaregen.report.formats.wording import counts, reached, said, summary

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, code: str = "") -> str:
    """Breaking changes are failures, warnings are skipped cases, the rest passes."""
    del code
    changes = report.changes
    failures, skipped, _ = map(str, counts(report))
    numbers = {"tests": str(max(1, len(changes))), "failures": failures, "skipped": skipped}
    root = ET.Element("testsuites", numbers)
    suite = ET.SubElement(root, "testsuite", {"name": "flaregen drift", "errors": "0", **numbers})
    properties = ET.SubElement(suite, "properties")
    for name, value in (("wire", report.verdict), ("python", report.python.verdict)):
        ET.SubElement(properties, "property", {"name": name, "value": value})
    if not changes:
        ET.SubElement(suite, "testcase", {"classname": "drift", "name": summary(report)})
    for change in changes:
        _case(suite, report, change)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False)


def _case(suite: ET.Element, report: Report, change: Change) -> None:
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
    if change.level == "breaking":
        failure = ET.SubElement(case, "failure", {"type": change.id, "message": message})
        failure.text = _clean("\n".join(_described(place, change)))
    elif change.level == "warning":
        ET.SubElement(case, "skipped", {"message": message})


def _described(place: Place, change: Change) -> Iterator[str]:
    """The place, the values on either side, and the operations that are reached."""
    yield str(place)
    for side, value in (("old", change.old), ("new", change.new)):
        if value is not None:
            yield f"{side}: {shown(value)}"
    if change.operations:
        yield reached(change)


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("�", text)
