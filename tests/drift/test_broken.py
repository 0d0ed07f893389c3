"""Documents with nonsense in them: a comparison always ends with an answer."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flaregen.drift.compare import compare
from flaregen.pointer import Pointer

from .mutations import EDITS
from .settings import document
from .test_mutations import TODAY, inline_sites, pinned, planted, quiet

JUNK: list[Any] = [
    None,
    True,
    False,
    0,
    -1.5,
    "",
    "text",
    [],
    [None],
    [[]],
    {},
    {"": None},
    {"$ref": "#/nowhere"},
    {"$ref": "#"},
    {"$ref": "#/paths"},
    {"$ref": 3},
]


def nodes(value: Any, at: Pointer) -> list[Pointer]:
    children: Any = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        children = enumerate(value)
    found = [at] if at.tokens else []
    for key, child in children:
        found += nodes(child, at.child(key))
    return found


PLANTED = planted(
    pinned(),
    {
        site.at: {"allOf": [edit.before, edit.after], "discriminator": {"propertyName": "a"}}
        for site, edit in zip(
            [
                s
                for s in inline_sites()
                if not any(s.at.starts_with(o.at) for o in inline_sites() if o.at != s.at)
            ],
            EDITS,
            strict=False,
        )
    },
).root
PLACES = nodes(PLANTED, Pointer())


@quiet
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(JUNK)), min_size=1, max_size=3))
def test_nonsense_anywhere(edits: list[tuple[Pointer, Any]]) -> None:
    values: dict[Pointer, Any] = {}
    for at, junk in edits:
        if not any(at.starts_with(other) or other.starts_with(at) for other in values):
            values[at] = junk
    whole, broken = document(PLANTED), planted(PLANTED, values)
    assert compare(broken, broken, TODAY) == ()
    compare(whole, broken, TODAY)
    compare(broken, whole, TODAY)


def test_what_is_no_text_is_no_name_of_a_property() -> None:
    def requiring(*names: Any) -> Any:
        subject = {"type": "object", "required": [*names]}
        return document({"components": {"schemas": {"Subject": subject}}})

    assert compare(requiring("a"), requiring("a", 1, {"b": 1}, None), TODAY) == ()
