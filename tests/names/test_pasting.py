"""What a hash alone tells apart has a name, and a better one if the printed block is pasted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.names.reviewed import load
from tests.names.documents import TEXT, classes_of, document, items, named_in_full, obj, operation
from tests.support.openapi import json_body

_SHORT, _LONG = {"type": "string", "maxLength": 10}, {"type": "string", "maxLength": 20}
_TWINS = [obj("a", a=_SHORT), obj("a", a=_LONG)]
_EVENT = {"text/event-stream": {"schema": obj(t=TEXT)}}
_ALIKE: dict[str, dict[str, Any]] = {
    "forms without a title": {"POST /things": operation({"oneOf": _TWINS}, obj(r=TEXT))},
    "forms and answers": {"POST /things": operation({"oneOf": _TWINS}, {"oneOf": _TWINS})},
    "forms of one title": {
        "POST /things": operation({"oneOf": [{**one, "title": "T"} for one in _TWINS]})
    },
    "titles that become one class": {
        "POST /things": operation(
            {
                "oneOf": [
                    {**one, "title": title}
                    for one, title in zip(_TWINS, ("To Image", "to-image"), strict=True)
                ]
            }
        )
    },
    "objects in requests and answers": {
        "POST /things": operation(obj(m=items({"oneOf": _TWINS})), obj(m=items({"oneOf": _TWINS})))
    },
    "the same in two operations": {
        "POST /things": operation(obj(m={"oneOf": _TWINS})),
        "PUT /things": operation(obj(m={"oneOf": [obj("a", a=TEXT), *_TWINS]})),
    },
    "answers alone": {"GET /things": operation(answer={"oneOf": _TWINS})},
    "a title beyond ASCII": {
        "POST /things": operation(
            {"oneOf": [{**one, "title": "\U0001f4a9 \u0430 x \u2028"} for one in _TWINS]}
        )
    },
    "properties beyond ASCII": {
        "POST /things": operation(
            obj(m={"oneOf": [obj("\U0001f4a9", **{"\U0001f4a9": one}) for one in (_SHORT, _LONG)]})
        )
    },
    "streams": {
        "POST /things": operation(
            {"oneOf": [{**one, "title": "T"} for one in _TWINS]},
            responses={
                "200": {
                    "description": "",
                    "content": json_body(obj(result=obj(t=TEXT)))["content"] | _EVENT,
                }
            },
        )
    },
}


def _pasted(remarks: Sequence[Diagnostic], numbers: itertools.count[int]) -> str:
    """All blocks of warnings, each with another name."""
    blocks = [one.help.partition("\n")[2] for one in remarks]
    return "\n".join(
        block.replace('name = "..."', f'name = "Pasted{next(numbers)}"') for block in blocks
    )


@pytest.mark.parametrize("paths", _ALIKE.values(), ids=_ALIKE)
def test_what_is_alike(paths: dict[str, Any], tmp_path: Path) -> None:
    _paste_and_name(document(paths), tmp_path / "names.toml")


def _paste_and_name(found: Document, names: Path) -> None:
    operations, remarks = named_in_full(found)
    assert remarks
    assert {(one.severity, one.code) for one in remarks} == {("warning", "unnamed-schema")}
    before = {*classes_of(operations)}
    names.write_text(_pasted(remarks, itertools.count()), encoding="utf-8")
    operations, remarks = named_in_full(found, load(names))
    assert remarks == ()
    pasted = {*classes_of(operations)}
    assert len(pasted) == len(before)
    assert any(name.startswith("Pasted") for name in pasted)
