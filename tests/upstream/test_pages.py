from __future__ import annotations

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
NAMED = sorted(set(re.findall(r"`(tests/[\w/.]+)`", (REPOSITORY / "SECURITY.md").read_text())))


@pytest.mark.parametrize("name", NAMED)
def test_the_tests_that_the_threat_model_names_are_there(name: str):
    assert (REPOSITORY / name).exists()
