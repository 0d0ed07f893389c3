"""Which types have all values of another."""

from __future__ import annotations

import pytest

from flaregen.client_drift.assignable import uncovered


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("int", "float"),
        ("bool", "int"),
        ("Literal['a']", "str"),
        ("Literal[1]", "float"),
        ("Literal[True]", "bool"),
        ("str", "Any"),
        ("str", "Base64"),
        ("File", "FilePart"),
        ("Literal['a']", "DataURL"),
        ("Sequence[Literal['a']]", "Sequence[Literal['a', 'b']]"),
        ("Sequence[str]", "Sequence[str | None]"),
        ("Sequence[Sequence[int]]", "Sequence[Sequence[int | float]]"),
        ("Mapping[str, int]", "Mapping[str, float]"),
        ("Mapping[str, Sequence[int]]", "Mapping[str, Any]"),
    ],
)
def test_a_type_within_another(narrow: str, wide: str) -> None:
    assert uncovered({narrow}, {wide, "None"}) == set()
    assert uncovered({wide}, {narrow}) == {wide}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("list[int]", "list[int | float]"),
        ("dict[str, int]", "dict[str, float]"),
        ("Sequence[str]", "Mapping[str, str]"),
        ("Params", "AnyObject"),
        ("Mapping[str, str]", "AnyObject"),
    ],
)
def test_neither_is_within_the_other(one: str, other: str) -> None:
    assert uncovered({one}, {other}) == {one}
    assert uncovered({other}, {one}) == {other}
