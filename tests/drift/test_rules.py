"""Every rule finds its own example, and its mirror finds the example read backwards."""

from __future__ import annotations

from datetime import date

import pytest

from flaregen.client_drift.surface_changes import compare as compare_surfaces
from flaregen.client_drift.surfaces import rule_of
from flaregen.config import DriftTable
from flaregen.document import JSON
from flaregen.drift.change import Change
from flaregen.drift.compare import compare
from flaregen.drift.rules import RULES, TOPICS, Example, Rule
from flaregen.report.judge import judge

from .settings import Way, emitted, ways, wrap

TODAY = date(2026, 1, 1)
COMPANIONS = {
    "enum-set": {"enum-values-known"},
    "enum-values-known": {"enum-set"},
    "sunset-unreadable": {"deprecated"},
    "version-not-bumped": {"path-removed"},
    "major-version-not-bumped": {"path-removed"},
    "version-decreased": {"path-removed"},
}
"""What stands beside a change of a kind, for it is said of it."""

CASES = [
    pytest.param(rule, way, id=f"{rule.id}-{way}")
    for rule in RULES.values()
    for way in ways(rule.example.setting)
    if rule.id != "enum-values-known" or way == "request"
    if rule.example.setting != "client"
]
CLIENT_CASES = [
    pytest.param(rule, way, id=f"{rule.id}-{way}")
    for rule in RULES.values()
    if rule.example.setting == "client"
    for way in ways("client")
    if (rule.request if way == "request" else rule.response) or (rule.neutral and way == "request")
]


def changes(example: Example, way: Way) -> tuple[Change, ...]:
    old = wrap(example.setting, example.before, way)
    new = wrap(example.setting, example.after, way)
    return judge(old, new, compare(old, new, TODAY), DriftTable(), TODAY).changes


def expected_level(rule: Rule, way: Way) -> str | None:
    forth = (rule.request, rule.response)
    return rule.neutral or next(
        level for level in (forth if way == "request" else forth[::-1]) if level
    )


@pytest.mark.parametrize(("rule", "way"), CASES)
def test_example_is_found_and_nothing_else(rule: Rule, way: Way) -> None:
    if rule.example.setting == "document" and rule.id.endswith("bumped"):
        assert rule.id in {change.id for change in changes(rule.example, way)}
        return
    found = {
        change.id: change.level
        for change in changes(rule.example, way)
        if change.id not in COMPANIONS.get(rule.id, set()) | {"version-not-bumped"} - {rule.id}
    }
    assert found == {rule.id: expected_level(rule, way)}


@pytest.mark.parametrize(("rule", "way"), [case for case in CASES if case.values[0].mirror])
def test_mirror_finds_the_opposite_edit(rule: Rule, way: Way) -> None:
    example = rule.example
    backwards = Example(example.setting, example.after, example.before)
    found = {change.id for change in changes(backwards, way)}
    if rule.id.startswith("required-") and rule.mirror not in found:
        assert rule.mirror.replace("required-", "") in {
            one.replace("required-", "") for one in found
        }
    else:
        assert rule.mirror in found


def client_changes(before: JSON, after: JSON, way: Way) -> list[tuple[str, str, bool]]:
    old, new = emitted(str(before), way), emitted(str(after), way)
    return [
        (rule_of(one).id, rule_of(one).level(one.role), one.breaking)
        for one in compare_surfaces(old, new)
    ]


@pytest.mark.parametrize(("rule", "way"), CLIENT_CASES)
def test_example_of_the_client_is_found_and_nothing_else(rule: Rule, way: Way) -> None:
    level = expected_level(rule, way)
    found = client_changes(rule.example.before, rule.example.after, way)
    assert found == [(rule.id, level, level == "breaking")]


@pytest.mark.parametrize(("rule", "way"), CLIENT_CASES)
def test_mirror_finds_the_opposite_edit_of_the_client(rule: Rule, way: Way) -> None:
    found = client_changes(rule.example.after, rule.example.before, way)
    assert [one for one, _, _ in found] == [rule.mirror]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_rule_has_a_mirror_or_a_reason(rule: Rule) -> None:
    assert bool(rule.mirror) != bool(rule.alone)
    if rule.mirror:
        assert rule.mirror in RULES


def test_ids_are_unique() -> None:
    assert len(RULES) == sum(len(rules) for rules in TOPICS.values())
