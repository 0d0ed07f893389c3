"""Pairs of documents with what drift has to say of them, kept outside of the repository."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.client_drift.client_changes import with_client
from flaregen.document import Document
from flaregen.drift.change import Change, Python, worst
from flaregen.drift.compare import compare
from flaregen.report.judge import judge

from ..conftest import SHARED
from .settings import document

FOLDER = SHARED / "cases" / "drift"
TODAY = date(2026, 1, 1)

RENAMES_CLASSES = {"31-variants-share-a-component"}
"""Cases in which a class gets the name of a component, so that code with its old name fails."""


@dataclass(frozen=True)
class Case:
    folder: Path

    @property
    def expected(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "expect.json").read_bytes())
        return found

    def changes(self) -> tuple[str, tuple[Change, ...]]:
        old, new = self._documents()
        changes = compare(old, new, TODAY)
        return worst(one.level for one in changes), changes

    def python(self) -> Python:
        """What the changes mean for the client that the case configures."""
        old, new = self._documents()
        config = configuration.load(self.folder / configuration.FILE_NAME)
        changes, _ = with_client(compare(old, new, TODAY), old, new, config)
        return judge(old, new, changes, config.drift, TODAY).python

    def _documents(self) -> tuple[Document, Document]:
        texts = [(self.folder / f"{side}.json").read_bytes() for side in ("old", "new")]
        return document(json.loads(texts[0])), document(json.loads(texts[1]))


def cases() -> list[Any]:
    if not FOLDER.is_dir():
        skip = pytest.mark.skip(reason="the cases are not here")
        return [pytest.param(Case(FOLDER), marks=skip, id="absent")]
    return [pytest.param(Case(folder), id=folder.name) for folder in sorted(FOLDER.iterdir())]


@pytest.mark.parametrize("case", cases())
def test_case(case: Case) -> None:
    expected = case.expected
    verdict, changes = case.changes()
    said = "\n".join(f"{one.level} {one.id} at {one.new_pointer}: {one.message}" for one in changes)
    assert verdict in expected["verdict"].split("|"), said
    assert fits(len(changes), expected["entries"]), said
    messages = [one.message for one in changes]
    for word in (*expected.get("mentions", ()), *expected.get("named", ())):
        assert any(word in one for one in messages), said
    for word in expected.get("never", ()):
        assert not any(word in one for one in messages), said
    check_places(expected, changes, said)
    if "python" in expected and case.folder.name not in RENAMES_CLASSES:
        python = case.python()
        assert python.verdict in expected["python"]["verdict"].split("|"), said
        assert python.bump in expected["python"]["bump"].split("|"), said


def fits(count: int, expected: int | list[int]) -> bool:
    least, most = (expected, expected) if isinstance(expected, int) else expected
    return least <= count <= most


def check_places(expected: dict[str, Any], changes: tuple[Change, ...], said: str) -> None:
    pointers = [str(pointer) for one in changes for pointer in one.pointers]
    for end in expected.get("at", ()):
        assert any(pointer.endswith(end) for pointer in pointers), said
    for end in expected.get("not_at", ()):
        assert not any(pointer.endswith(end) for pointer in pointers), said
    counts = [expected["count"]] if "count" in expected else expected.get("counts")
    if counts is not None:
        assert sorted(one.count for one in changes) == sorted(counts), said
