"""Line and column of every node, against writers that note where they put it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flaregen.document import JSON, Position, Source
from flaregen.pointer import Pointer
from flaregen.reading.positions import locate
from flaregen.reading.sources import make_source
from tests.reading.writing import KEYS, VALUES, Writer

_BLANKS = st.sampled_from(["", " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n   "])


def _json(text: str) -> Source:
    return make_source("spec.json", text.encode())


def _yaml(text: str) -> Source:
    return make_source("spec.yaml", text.encode())


def _at(source: Source, pointer: str) -> tuple[int, int]:
    position = locate(source, Pointer.parse(pointer))
    return position.line, position.column


@given(value=VALUES, data=st.data())
def test_every_node_of_json(value: JSON, data: st.DataObject) -> None:
    writer = Writer(lambda: data.draw(_BLANKS))
    writer.json(value)
    _compare(writer, _json(writer.text))


@given(value=st.dictionaries(KEYS, VALUES, max_size=4))
def test_every_node_of_yaml(value: dict[str, JSON]) -> None:
    writer = Writer()
    writer.yaml({**value, "the last one": None})
    _compare(writer, _yaml(writer.text))


def _compare(writer: Writer, source: Source) -> None:
    expected = {**writer.places, Pointer(): Position(1, 1)}
    assert {pointer: locate(source, pointer) for pointer in expected} == expected


def test_the_nearest_enclosing_node_stands_in_for_a_missing_one() -> None:
    source = _json('{\n "a": {\n  "b": [1]\n }\n}')
    assert _at(source, "/a/b/0") == (3, 9)
    assert _at(source, "/a/b/7/x") == (3, 3)
    assert _at(source, "/a/c") == (2, 2)
    assert _at(source, "/z") == (1, 1)
    assert _at(source, "/a/b/0/deeper") == (3, 9)


def test_a_byte_order_mark_takes_no_column() -> None:
    assert _at(_json('\ufeff{"a": 1}'), "/a") == (1, 2)
    assert _at(_yaml("\ufeffa: 1\nb: 2"), "/b") == (2, 1)


def test_columns_count_characters() -> None:
    assert _at(_json('{"ü😀": 1, "a": 2}'), "/a") == (1, 11)
    assert _at(_yaml("{ü😀: 1, a: 2}"), "/a") == (1, 9)


def test_the_last_of_two_equal_keys_is_the_one_that_counts() -> None:
    assert _at(_json('{"a": 1,\n"a": {"b": 2}}'), "/a/b") == (2, 7)


def test_numbers_of_any_length_are_passed_over() -> None:
    assert _at(_json('{"a": ' + "9" * 10_000 + ', "b": 1}'), "/b") == (1, 10_009)


@pytest.mark.parametrize(
    "text", ["", "  ", "[", '{"a"', '{"a": }', '{"a": [1, ', "{1: 2}", "nonsense"]
)
def test_broken_json_is_located_as_far_as_it_makes_sense(text: str) -> None:
    assert _at(_json(text), "/a/0/b")[0] == 1


@pytest.mark.parametrize("text", ["", "[", "a: b: c", "a: [1, 2", "a: \t- b", "\x00"])
def test_broken_yaml_is_located_as_far_as_it_makes_sense(text: str) -> None:
    assert _at(_yaml(text), "/a/0/b")[0] == 1


def test_what_is_before_an_error_of_yaml_is_found() -> None:
    assert _at(_yaml("a:\n  b: 1\nc: d: e\n"), "/a/b") == (2, 3)


def test_endless_nesting_does_no_harm() -> None:
    deep = Pointer(("0",) * 5_000)
    assert locate(_json("[" * 100_000), deep).line == 1
    assert locate(_yaml("[" * 5_000), deep).line == 1


_ALIASES = """\
base: &base
  x: 1
  list: &list [one, two]
more: &more
  y: 2
copy: *base
merged:
  <<: *base
  own: 3
both:
  <<: [*more, *base]
  x: 4
"""


def test_an_alias_leads_to_what_it_stands_for() -> None:
    source = _yaml(_ALIASES)
    assert _at(source, "/copy") == (6, 1)
    assert _at(source, "/copy/list/1") == (3, 21)


def test_a_merged_key_is_found_where_it_is() -> None:
    source = _yaml(_ALIASES)
    assert _at(source, "/merged/own") == (9, 3)
    assert _at(source, "/merged/x") == (2, 3)
    assert _at(source, "/both/x") == (12, 3)
    assert _at(source, "/both/y") == (5, 3)
    assert _at(source, "/both/list/0") == (3, 16)


def test_keys_are_compared_by_their_text() -> None:
    source = _yaml("responses:\n  200: {a: 1}\n  ? [odd, key]\n  : 1\n  x: |\n    text\n  y: 2\n")
    assert _at(source, "/responses/200/a") == (2, 9)
    assert _at(source, "/responses/y") == (7, 3)
