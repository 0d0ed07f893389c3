"""Decisions are found by their number, and none is without a date."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from tests.support.pinned import ROOT

_PAGE = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
_PARTS = _PAGE.split("\n## ")[1:]
_START = re.compile(r"(?:- |\| )([A-Z])([0-9]+)\b")
_DATE = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")


def _decisions(part: str) -> list[str]:
    """The items of a list, each whole; in the part about libraries the rows of its table."""
    title, _, text = part.partition("\n")
    if title == "Libraries of the generator":
        rows = [line for line in text.splitlines() if line.startswith("| ")]
        return rows[1:]
    return [f"- {item}" for item in re.split(r"^- ", text, flags=re.MULTILINE)[1:]]


@pytest.mark.parametrize("part", _PARTS, ids=lambda part: part.partition("\n")[0])
def test_decisions_of_a_part_are_numbered_and_dated(part: str) -> None:
    found = _decisions(part)
    starts = [_START.match(text) for text in found]
    without = [text[:60] for text, start in zip(found, starts, strict=True) if start is None]
    assert without == [], "begin with the letter of the part, the next number, and the date"
    assert [int(start[2]) for start in starts if start] == [*range(1, len(found) + 1)]
    assert [text[:60] for text in found if not _DATE.search(text)] == []


def test_each_part_has_a_letter_of_its_own() -> None:
    letters = [
        start[1] for part in _PARTS for text in _decisions(part) if (start := _START.match(text))
    ]
    assert len(_PARTS) == len([letter for letter, _ in groupby(letters)]) == len({*letters})
