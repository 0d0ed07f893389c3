"""Which known models a new one is like."""

from __future__ import annotations

from typing import Any

import pytest
from tests.names.documents import TEXT, WHOLE, items, obj

from flaregen.upstream.model_paths import fits, may_stream

ONE = obj("a", a=TEXT)


@pytest.mark.parametrize(
    ("new", "known", "fitting"),
    [
        (TEXT, TEXT, True),
        ({**TEXT, "description": "A text."}, TEXT, True),
        (TEXT, WHOLE, False),
        ({}, {}, True),
        ({}, TEXT, False),
        (ONE, obj("a", a=TEXT, b=WHOLE), True),
        (obj("a", a=TEXT, b=WHOLE), ONE, False),
        (obj("a", a=WHOLE), ONE, False),
        (obj(b=TEXT), obj("a", a=TEXT, b=TEXT), False),
        (obj(), ONE, False),
        (ONE, {"oneOf": [TEXT, ONE]}, True),
        (WHOLE, {"anyOf": [TEXT, ONE]}, False),
        (items(TEXT), items(TEXT), True),
        (items(TEXT), items(WHOLE), False),
        ({**TEXT, "enum": ["a"]}, {**TEXT, "enum": ["a", "b"]}, True),
        ({**TEXT, "enum": ["c"]}, {**TEXT, "enum": ["a", "b"]}, False),
        ({**TEXT, "enum": ["c"]}, TEXT, True),
    ],
)
def test_what_fits(new: Any, known: Any, fitting: bool) -> None:
    assert fits(new, known) is fitting


@pytest.mark.parametrize(
    ("schema", "streams"),
    [
        (None, False),
        (ONE, False),
        (obj(stream={"type": "boolean"}), True),
        ({"oneOf": [ONE, obj(stream={"type": "boolean"})]}, True),
    ],
)
def test_what_may_stream(schema: Any, streams: bool) -> None:
    assert may_stream(schema) is streams
