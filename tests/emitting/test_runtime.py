"""Which modules of the runtime a client has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.concepts import CONCEPTS, emitted
from tests.support.pinned import ROOT

_STREAMS = {"pieces", "streams"}
_MODELS = {"groups", "runners"}
_ON_DEMAND = {"batches", "files", "pages", "queries", "readings", *_MODELS, *_STREAMS}
_SOURCES = {path.stem: path.read_text() for path in (ROOT / "templates" / "runtime").glob("*.py")}
_ALWAYS = _SOURCES.keys() - _ON_DEMAND


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("answers", set()),
        ("binary_in_and_out", {"batches", *_STREAMS}),
        ("bodies", {"files", "queries", *_STREAMS}),
        ("models_by_name", {"batches", "files", *_MODELS, *_STREAMS}),
        ("one_variant", {"batches"}),
        ("pages", {"pages"}),
        ("query_parameters", {"batches", "queries", *_STREAMS}),
    ],
)
def test_a_client_has_what_its_operations_need(name: str, needed: set[str]) -> None:
    concept = next(one for one in CONCEPTS if one.name == name)
    paths = [file.path for file in emitted(concept)]
    found = {path.stem for path in paths if path.parent.name == "_runtime"}
    assert found == _ALWAYS | needed


def test_the_pinned_client_writes_everything_as_usual() -> None:
    folder: Path = ROOT / "generated" / "workers_ai" / "_runtime"
    found = {path.stem for path in folder.glob("*.py")}
    assert found == _ALWAYS | _ON_DEMAND - {"queries"}


def test_what_every_client_has_imports_nothing_else() -> None:
    """It asks for the rest by name, as an import of what is not there is an error to checkers."""
    for name in _ALWAYS:
        imported = re.findall(r"^\s*from \.(\w*) import ([\w, ]+)", _SOURCES[name], re.MULTILINE)
        found = {module or one for module, names in imported for one in names.split(", ")}
        assert not found & _ON_DEMAND, name
    asked = {name for text in _SOURCES.values() for name in re.findall(r"\bpart\(\"(\w+)", text)}
    assert asked == _ON_DEMAND - {"pages", "pieces"}
