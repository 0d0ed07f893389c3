"""Each form of the report: valid where there is a schema, and safe with hostile text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from flaregen.config_file import AcceptTable, DriftTable
from flaregen.drift.change import Change, Level, Python, Verdict
from flaregen.pointer import Pointer
from flaregen.printable import styled
from flaregen.report.formats import FORMATS, render
from flaregen.report.gate import Limits
from flaregen.report.judge import at_least, only, recounted
from tests.drift.settings import api
from tests.report.reports import SCHEMA, hostile, report_of, sample


def test_json_follows_its_schema() -> None:
    schema = json.loads(SCHEMA.read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    for report in (sample(), hostile(), report_of(api({}), api({}))):
        jsonschema.validate(json.loads(render(report, "json")), schema)


def test_json_says_everything() -> None:
    found = json.loads(render(sample(), "json"))
    assert (found["version"], found["verdict"], found["bump"]) == (1, "breaking", "none")
    assert found["python"] == {"verdict": "none", "bump": "none"}
    required = next(one for one in found["changes"] if one["id"] == "property-became-required")
    base = "/paths/~1a/post/requestBody/content/application~1json/schema/properties/a"
    assert required["pointer"] == {"old": base, "new": base}
    assert required["level"] == "breaking"
    assert required["direction"] == "request"
    assert required["operations"] == [
        {
            "method": "POST",
            "path": "/a",
            "operation_id": None,
            "media_types": ["application/json"],
            "statuses": [],
            "milder": False,
        }
    ]
    removed = next(one for one in found["changes"] if one["id"] == "required-property-removed")
    assert removed["pointer"]["new"] is None
    assert removed["position"]["new"] is None
    assert removed["old"] == {"type": "integer"}


def test_positions_point_at_the_node() -> None:
    report = sample()
    found = json.loads(render(report, "json"))
    for change in found["changes"]:
        for side, document in (("old", report.old), ("new", report.new)):
            place = change["position"][side]
            if place is None:
                continue
            key = change["pointer"][side].rsplit("/", 1)[-1]
            text = document.source.content.decode().splitlines()[place["line"] - 1]
            assert text[place["column"] - 1 :].startswith(json.dumps(key))


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_renders_and_takes_hostile_text(form: str) -> None:
    text = render(hostile(), form)
    assert "property-added" in text
    if form in ("html", "junit"):
        assert "<script>alert(1)" not in text
    if form == "junit":
        assert len(list(ET.fromstring(text).iter("testcase"))) == 1
    if form == "github":
        assert len(text.splitlines()) == 1
        assert text.startswith("::notice file=document.json,line=1,col=")


def test_people_see_the_pointer_that_accepts_a_change() -> None:
    base = "/paths/~1a/post/requestBody/content/application~1json/schema/properties"
    lines = render(sample(), "text").splitlines()
    shown = [line.removeprefix("    at   ") for line in lines if line.startswith("    at ")]
    assert shown == [f"{base}/a", f"{base}/b", "/info/version", f"{base}/c/description"]
    assert f"<br>`{base}/a` |" in render(sample(), "markdown")


def test_the_document_as_a_whole_has_no_pointer_to_show() -> None:
    report = report_of(api({}), api({}))
    found = Change("servers", "info", "none", "m", Pointer(), Pointer(), ())
    whole = replace(report, changes=(found,))
    assert "    at " not in render(whole, "text")
    assert "<br>" not in render(whole, "markdown")


def test_junit_counts() -> None:
    suite = ET.fromstring(render(sample(), "junit"))
    assert suite.get("failures") == "1"
    assert suite.get("skipped") == "1"
    assert len(list(suite.iter("failure"))) == 1
    properties = suite.iterfind("./testsuite/properties/property")
    assert {one.get("name"): one.get("value") for one in properties} == {
        "wire": "breaking",
        "python": "none",
        "left_out": "0",
    }


def test_junit_has_the_sides_that_there_are() -> None:
    texts = [str(one.text) for one in ET.fromstring(render(sample(), "junit")).iter("failure")]
    assert texts
    assert not any("null" in text for text in texts)
    first = next(one for one in sample().changes if one.level == "breaking")
    removed = replace(sample(), changes=(replace(first, old="integer", new=None),))
    (failure,) = ET.fromstring(render(removed, "junit")).iter("failure")
    assert "\nold: integer\nPOST /a" in str(failure.text)


def test_accepted_changes_do_not_count() -> None:
    pointer = "/paths/~1a/post/requestBody/content/application~1json/schema/properties/a"
    entry = AcceptTable("property-became-required", pointer, "agreed", "2026-01-01")
    report = report_of(sample().old, sample().new, DriftTable(accept=(entry,)))
    assert [one.change.id for one in report.accepted] == ["property-became-required"]
    assert report.verdict == "warning"
    found = json.loads(render(report, "json"))
    assert found["accepted"][0]["reason"] == "agreed"
    assert "agreed" in render(report, "text")
    _, accepted = render(report, "markdown").split("\n### Accepted\n\n- ")
    assert accepted.rstrip().endswith(" (until 2026-01-01: agreed)")


DIFF = "--- old/a.py\n+++ new/a.py\n@@ -1,2 +1,2 @@\n-size: int\n+size: str\n name: str\n"


def test_the_forms_that_can_show_what_changes_in_the_client() -> None:
    assert json.loads(render(sample(), "json", code=DIFF))["code"] == DIFF
    assert render(sample(), "text", code=DIFF).endswith(f"\n\n{DIFF.rstrip()}")
    folded = "<details><summary>The emitted client</summary>\n\n```diff\n"
    assert f"\n{folded}{DIFF}```\n\n</details>" in render(sample(), "markdown", code=DIFF)
    page = render(sample(), "html", code=DIFF)
    lines = re.findall(r'<span class="(file|at|del|add|same)">(.*?)</span>', page)
    sides = ["file", "file", "at", "del", "add", "same"]
    assert lines == [*zip(sides, DIFF.splitlines(), strict=True)]


def test_markdown_leaves_room_for_the_changes() -> None:
    text = render(sample(), "markdown", code=DIFF * 500)
    assert "There is no room for the accepted changes and the emitted client." in text
    assert "new/a.py" not in text


@pytest.mark.parametrize(
    ("wire", "python", "phrase"),
    [
        ("warning", "breaking", "warning on the wire, breaking for Python"),
        ("breaking", "breaking", "breaking on the wire and for Python"),
        ("none", "info", "none on the wire, info for Python"),
    ],
)
def test_every_form_has_both_verdicts(wire: Verdict, python: Verdict, phrase: str) -> None:
    report = replace(sample(), verdict=wire, python=Python(python, "minor"))
    for form in ("text", "details"):
        summary = "1 breaking, 1 warning, 2 info: the next version of the client is a minor one"
        assert render(report, form).split("\n")[0] == styled(f"{summary} ({phrase})", bold=True)
    assert f"**{phrase}** · 1 breaking" in render(report, "markdown")
    page = render(report, "html")
    assert f"<title>Schema drift: {phrase}</title>" in page
    gravest = {wire, python} - {"none"}
    level = "breaking" if "breaking" in gravest else "info"
    assert f'<h1>Schema drift: <span class="level {level}">{phrase}</span></h1>' in page
    suite = ET.fromstring(render(report, "junit"))
    assert [(one.get("name"), one.get("value")) for one in suite.iter("property")] == [
        ("wire", wire),
        ("python", python),
        ("left_out", "0"),
    ]
    (run,) = json.loads(render(report, "sarif"))["runs"]
    assert run["properties"] == {
        "verdict": wire,
        "python": python,
        "bump": "minor",
        "leftOut": 0,
    }


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("level", ["breaking", "warning"])
def test_every_form_says_how_much_is_left_out(form: str, level: Level) -> None:
    report = at_least(sample(), level)
    text = render(report, form)
    left = 4 - len(report.changes)
    said = {"json": f'"left_out": {left}', "sarif": f'"leftOut": {left}'}
    said["junit"] = f'<property name="left_out" value="{left}" />'
    assert said.get(form, f"{left} left out: the client stays as it is") in text
    nothing = render(only(sample(), lambda _: False), form)
    assert said.get(form, "no changes to show, 4 left out").replace(str(left), "4") in nothing


FAILED: dict[str, Callable[[str], list[str]]] = {
    "github": lambda text: re.findall(r"^::error .*title=([\w-]+)", text, re.MULTILINE),
    "junit": lambda text: [str(one.get("type")) for one in ET.fromstring(text).iter("failure")],
    "sarif": lambda text: [
        one["ruleId"] for one in json.loads(text)["runs"][0]["results"] if one["level"] == "error"
    ],
}
"""The rules of what each form shows as failed."""


@pytest.mark.parametrize("form", FAILED)
@pytest.mark.parametrize(
    ("wire", "python", "failed"),
    [
        ("breaking", "none", {"type-narrowed"}),
        ("none", "breaking", {"property-removed", "client-class-removed"}),
        ("breaking", "breaking", {"type-narrowed", "property-removed", "client-class-removed"}),
        ("warning", "none", {"type-narrowed", "property-removed"}),
        ("none", "info", {"property-removed", "client-class-removed", "property-added"}),
        ("none", "none", set()),
    ],
)
def test_what_fails_is_an_error_in_every_form(
    form: str, wire: str, python: str, failed: set[str]
) -> None:
    levels: list[tuple[str, Level, Verdict]] = [
        ("type-narrowed", "breaking", "none"),
        ("property-removed", "warning", "breaking"),
        ("client-class-removed", "breaking", "breaking"),
        ("property-added", "info", "info"),
    ]
    changes = tuple(
        Change(rule, level, "none", rule, None, None, (), python=verdict)
        for rule, level, verdict in levels
    )
    report = recounted(report_of(api({}), api({})), changes)
    limits = Limits(wire, python)
    assert {one.id for one in limits.refused(report)} == failed
    assert set(FAILED[form](render(report, form, limits=limits))) == failed


def test_a_page_has_the_values_before_and_after_as_far_as_they_are_readable() -> None:
    (change, *_) = sample().changes
    shown = {
        None: "",
        "a <b>": "a &lt;b&gt;",
        '{"é": [1]}': "{&#34;é&#34;: [1]}",
        "x" * 4_001: f"{'x' * 4_000}…",
    }
    for value, text in shown.items():
        page = render(replace(sample(), changes=(replace(change, old=value, new=7),)), "html")
        pres = re.findall(r"<pre>(.*?)</pre>", page, re.DOTALL)
        assert pres == [*([text] if text else []), "7"]
