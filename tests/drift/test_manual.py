"""The page of the rules says what the rules say."""

from __future__ import annotations

from pathlib import Path

from flaregen.drift.manual import page

PAGE = Path(__file__).parents[2] / "docs" / "drift-rules.md"


def test_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "write it anew: python -m flaregen.drift.manual > docs/drift-rules.md"
    )
