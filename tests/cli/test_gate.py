"""``--fail-on``: which verdicts make the exit status 1."""

from __future__ import annotations

import click
import pytest

from flaregen.cli.drift_options import read_limits as read
from flaregen.drift.change import Change, Python, Report, Verdict
from flaregen.report.gate import Limits
from flaregen.report.judge import recounted
from tests.drift.settings import api


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("warning", Limits("warning", "warning")),
        ("wire:breaking,python:none", Limits("breaking", "none")),
        ("python:info", Limits("none", "info")),
        ("wire:warning, python:breaking", Limits("warning", "breaking")),
    ],
)
def test_limits_are_read(text: str, limits: Limits) -> None:
    assert read(None, None, text) == limits


@pytest.mark.parametrize(
    "text", ["error", "wire", "wire:x", "java:none", "wire:info,wire:none", ""]
)
def test_what_is_not_a_limit_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="a pair such as wire:breaking,python:none"):
        read(None, None, text)


@pytest.mark.parametrize(
    ("text", "wire", "python", "fails"),
    [
        ("breaking", "breaking", "none", True),
        ("breaking", "warning", "breaking", True),
        ("breaking", "warning", "warning", False),
        ("info", "none", "info", True),
        ("none", "breaking", "breaking", False),
        ("wire:breaking,python:none", "info", "breaking", False),
        ("python:warning", "breaking", "warning", True),
        ("info", "none", "none", False),
    ],
)
def test_either_verdict_fails(text: str, wire: Verdict, python: Verdict, fails: bool) -> None:
    levels: list[tuple[str, Verdict, Verdict]] = [
        ("type-changed", wire, "none"),
        ("client-type-changed", python, python),
    ]
    changes = [
        Change(rule, level, "none", "", None, None, (), python=verdict)
        for rule, level, verdict in levels
        if level != "none"
    ]
    report = recounted(Report(api({}), api({}), "none", Python(), ()), changes)
    assert (report.verdict, report.python.verdict) == (wire, python)
    assert bool(read(None, None, text).refused(report)) is fails
