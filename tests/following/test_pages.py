from __future__ import annotations

import re
from pathlib import Path

import pytest

from flaregen.upstream.following import _fenced

REPOSITORY = Path(__file__).parents[2]
NAMED = sorted(set(re.findall(r"`(tests/[\w/.]+)`", (REPOSITORY / "SECURITY.md").read_text())))


@pytest.mark.parametrize("name", NAMED)
def test_the_tests_that_the_threat_model_names_are_there(name: str):
    assert (REPOSITORY / name).exists()


def test_a_fence_is_longer_than_any_in_the_text():
    assert _fenced("a\n````\nb", "toml") == "`````toml\na\n````\nb\n`````"
    assert _fenced("a", "toml") == "```toml\na\n```"
