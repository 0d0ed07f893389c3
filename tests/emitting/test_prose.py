"""What the docs of a field say of its schema."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.emitting.prose import class_text, field_docstring
from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from flaregen.schemas.schema import Object
from tests.reading.documents import document

_TEXT = {"type": "string"}


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "number", "minimum": 1}, "At least 1."),
        ({"type": "number", "maximum": 1}, "At most 1."),
        ({"type": "number", "minimum": 1, "maximum": 2}, "From 1 to 2."),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, "More than 0."),
        ({"type": "number", "maximum": 9.5, "exclusiveMaximum": True}, "Less than 9.5."),
        ({"type": "number", "maximum": 9, "exclusiveMaximum": False}, "At most 9."),
        ({"type": "number", "multipleOf": 0.5}, "A multiple of 0.5."),
        ({**_TEXT, "minLength": 1, "maxLength": 1}, "Exactly 1 character."),
        ({**_TEXT, "maxLength": 2}, "At most 2 characters."),
        ({**_TEXT, "pattern": "^a"}, 'Matches "^a".'),
        ({**_TEXT, "format": "date-time"}, "Format: date-time."),
        (
            {"type": "array", "items": {**_TEXT, "maxLength": 2}, "uniqueItems": True},
            "No two items are the same. Each: at most 2 characters.",
        ),
        ({**_TEXT, "deprecated": True, "default": "a"}, 'Deprecated. Server default: "a".'),
        ({**_TEXT, "description": "A word.", "minLength": 2}, "A word. At least 2 characters."),
        ({**_TEXT, "title": "Word"}, "Word"),
    ],
)
def test_what_is_said_of_a_field(schema: Any, said: str) -> None:
    whole = document(components={"schemas": {"Subject": schema}})
    found = interpret(whole, Pointer(("components", "schemas", "Subject")), "request")
    text = field_docstring(found, sent=True).strip().removeprefix("r")
    assert text.strip('"').strip().replace("\n", " ") == said.strip('"')


def test_fields_that_exclude_each_other() -> None:
    schema = Object(pointer=Pointer(), fields=(), exclusions=(("a", "b"), ("c",)))
    assert class_text(schema, "It.") == "It.\n\nNot together: `a` and `b`."
