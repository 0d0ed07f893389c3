"""Changes in a changelog: next to what is there, in its order, and once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flaregen.drift.change import Bump, Change, Python, Report
from flaregen.pointer import Pointer
from flaregen.report.changelog import insert, next_version, section
from flaregen.terminal import Terminal
from tests.drift.settings import api

AT = Pointer(("paths", "/a"))


def change(id: str, message: str, *, old: bool = True, new: bool = True) -> Change:
    pointers = AT if old else None, AT if new else None
    return Change(id, "info", "none", message, *pointers, ())


ADDED = change("property-added", "a came", old=False)
CHANGED = change("type-widened", "b is wider")
DEPRECATED = change("deprecated", "c is deprecated")
REMOVED = change("property-removed", "d went", new=False)
EVERYTHING = (REMOVED, DEPRECATED, CHANGED, ADDED)


def report(*changes: Change, bump: Bump = "minor") -> Report:
    return Report(api({}), api({}), "info" if changes else "none", Python("none", bump), changes)


def test_section() -> None:
    assert section(report(CHANGED)).splitlines() == [
        "## [Unreleased]",
        "",
        "The next version is a minor one.",
        "",
        "### Changed",
        "",
        "- b is wider",
    ]


def test_a_remark_on_the_version_of_the_document_is_no_change_of_the_client() -> None:
    remarks = ("version-not-bumped", "version-decreased", "major-version-not-bumped")
    said = section(report(CHANGED, *(change(rule, "still 1.0.0") for rule in remarks)))
    assert "still 1.0.0" not in said
    assert said == section(report(CHANGED))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# Changelog\n\nSECTION\n"),
        ("# Log\n", "# Log\n\nSECTION\n"),
        ("# Log", "# Log\n\nSECTION\n"),
        ("# Log\n\n## [1.0.0]\n\n- One.\n", "# Log\n\nSECTION\n\n## [1.0.0]\n\n- One.\n"),
        ("# Log\n## 1.0.0\n", "# Log\n\nSECTION\n\n## 1.0.0\n"),
        ("# Log\n\n[1]: https://a.test\n", "# Log\n\nSECTION\n\n[1]: https://a.test\n"),
        ("# Log\n\n```\n## 1.0.0\n```\n", "# Log\n\n```\n## 1.0.0\n```\n\nSECTION\n"),
    ],
)
def test_a_section_that_is_not_there_yet(before: str, after: str) -> None:
    found = report(CHANGED)
    assert insert(before, found) == after.replace("SECTION", section(found).rstrip("\n"))


OWN = """# Changelog

## Unreleased

Soon.

### Added
- Mine.

### Fixed

* A fault,
  which was grave.

## [1.0.0] - 2026-01-01

### Added

- a came

[1.0.0]: https://a.test
"""
MERGED = """# Changelog

## Unreleased

The next version is a minor one.

Soon.

### Added
- Mine.
- a came

### Changed

- b is wider

### Deprecated

- c is deprecated

### Removed

- d went

### Fixed

* A fault,
  which was grave.

## [1.0.0] - 2026-01-01

### Added

- a came

[1.0.0]: https://a.test
"""


def test_merges_under_the_headings_that_are_there() -> None:
    assert insert(OWN, report(*EVERYTHING)) == MERGED
    assert insert(MERGED, report(*EVERYTHING)) == MERGED
    assert insert(OWN.replace("\n", "\r\n"), report(*EVERYTHING)) == MERGED.replace("\n", "\r\n")


def test_entries_that_are_there_are_left_out() -> None:
    """Under whatever heading somebody moved them to, and wrapped."""
    there = "## [Unreleased]\n\n### Security\n\n* b\n  is\n  wider\n"
    assert insert(there, report(CHANGED, bump="none")) == there
    twice = report(CHANGED, replace(CHANGED, new_pointer=Pointer()), bump="none")
    assert insert("", twice).count("b is wider") == 1


def test_the_next_version_is_said_once_and_not_weakened() -> None:
    once = insert("", report(CHANGED, bump="minor"))
    graver = insert(once, report(CHANGED, bump="major"))
    assert graver == once.replace("a minor one", "a major one")
    assert insert(graver, report(CHANGED, bump="patch")) == graver


def test_nothing_to_say() -> None:
    there = "# Log\n\n## Unreleased\n- Mine"
    assert insert(there, report(bump="none")) == there


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    "",
                    "# Log",
                    "## Unreleased",
                    "## [Unreleased] - soon",
                    "## [1.0.0]",
                    "```",
                    "~~~",
                ),
                *("### Added", "### changed", "### Removed ###", "### Fixed", "### Mine", "  more"),
                *("- a came", "* b", "+ c is", "  deprecated", "- Mine.", "[1]: https://a.test"),
                *("\t- d went", "The next version is a patch one.", "````", "Words."),
            ]
        ),
        st.text(max_size=12).filter(lambda text: "\n" not in text),
    ),
    max_size=25,
)


@given(
    LINES,
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.lists(st.sampled_from(EVERYTHING), max_size=4),
    st.sampled_from(["major", "minor", "patch", "none"]),
)
def test_twice_is_once_and_nothing_is_lost(
    lines: list[str], end: str, closed: bool, changes: list[Change], bump: Bump
) -> None:
    before = end.join(lines) + (end if closed else "")
    found = report(*changes, bump=bump)
    once = insert(before, found)
    assert insert(once, found) == once
    said = {next_version(one) for one in ("major", "minor", "patch")}
    kept = Counter(line for line in _lines(before) if line.strip() and line not in said)
    assert not kept - Counter(_lines(once))
    for one in changes:
        assert one.message in " ".join(once.split())


def _lines(text: str) -> list[str]:
    return [line.rstrip("\r") for line in text.split("\n")]


def test_line_ends_and_bytes_stay(tmp_path: Path) -> None:
    from flaregen.cli.drift import _write_changelog

    path = tmp_path / "CHANGELOG.md"
    path.write_bytes(OWN.replace("\n", "\r\n").encode())
    _write_changelog(Terminal(), path, report(*EVERYTHING))
    assert path.read_bytes() == MERGED.replace("\n", "\r\n").encode()
