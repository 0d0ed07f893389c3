"""Texts in TOML: a reader sees all of them, and a parser gets them back."""

from __future__ import annotations

import tomllib

import pytest

from flaregen.toml_text import quoted


@pytest.mark.parametrize(
    "text",
    ["", "a b", 'a "b" \\ c', "a\nb\tc\x00\x7f", "\u202egnirts\u2066", "\U0001f4a9\U000e0041", "é"],
)
def test_what_is_written_is_visible_and_read_back(text: str) -> None:
    written = quoted(text)
    assert written.isprintable()
    assert tomllib.loads(f"a = {written}") == {"a": text}


def test_half_of_a_surrogate_pair() -> None:
    assert quoted("a\ud800b") == '"a\N{REPLACEMENT CHARACTER}b"'
