"""Who gets which name, as tables of wishes."""

from __future__ import annotations

import itertools

import pytest

from flaregen.names.wishes import Rank, Wish, granted

_PLAIN, _LOW = (1,), (0,)
CASES: dict[str, tuple[dict[str, tuple[Rank, str]], dict[str, str], set[str]]] = {
    "nobody else wants it": ({"a": (_PLAIN, "X XA")}, {"a": "X"}, set()),
    "two of one rank both give way": (
        {"a": (_PLAIN, "X XA"), "b": (_PLAIN, "X XB")},
        {"a": "XA", "b": "XB"},
        set(),
    ),
    "the lower rank keeps it": (
        {"a": (_LOW, "X XA"), "b": (_PLAIN, "X XB")},
        {"a": "X", "b": "XB"},
        set(),
    ),
    "a name that one gave way to is taken": (
        {"a": (_PLAIN, "X Y"), "b": (_PLAIN, "X Z"), "c": (_PLAIN, "Y W")},
        {"a": "Y", "b": "Z", "c": "W"},
        set(),
    ),
    "capitals tell nothing apart": (
        {"a": (_PLAIN, "Xa XaA"), "b": (_PLAIN, "XA XaB")},
        {"a": "XaA", "b": "XaB"},
        set(),
    ),
    "what is reserved is passed over": ({"a": (_PLAIN, "Any AnyA")}, {"a": "AnyA"}, set()),
    "what is reserved alone has no name": ({"a": (_PLAIN, "Any")}, {}, {"a"}),
    "nothing is left": (
        {"a": (_PLAIN, "X"), "b": (_PLAIN, "X"), "c": (_PLAIN, "Y")},
        {"a": "X", "b": "X", "c": "Y"},
        {"a", "b"},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_granted(case: tuple[dict[str, tuple[Rank, str]], dict[str, str], set[str]]) -> None:
    wished, wanted, vain = case
    wishes = [Wish(key, tuple(names.split()), rank) for key, (rank, names) in wished.items()]
    for order in itertools.permutations(wishes):
        found, unnamed = granted(order, {"Any"})
        assert (found, set(unnamed)) == (wanted, vain)


def test_distinguished_where_wishes_end() -> None:
    wishes = [Wish("a", ("X",), _LOW), Wish("b", ("X",), _PLAIN), Wish("c", ("X",), _PLAIN)]
    found, unnamed = granted(wishes, distinguish=lambda keys, name: [[f"{name}{k}" for k in keys]])
    assert (found, unnamed) == ({"a": "X", "b": "Xb", "c": "Xc"}, [])


def test_distinguished_by_no_name_that_is_taken() -> None:
    wishes = [Wish("a", ("X",), ()), Wish("b", ("X",), ()), Wish("c", ("Xb",), ())]
    _, unnamed = granted(wishes, distinguish=lambda keys, name: [[f"{name}{k}" for k in keys]])
    assert set(unnamed) == {"a", "b"}
