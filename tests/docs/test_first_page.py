"""The first page: what Flaregen is, a picture, two commands, an example of each job."""

from __future__ import annotations

import re
import runpy
import struct
from pathlib import Path

from flaregen.drift.rules import RULES
from tests.support.pinned import ROOT

_README = (ROOT / "README.md").read_text(encoding="utf-8")
_SITE = ROOT / "docs" / "site"


def test_it_is_short() -> None:
    """The rest is on the site."""
    assert len(_README.splitlines()) <= 90
    said = _README.split("\n\n")[1].replace("\n", " ")
    assert len(re.findall(r"\.(?= |$)", said)) == 3
    assert _README.count("```python") == 1
    jobs = re.findall(r"^## (.+)$", _README, re.MULTILINE)
    assert jobs == ["Start", "Call a model", "Regenerate", "Detect drift", "Read on"]


def test_the_two_commands_are_targets() -> None:
    first = re.search(r"^```sh\n(.*?)^```", _README, re.MULTILINE | re.DOTALL)
    assert first
    targets = [line.split()[:2] for line in first[1].splitlines()]
    assert targets == [["make", "build"], ["make", "test"]]


def test_the_picture_is_small() -> None:
    (name,) = re.findall(r"^!\[[^]]{40,}\]\(([^)]+)\)$", _README, re.MULTILINE)
    content = (ROOT / name).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(content) < 150_000
    width, height = struct.unpack(">II", content[16:24])
    assert (width, height) == runpy.run_path(str(_SITE / "picture.py"))["SIZE"]


def test_the_picture_can_be_made_again(tmp_path: Path) -> None:
    """The page that it shows has a change of each level, with the names of the client."""
    page = runpy.run_path(str(_SITE / "picture.py"))["report"](tmp_path).read_text()
    found = re.findall(r"<article class=\"(\w+)\".*?<code>([\w-]+)</code>( |<)", page, re.DOTALL)
    assert [level for level, _, _ in found] == ["breaking", "warning", "info"]
    assert {rule for rule in re.findall(r"<code>([\w-]+)</code>", page) if rule in RULES} == {
        "property-became-required",
        "max-length-set",
        "property-added",
    }
    assert "<code>TranslationParams.source_lang</code>" in page
