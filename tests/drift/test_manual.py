"""The page of the rules says what the rules say."""

from __future__ import annotations

import re
from pathlib import Path

from flaregen import config as configuration
from flaregen.drift.rules import RULES
from flaregen.report.rules_page import page

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "drift-rules.md"


def test_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "write it anew: python -m flaregen.report.rules_page > docs/drift-rules.md"
    )


def test_the_configuration_that_is_shown_is_one(tmp_path: Path) -> None:
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    file = tmp_path / "flaregen.toml"
    file.write_text(shown[0], encoding="utf-8")
    drift = configuration.load(file).drift
    assert {*drift.levels, *(one.id for one in drift.accept)} <= RULES.keys()
    assert len(drift.levels) == len(drift.accept) == 1
