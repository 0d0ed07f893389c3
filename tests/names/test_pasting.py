"""Every block that an error prints, pasted with a name, lets the document build."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.names.reviewed import load
from flaregen.pipeline import emit
from flaregen.understanding import read
from tests.names.documents import TEXT, classes_of, content, document, items, named, obj, operation

_BAD = Path(__file__).parents[1] / "bad_specs"
_PRINTED = sorted(
    folder.name
    for folder in _BAD.iterdir()
    if folder.is_dir() and "[[" in (folder / "expected.txt").read_text(encoding="utf-8")
)
_SHORT, _LONG = {"type": "string", "maxLength": 10}, {"type": "string", "maxLength": 20}
_TWINS = [obj("a", a=_SHORT), obj("a", a=_LONG)]
_EVENT = {"text/event-stream": {"schema": obj(t=TEXT)}}
_ALIKE: dict[str, dict[str, Any]] = {
    "forms without a title": {"POST /things": operation({"oneOf": _TWINS}, obj(r=TEXT))},
    "forms and answers": {"POST /things": operation({"oneOf": _TWINS}, {"oneOf": _TWINS})},
    "forms of one title": {
        "POST /things": operation({"oneOf": [{**one, "title": "T"} for one in _TWINS]})
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
                    "content": content(obj(result=obj(t=TEXT)))["content"] | _EVENT,
                }
            },
        )
    },
}


def _pasted(error: DiagnosticError, numbers: itertools.count[int]) -> str:
    """All blocks of an error, each with another name."""
    blocks = [one.help.partition("\n")[2] for one in error.diagnostics if "[[" in one.help]
    assert len(blocks) == len(error.diagnostics), error
    named_ = []
    for block in blocks:
        number = next(numbers)
        text = block.replace('name = "..."', f'name = "Pasted{number}"')
        text = text.replace('resource = "..."', 'resource = "pasted"')
        named_.append(text.replace('method = "..."', f'method = "call{number}"'))
    return "\n".join(named_)


@pytest.mark.parametrize("paths", _ALIKE.values(), ids=_ALIKE)
def test_what_is_alike(paths: dict[str, Any], tmp_path: Path) -> None:
    _paste_and_name(document(paths), tmp_path / "names.toml")


def _paste_and_name(found: Document, names: Path) -> None:
    with pytest.raises(DiagnosticError) as caught:
        named(found)
    names.write_text(_pasted(caught.value, itertools.count()), encoding="utf-8")
    classes = classes_of(named(found, load(names)))
    assert (
        any(name.startswith("Pasted") for name in classes) or "[[operation]]" in names.read_text()
    )


@pytest.mark.parametrize("name", _PRINTED)
def test_bad_documents(name: str, tmp_path: Path) -> None:
    config = replace(
        configuration.load(None), spec=str(_BAD / name / "spec.yaml"), overlays=(), names=None
    )
    with pytest.raises(DiagnosticError) as caught:
        read(config)
    names = tmp_path / "names.toml"
    names.write_text(_pasted(caught.value, itertools.count()), encoding="utf-8")
    reading = read(replace(config, names=names))
    assert emit(config, reading.operations)


def test_there_are_bad_documents() -> None:
    assert len(_PRINTED) >= 3
