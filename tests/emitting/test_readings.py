"""Properties that an overlay gives to the class of an answer."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.diagnostic import DiagnosticError
from flaregen.pipeline import emit
from tests.names.documents import TEXT, document, named, obj, operation


def _module(path: str) -> str:
    answer: dict[str, Any] = obj(id=TEXT, **{"full name": TEXT})
    answer["x-reads"] = {"label": {"from": [path], "as": "text", "description": "What it is."}}
    operations = named(document({"GET /things": operation(answer=answer)}))
    files = emit(configuration.load(None), operations)
    (found,) = [file for file in files if file.path.as_posix() == "workers_ai/things.py"]
    return found.content.decode()


def test_a_property_reads_a_field() -> None:
    text = _module("full name")
    assert '    @property\n    def label(self) -> str:\n        """What it is."""\n' in text


def test_a_path_that_leads_nowhere_is_an_error() -> None:
    with pytest.raises(DiagnosticError) as error:
        _module("name")
    (found,) = error.value.diagnostics
    assert found.message == ("x-reads: 'label' has the path 'name', which leads to no property")
    assert found.help == "write the names of properties with slashes between them"
    assert (found.code, found.pointer.tokens[-1:]) == ("reading-leads-nowhere", ("result",))
