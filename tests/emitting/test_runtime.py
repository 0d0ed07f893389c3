"""Which modules of the runtime a client has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.concepts import CONCEPTS, emitted
from tests.support.pinned import ROOT

_STREAMS = {"pieces", "streams"}
_MODELS = {"groups", "runners"}
_ON_DEMAND = {"batches", "files", "pages", "queries", "readings", *_MODELS, *_STREAMS}
_ALWAYS = {path.stem for path in (ROOT / "templates" / "runtime").glob("*.py")} - _ON_DEMAND


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
