"""Which results are more than any JSON."""

from __future__ import annotations

import pytest

from flaregen.pointer import Pointer
from flaregen.schemas.responses import says_something
from flaregen.schemas.schema import Anything, Field, Map, Object, Scalar, Schema

_AT = Pointer(("here",))
_ANY = Anything(pointer=_AT)
_TEXT = Scalar(pointer=_AT, kind="string")


@pytest.mark.parametrize(
    ("result", "something"),
    [
        (_ANY, False),
        (Anything(pointer=_AT, title="Things"), True),
        (Object(pointer=_AT, fields=()), False),
        (Object(pointer=_AT, title="Things", fields=()), True),
        (Object(pointer=_AT, fields=(Field("a", _ANY, required=False),)), True),
        (Map(pointer=_AT, values=_ANY), False),
        (Map(pointer=_AT, title="Things", values=_ANY), False),
        (Map(pointer=_AT, values=_TEXT), True),
        (_TEXT, True),
    ],
)
def test_what_says_something(result: Schema, something: bool) -> None:
    assert says_something(result) is something
