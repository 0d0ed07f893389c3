"""How much of what a pull found its pull request has room for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import msgspec
import pytest
from tests.report.reports import report_of

from flaregen.diagnostic import Diagnostic
from flaregen.differences import unified
from flaregen.document import Document
from flaregen.reading.sources import make_source
from flaregen.report.formats.markdown import MOST_LETTERS
from flaregen.upstream.following import counted_lines, pull_request
from flaregen.upstream.pin import SpecLock
from flaregen.upstream.pull import Candidate

_PIN = "spec/openapi.json"
_LOCK = SpecLock(_PIN, "https://example.com/openapi.json", "0" * 64, "0" * 64, "2026-01-01", ())


def _candidate(*errors: Diagnostic) -> Candidate:
    empty = Document(make_source(_PIN, b"{}"), {}, "3.0")
    return Candidate(Path(_PIN), b"{}", _LOCK, None, empty, None, (), errors, is_changed=True)


def test_lines_of_a_diff_are_counted_whatever_they_begin_with() -> None:
    path = PurePosixPath("client.py")
    diff = "\n".join(unified(path, ("on disk", "built"), b"a\n-- b\n++ c\n", b"a\n++ d\n"))
    assert counted_lines(diff) == "+1 | -2"
    assert counted_lines("on disk/client.py: other line ends") == "+0 | -0"


def test_a_pull_of_a_revision_that_changes_no_client() -> None:
    candidate = _candidate()
    candidate = replace(candidate, lock=msgspec.structs.replace(_LOCK, revision="abc"))
    text = pull_request(candidate, report_of(candidate.document, candidate.document), ())
    assert text == (
        f"Pulled from `https://example.com/openapi.json`,\nwith the SHA-256 `{'0' * 64}`,\n"
        "at revision `abc`.\n\n## Schema drift\n\n**none** · no changes\n\n"
        "The client needs no new version.\n\n## The client\n\nNo generated file changes.\n\n"
        "## For the changelog\n\n```markdown\n## [Unreleased]\n```\n"
    )


def test_as_many_files_as_have_room_are_listed() -> None:
    """A row is followed by a line end and, like other blocks, may be by an empty line."""
    row = len(b"| `answers/000.py` | +1 | -1 |") + 2
    fitting = MOST_LETTERS // 8 // row
    for count, rest in ((fitting, ""), (fitting + 1, "... and 1 more")):
        names = (PurePosixPath(f"answers/{number:03}.py") for number in range(count))
        diff = "--- on disk\n+++ built\n-old\n+new"
        changes = tuple((name, diff) for name in names)
        lines = pull_request(_candidate(), None, changes).splitlines()
        assert sum(line.startswith("| `answers/") for line in lines) == fitting
        assert lines[-1].startswith(rest or "| `answers/")


@pytest.mark.parametrize("letter", ["x", "ä", "語"])
def test_the_text_has_room_for_bytes_however_many_letters_they_are(letter: str) -> None:
    errors = [Diagnostic("odd", f"It is {letter * 1000}.", "fix it", "error") for _ in range(40)]
    text = pull_request(_candidate(*errors), None, ())
    shown = text.count("- It is")
    size = len(f"- It is {letter * 1000}.\n\n```\nfix it\n```".encode()) + 2
    assert shown == MOST_LETTERS // 4 // size
    assert text.endswith(f"\n\n... and {40 - shown} more\n")
