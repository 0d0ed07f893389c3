"""What of a default does not fit its schema, and where."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References
from flaregen.validating.defaults import misfit
from tests.names.documents import TEXT, WHOLE, document, items, obj
from tests.support.openapi import ref


@pytest.mark.parametrize(
    ("schema", "value", "misfits"),
    [
        (TEXT, "a", []),
        (TEXT, 1, [((), "wrong-type")]),
        ({"type": ["string", "null"]}, None, []),
        ({"enum": ["a"]}, "b", [((), "wrong-value")]),
        ({**WHOLE, "minimum": 2}, 1, [((), "wrong-value")]),
        ({**TEXT, "pattern": "^a"}, "ba", [((), "wrong-value")]),
        ({**TEXT, "pattern": "^(a+)+b"}, "c", []),
        (items(TEXT), ["a", 1, 2], [(("1",), "wrong-type"), (("2",), "wrong-type")]),
        (obj("a", a=TEXT), {}, [((), "missing-key")]),
        (obj("a", a=TEXT), {"a": 1, "b": 1}, [(("a",), "wrong-type")]),
        ({"oneOf": [WHOLE, TEXT]}, "a", []),
        ({"oneOf": [WHOLE, TEXT]}, True, [((), "wrong-type")]),
        ({"allOf": [{**TEXT, "maxLength": 3}, {"minLength": 1}]}, "long", [((), "wrong-value")]),
        (obj(word=ref("Word")), {"word": 1}, [(("word",), "wrong-type")]),
    ],
)
def test_misfits(schema: Any, value: Any, misfits: list[Any]) -> None:
    references = References(document({}, Word=TEXT))
    found = misfit(references, (Cursor(schema),), value)
    assert [(tokens, problem.code) for tokens, problem in found] == misfits
