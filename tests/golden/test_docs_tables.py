"""Tables of the docs are those that the code has now: options, errors, keys."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.support.pinned import ROOT

_TABLES = runpy.run_path(str(ROOT / "docs" / "site" / "tables.py"))
_PAGES = [
    path
    for path in sorted((ROOT / "docs").rglob("*.md"))
    if "<!-- table: " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_tables_are_current(path: Path, accept: bool) -> None:
    text = path.read_text(encoding="utf-8")
    current = _TABLES["written_anew"](text)
    if accept:
        path.write_text(current, encoding="utf-8")
    assert accept or text == current, "make golden accepts this"
