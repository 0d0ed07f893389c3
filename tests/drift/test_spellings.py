"""Two ways to say the same are no change, in either direction, in requests and in answers."""

from __future__ import annotations

from datetime import date

import pytest

from flaregen.drift.compare import compare
from tests.support.spellings import SPELLINGS, Spelling

TODAY = date(2026, 1, 1)
ABOUT_THE_DOCUMENT = {"openapi-version-changed", "schema-added", "schema-removed"}


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_no_change(spelling: Spelling) -> None:
    one, other = spelling.documents()
    for old, new in ((one, other), (other, one)):
        changes = [c for c in compare(old, new, TODAY) if c.id not in ABOUT_THE_DOCUMENT]
        assert [(change.id, change.level, change.message) for change in changes] == []
