"""Levels, accepted changes, versions."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from flaregen.config_file import AcceptTable, DriftLevel, DriftTable
from flaregen.diagnostic import UsageError
from flaregen.document import Document
from flaregen.drift.change import Change, Level, Python, Report
from flaregen.drift.compare import compare
from flaregen.pointer import Pointer
from flaregen.reading.load import load
from flaregen.report.judge import judge, unmatched
from tests.drift.settings import around, document
from tests.report.reports import report_of
from tests.support.pinned import ROOT

TODAY = date(2026, 6, 1)
NARROW = {"type": "object", "properties": {"a": {"type": "integer"}}}
WIDE = {"type": "object", "properties": {"a": {"type": "number"}}}
POINTER = "/paths/~1a/post/requestBody/content/application~1json/schema/properties/a/type"


_judged = partial(report_of, today=TODAY)


def narrowed(table: DriftTable | None = None) -> Report:
    return _judged(around(WIDE, "request"), around(NARROW, "request"), table)


def accepted(pointer: str = POINTER, expires: str = "2026-06-01") -> DriftTable:
    return DriftTable(accept=(AcceptTable("type-narrowed", pointer, "agreed", expires),))


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        (WIDE, NARROW, "breaking"),
        (NARROW, WIDE, "info"),
        (WIDE, {"type": "object"}, "warning"),
        (WIDE, {**WIDE, "description": "Words."}, "info"),
        (WIDE, WIDE, "none"),
    ],
)
def test_verdict_of_the_wire_says_nothing_of_python(old: Any, new: Any, verdict: str) -> None:
    report = _judged(around(old, "request"), around(new, "request"))
    assert (report.verdict, report.python) == (verdict, Python("none", "none"))


@pytest.mark.parametrize(
    ("id", "python", "symbols", "verdict", "expected"),
    [
        ("client-class-removed", "breaking", ("A",), "none", Python("breaking", "major")),
        ("type-narrowed", "none", ("A.b",), "breaking", Python("none", "patch")),
        ("type-narrowed", "warning", ("A.b",), "breaking", Python("warning", "minor")),
        ("property-added", "info", ("A.b",), "breaking", Python("info", "minor")),
        ("property-added", "none", (), "breaking", Python("none", "none")),
    ],
)
def test_python_has_a_verdict_of_its_own(
    id: str, python: Level, symbols: tuple[str, ...], verdict: str, expected: Python
) -> None:
    change = Change(id, "breaking", "none", "", None, None, (), symbols=symbols, python=python)
    root = around(WIDE, "request")
    report = judge(root, root, (change,), DriftTable(), TODAY)
    assert (report.verdict, report.python) == (verdict, expected)


def test_configured_level() -> None:
    report = narrowed(DriftTable(levels={"type-narrowed": "info"}))
    assert report.verdict == "info"


def test_a_rule_can_be_turned_off() -> None:
    assert narrowed(DriftTable(levels={"type-narrowed": "off"})).changes == ()


def test_consequences_have_the_levels_of_their_rules() -> None:
    schemas = {"A": WIDE, "B": {**NARROW, "description": "Words."}}
    old, new = (
        around({"$ref": f"#/components/schemas/{name}"}, "request", components={"schemas": schemas})
        for name in "AB"
    )
    levels: list[dict[str, DriftLevel]] = [
        {},
        {"type-narrowed": "off"},
        {"reference-changed": "warning"},
        {"type-narrowed": "off", "description-changed": "off"},
    ]
    tables = [DriftTable(levels=one) for one in levels]
    assert [_judged(old, new, one).verdict for one in tables] == [
        "breaking",
        "info",
        "warning",
        "none",
    ]


def test_accepted_until_the_day_it_expires() -> None:
    assert narrowed(accepted()).changes == ()
    assert narrowed(accepted(expires="2026-05-31")).verdict == "breaking"


def test_accepting_asks_for_the_place() -> None:
    assert narrowed(accepted(pointer=POINTER + "x")).verdict == "breaking"


def test_unused_and_expired_entries_are_reported() -> None:
    found = compare(around(WIDE, "request"), around(NARROW, "request"), TODAY)
    assert unmatched(found, accepted(), TODAY) == []
    tables = accepted(pointer="/nowhere"), accepted(expires="2026-05-31")
    unused, expired = (one for table in tables for one in unmatched(found, table, TODAY))
    assert [unused.code, expired.code] == ["drift-accept-unused", "drift-accept-expired"]
    assert expired.message == f"accepting type-narrowed at {POINTER} ended on 2026-05-31"
    assert expired.help == "deal with the change, or set a later date"


def test_an_entry_at_another_pointer_is_reported_with_the_nearest() -> None:
    found = compare(around(WIDE, "request"), around(NARROW, "request"), TODAY)
    around_it = POINTER.removesuffix("/properties/a/type")
    (one,) = unmatched(found, accepted(pointer=around_it), TODAY)
    assert one.code == "drift-accept-unused"
    assert one.message == (
        f"there is no change type-narrowed at {around_it}; "
        f"the nearest is type-narrowed of a at {POINTER}"
    )
    assert one.help == "take the block from the report, or remove it"
    (one,) = unmatched((), accepted(), TODAY)
    assert one.message == f"the accepted change type-narrowed at {POINTER} no longer occurs"
    assert one.help == "remove its [[drift.accept]] block"


LISTED = {"type": "string", "enum": ["one", "two", "three"]}
LIST = POINTER.removesuffix("/properties/a/type") + "/enum"
GONE = "enum-value-removed"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (
            AcceptTable(GONE, LIST, "", "2026-12-31", name="thre"),
            (
                f"there is no change {GONE} of thre at {LIST}; "
                f"the nearest is {GONE} of three at {LIST}/2"
            ),
        ),
        (
            AcceptTable("enum-value-added", LIST, "", "2026-12-31"),
            f"the accepted change enum-value-added at {LIST} no longer occurs",
        ),
        (
            AcceptTable(GONE, f"{LIST}/9", "", "2026-12-31", name="two"),
            (
                f"there is no change {GONE} of two at {LIST}/9; "
                f"the nearest is {GONE} of two at {LIST}/1"
            ),
        ),
        (
            AcceptTable(GONE, LIST, "", "2026-12-31", elsewhere=("/x", LIST)),
            "the accepted change enum-value-removed is no longer at /x",
        ),
    ],
)
def test_an_entry_that_accepts_nothing_is_reported_with_what_is_near(
    entry: AcceptTable, said: str
) -> None:
    one = {**LISTED, "enum": ["one"]}
    found = compare(around(LISTED, "request"), around(one, "request"), TODAY)
    (warning,) = unmatched(found, DriftTable(accept=(entry,)), TODAY)
    assert (warning.code, warning.message) == ("drift-accept-unused", said)
    assert (warning.help == "take the pointers out of elsewhere") == bool(entry.elsewhere)


def test_a_rule_that_there_is_not_is_reported_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        narrowed(DriftTable(levels={"type-narowed": "info"}))
    assert caught.value.help.startswith("the nearest are type-narrowed")
    with pytest.raises(UsageError) as caught:
        narrowed(DriftTable(levels={"qqq": "info"}))
    assert caught.value.help == "docs/drift-rules.md lists the rules"


def test_the_example_in_the_documentation_accepts_a_change() -> None:
    """Its rule, its pointer, and the pinned document, of which the pointer is."""
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = tomllib.loads(text.split("```toml\n")[1].split("```")[0])
    (entry,) = example["drift"]["accept"]
    old = load(str(ROOT / "spec" / "openapi.json"))
    new = replace(old, root=json.loads(old.source.content))
    schema = new.at(Pointer.parse(entry["pointer"]).parent.parent)
    assert isinstance(schema, dict)
    assert isinstance(schema["required"], list)
    schema["required"].append(Pointer.parse(entry["pointer"]).tokens[-1])
    table = DriftTable(accept=(AcceptTable(**entry),))
    assert [one.change.id for one in _judged(old, new, table).accepted] == [entry["id"]]


_UNKNOWN = "[drift] names a rule that does not exist: 'no-such-rule'"
_RULES = "docs/drift-rules.md lists the rules"


@pytest.mark.parametrize(
    ("table", "message", "advice"),
    [
        (DriftTable(levels={"no-such-rule": "info"}), _UNKNOWN, _RULES),
        (DriftTable(accept=(AcceptTable("no-such-rule", "", "", "2026-01-01"),)), _UNKNOWN, _RULES),
        (
            DriftTable(accept=(AcceptTable("type-narrowed", "", "", "soon"),)),
            "[[drift.accept]] type-narrowed: expires = 'soon' is not a date",
            "write it as 2030-12-31",
        ),
    ],
)
def test_configuration_that_makes_no_sense_is_refused(
    table: DriftTable, message: str, advice: str
) -> None:
    with pytest.raises(UsageError) as refused:
        narrowed(table)
    assert (str(refused.value), refused.value.help) == (message, advice)


def versions(old: str, new: str, server: str = "https://example.com") -> Report:
    def made(version: str, paths: dict[str, Any]) -> Document:
        return document(
            {
                "openapi": "3.0.3",
                "info": {"title": "A", "version": version},
                "servers": [{"url": server}],
                "paths": paths,
            }
        )

    return _judged(made(old, {"/a": {"get": {"responses": {}}}}), made(new, {}))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("1.0.0", "1.0.0", "version-not-bumped"),
        ("1.0.0", "1.1.0", "major-version-not-bumped"),
        ("v1.0.0", "v1.1.0-rc.1", "major-version-not-bumped"),
        ("1.1.0", "1.0.0", "version-decreased"),
        ("1.0.0", "2.0.0+build.5", "version-changed"),
        ("0.1.0", "0.2.0", "version-changed"),
        ("0.1.0", "0.1.1", "major-version-not-bumped"),
        ("2.0", "1.0", "version-changed"),
        ("2.0", "2.0", None),
    ],
)
def test_version_next_to_a_breaking_change(old: str, new: str, rule: str | None) -> None:
    found = {change.id for change in versions(old, new).changes} - {"path-removed"}
    assert found == ({rule} if rule else set())


def test_version_in_the_url_stays() -> None:
    found = [change.id for change in versions("4.0.0", "4.0.0", "https://example.com/v4").changes]
    assert found == ["path-removed"]
