"""Agreement with oasdiff, where its pairs are at hand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from flaregen.drift.rules import RULES
from tests.support.pinned import ROOT

from . import oasdiff_score
from .oasdiff_score import FOLDER, Score, score

needs_pairs = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the pairs of documents (../shared/drift/oasdiff) are not here"
)


@pytest.fixture(scope="module")
def total() -> Score:
    return score(FOLDER)


@needs_pairs
def test_verdicts_agree(total: Score) -> None:
    assert total.agreed / total.verdicts >= 0.96, "\n".join(total.disagreements)


@needs_pairs
def test_each_disagreement_is_argued(total: Score) -> None:
    page = (ROOT / "docs" / "drift-vs-oasdiff.md").read_text(encoding="utf-8")
    verdicts = page.partition("## Verdicts")[2].partition("##")[0]
    pairs = {one.partition(":")[0] for one in total.disagreements}
    assert {pair for pair in pairs if f"`{pair}`" not in verdicts} == set()


def checks() -> dict[str, list[str]]:
    """The rules that correspond to checks of oasdiff, whose names are patterns."""
    page = (ROOT / "docs" / "drift-vs-oasdiff.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (`.+?) \| (.+) \|$", page.partition("## Checks")[2].partition("##")[0], re.MULTILINE
    )
    assert len(rows) > 30
    named = re.compile("`(.+?)`")
    return {check: named.findall(rules) for one, rules in rows for check in named.findall(one)}


def test_each_check_has_rules_or_a_reason() -> None:
    for check, rules in checks().items():
        assert rules or "sunset" in check, check
        assert set(rules) <= RULES.keys(), check


@needs_pairs
def test_every_check_that_the_pairs_meet_is_listed() -> None:
    found = {
        one["id"]
        for pair in json.loads((FOLDER / "index.json").read_bytes())
        for one in pair["changes"]
    }
    known = checks()
    assert {one for one in found if not any(fnmatch(one, check) for check in known)} == set()


@needs_pairs
def test_changes_are_found(total: Score) -> None:
    assert total.found / total.changes >= 0.96, total.missed


def test_without_the_pairs_the_folder_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "pairs"
    done = subprocess.run(
        [sys.executable, oasdiff_score.__file__, folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"there is no {folder / 'index.json'}: "
        "name the folder that holds index.json and the pairs of documents that it lists\n"
    )
