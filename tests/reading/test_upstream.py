"""The published documents: every defect they have is known by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.openapi.endpoints import endpoints
from flaregen.reading.load import load
from flaregen.selecting.refinements import catalogue
from flaregen.selecting.select import select
from flaregen.validating.repair import repair
from flaregen.validating.validate import validate
from tests.conftest import SHARED

_UPSTREAM = SHARED / "upstream"
_OPERATION = "workers-ai-post-run-model"
_PATTERN = "POST /accounts/{any}/ai/run/{name}"
_VERSIONS = sorted((_UPSTREAM / "ai").glob("*.json.gz"))
_WHOLE = sorted((_UPSTREAM / "full").glob("*.json.gz"))
_WITHOUT_THE_OPERATION = [path for path in _WHOLE if path.name < "2023-11"]
_NEWEST = _WHOLE[-1:]

pytestmark = pytest.mark.skipif(
    not _UPSTREAM.is_dir(), reason="the upstream documents are not in ../shared/upstream"
)


def _named(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.name)


@_named(_VERSIONS + [path for path in _WHOLE if path not in _WITHOUT_THE_OPERATION])
def test_the_selected_operation_is_valid_once_repaired(path: Path) -> None:
    document = load(str(path))
    selection, warnings = repair(select(document, [_OPERATION]))
    assert validate(selection, document) == ()
    assert {warning.severity for warning in warnings} <= {"warning"}
    assert selection.operations == select(document, [_PATTERN]).operations


@_named(_WITHOUT_THE_OPERATION)
def test_documents_from_before_the_operation_say_so(path: Path) -> None:
    with pytest.raises(DiagnosticError) as refusal:
        select(load(str(path)), [_OPERATION])
    assert [found.code for found in refusal.value.diagnostics] == ["missing-operation"]
    assert "the nearest are" in refusal.value.diagnostics[0].help


@_named(_VERSIONS[3:])
def test_models_are_listed_with_their_task(path: Path) -> None:
    document = load(str(path))
    (endpoint,) = endpoints(select(document, [_OPERATION]))
    entries = catalogue(document, endpoint.path, endpoint.method)
    assert len(entries) > 40
    assert all(entry.model.startswith(("@cf/", "@hf/")) for entry in entries)
    assert {"Text Generation", "Translation"} <= {entry.task for entry in entries}


@_named(_NEWEST)
def test_the_newest_document_has_known_defects_only(path: Path) -> None:
    repaired, warnings = repair(load(str(path)))
    assert len(warnings) >= 79
    found = validate(repaired)
    assert {one.code for one in found} == {"unknown-required", "repeated-path-parameter"}
    assert [one.severity for one in found] == ["warning"] * 2


@_named(_NEWEST)
def test_the_whole_api_can_be_selected(path: Path) -> None:
    document = load(str(path))
    selection = select(document, ["* /*"])
    assert _operations(selection) == _operations(document)


def _operations(document: Document) -> list[str]:
    return [str(endpoint) for endpoint in endpoints(document)]
