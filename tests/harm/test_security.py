"""Every threat that SECURITY.md lists is held by tests, and the tests are there."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.support.pinned import ROOT

_TABLE = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("| threat |")[2]
ROWS = [line.strip("|").split(" | ") for line in _TABLE.splitlines()[2:] if line.startswith("|")]


@cache
def _tests(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_bytes())
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip()[:60])
def test_the_tests_of_a_threat_exist(row: list[str]) -> None:
    named = re.findall(r"`(tests/[^`]+)`", row[-1])
    assert named
    for test in named:
        path, _, name = test.partition("::")
        assert name in _tests(path), test


def test_no_row_is_lost() -> None:
    assert len(ROWS) >= 20
    assert all(len(row) == 3 for row in ROWS)
