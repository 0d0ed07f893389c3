"""What was renamed: alike, and unlike everything else that came or went."""

from __future__ import annotations

import pytest

from flaregen.drift.renames import renamed


@pytest.mark.parametrize(
    ("gone", "come", "names"),
    [
        ({"a": "x"}, {"b": "x"}, {"a": "b"}),
        ({"a": "x"}, {"b": "y"}, {}),
        ({"a": "x", "c": "x"}, {"b": "x"}, {}),
        ({"a": "x"}, {"b": "x", "c": "x"}, {}),
        ({"a": "x", "c": "y"}, {"b": "y", "d": "x"}, {"a": "d", "c": "b"}),
        ({"a": ""}, {"b": ""}, {}),
    ],
)
def test_renamed(gone: dict[str, str], come: dict[str, str], names: dict[str, str]) -> None:
    assert renamed(gone, come, lambda one: one or None) == names
