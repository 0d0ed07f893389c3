"""The table: every rule finds its own example, its mirror the example read backwards."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import flaregen
from flaregen.client_drift.differences import compare as compare_surfaces
from flaregen.config_file import DriftTable
from flaregen.drift.change import LEVELS, Change
from flaregen.drift.compare import compare
from flaregen.drift.rules import RULES, TOPICS, Rule
from flaregen.drift.rules.explanations import Explanation, explanations
from flaregen.report.judge import judge

from .settings import Way, emitted, ways, wrap

PACKAGE = Path(flaregen.__file__).parent

TODAY = date(2026, 1, 1)
COMPANIONS = {
    "if-set": {"then-set"},
    "if-removed": {"then-removed"},
    "enum-set": {"enum-values-known"},
    "enum-values-known": {"enum-set"},
    "sunset-unreadable": {"deprecated"},
    "version-not-bumped": {"path-removed"},
    "major-version-not-bumped": {"path-removed"},
    "version-decreased": {"path-removed"},
}
"""What is reported next to a change of a kind, because it is said of it."""

WITHOUT_VALUES = re.compile(
    r"(callback|link|media-type-schema|one-of-overlap|union|security-scheme"
    r"|(required-)?request-body)-(added|removed|changed|set)|discriminator-value-(added|removed)"
    r"|.*-became-(optional|required)|tag-described|deprecated-removed"
)
"""Rules whose name is all that there is to say of a change."""

OF_REQUESTS = {"enum-values-known", "property-refused"}
"""Rules of a schema that have no meaning in a response."""

EXAMPLES = explanations()
CASES = [
    pytest.param(rule, way, id=f"{rule.id}-{way}")
    for rule in RULES.values()
    for way in ways(EXAMPLES[rule.id].setting)
    if rule.id not in OF_REQUESTS or way == "request"
    if EXAMPLES[rule.id].setting != "client"
]
CLIENT_CASES = [
    pytest.param(rule, way, id=f"{rule.id}-{way}")
    for rule in RULES.values()
    if EXAMPLES[rule.id].setting == "client"
    for way in ways("client")
    if (rule.request if way == "request" else rule.response)
]


def changes(example: Explanation, way: Way) -> tuple[Change, ...]:
    old = wrap(example.setting, example.before, way)
    new = wrap(example.setting, example.after, way)
    return judge(old, new, compare(old, new, TODAY), DriftTable(), TODAY).changes


def expected_level(rule: Rule, way: Way) -> str:
    forth = (rule.request, rule.response)
    return next(level for level in (forth if way == "request" else forth[::-1]) if level)


@pytest.mark.parametrize(("rule", "way"), CASES)
def test_example_is_found_and_nothing_else(rule: Rule, way: Way) -> None:
    example = EXAMPLES[rule.id]
    if rule.id.endswith("bumped"):
        assert rule.id in {change.id for change in changes(example, way)}
        return
    found = {
        change.id: change.level
        for change in changes(example, way)
        if change.id not in COMPANIONS.get(rule.id, set()) | {"version-not-bumped"} - {rule.id}
    }
    assert found == {rule.id: expected_level(rule, way)}


@pytest.mark.parametrize(("rule", "way"), CASES)
def test_values_of_a_change_differ(rule: Rule, way: Way) -> None:
    for one in changes(EXAMPLES[rule.id], way):
        alike = WITHOUT_VALUES.fullmatch(one.id) is not None or one.id == "version-not-bumped"
        assert (one.old == one.new) == alike, one


@pytest.mark.parametrize(("rule", "way"), [case for case in CASES if case.values[0].opposite])
def test_mirror_finds_the_opposite_edit(rule: Rule, way: Way) -> None:
    found = {change.id for change in changes(EXAMPLES[rule.id].backwards(), way)}
    if rule.id.startswith("required-") and rule.opposite not in found:
        assert rule.mirror.replace("required-", "") in {
            one.replace("required-", "") for one in found
        }
    else:
        assert rule.opposite in found


def client_changes(example: Explanation, way: Way) -> list[tuple[str, str]]:
    old, new = emitted(str(example.before), way), emitted(str(example.after), way)
    return [(one.rule, RULES[one.rule].level(one.role)) for one in compare_surfaces(old, new)]


@pytest.mark.parametrize(("rule", "way"), CLIENT_CASES)
def test_example_of_the_client_is_found_and_nothing_else(rule: Rule, way: Way) -> None:
    assert client_changes(EXAMPLES[rule.id], way) == [(rule.id, expected_level(rule, way))]


@pytest.mark.parametrize(("rule", "way"), CLIENT_CASES)
def test_mirror_finds_the_opposite_edit_of_the_client(rule: Rule, way: Way) -> None:
    found = client_changes(EXAMPLES[rule.id].backwards(), way)
    assert [one for one, _ in found] == [rule.opposite]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_row_is_sound(rule: Rule) -> None:
    """Levels that exist, a mirror that exists or a reason for none, details that can be filled."""
    levels = {rule.request, rule.response}
    assert levels <= {*LEVELS, None}
    assert levels != {None}
    assert not (rule.mirror and rule.alone)
    assert rule.opposite is None or rule.opposite in RULES
    fields = {name for _, name, _, _ in Formatter().parse(rule.message) if name}
    assert fields <= {"subject", "old", "new", "name", "detail", "until"}


def test_ids_are_unique() -> None:
    assert len(RULES) == sum(len(rules) for rules in TOPICS.values())


@cache
def emitting_source() -> str:
    files = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "rules"]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))


@pytest.mark.parametrize("name", RULES)
def test_an_id_or_that_of_the_opposite_is_written_out_where_it_is_emitted(name: str) -> None:
    table = (PACKAGE / "drift" / "rules" / "rules.json").read_text(encoding="utf-8")
    assert re.search(rf'^    "{name}": ', table, re.MULTILINE)
    source = emitting_source()
    assert any(f'"{one}"' in source for one in (name, RULES[name].mirror))


def test_no_id_is_put_together() -> None:
    folders = ("drift", "client_drift", "live", "report")
    sources = [path for name in folders for path in (PACKAGE / name).rglob("*.py")]
    assert sources
    for path in sources:
        assert not re.search(r'emit\(\s*f"', path.read_text(encoding="utf-8")), path
