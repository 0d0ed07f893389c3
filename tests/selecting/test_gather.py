"""What a document refers to in other files, brought in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.pointer import Pointer
from flaregen.reading.access import Access
from flaregen.reading.load import load
from flaregen.selecting.whole import with_references
from tests.support.openapi import json_body

OTHER: dict[str, Any] = {
    "components": {
        "schemas": {
            "Shelf": {"properties": {"books": {"items": {"$ref": "#/components/schemas/Book"}}}},
            "Book": {"type": "string"},
        }
    }
}


def _referring(fragment: str, **components: Any) -> dict[str, Any]:
    body = json_body({"$ref": f"other.json#/components/schemas/{fragment}"})
    operation = {"requestBody": body, "responses": {"200": {"description": "OK"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        **({"components": components} if components else {}),
    }


def _gathered(folder: Path, root: dict[str, Any], other: Any = OTHER) -> Any:
    (folder / "spec.json").write_text(json.dumps(root))
    (folder / "other.json").write_text(json.dumps(other))
    return with_references(load(str(folder / "spec.json")), Access(remote_refs=True))


def _schema(root: Any) -> Any:
    body = root["paths"]["/things"]["post"]["requestBody"]
    return body["content"]["application/json"]["schema"]


def test_components_are_brought_in_with_what_they_refer_to(tmp_path: Path) -> None:
    found = _gathered(tmp_path, _referring("Shelf"))
    root = found.document.root
    assert _schema(root) == {"$ref": "#/components/schemas/Shelf"}
    assert root["components"] == OTHER["components"]
    assert [name for name, _ in found.reached] == ["other.json"]
    origin = found.origins["components", "schemas", "Book"]
    assert origin.pointer == Pointer(("components", "schemas", "Book"))
    assert json.loads(origin.source.content) == OTHER


def test_a_name_that_is_taken_gets_that_of_its_file_in_front(tmp_path: Path) -> None:
    own = {"Shelf": {"type": "integer"}, "Kept": {"type": "null"}}
    components = _gathered(tmp_path, _referring("Shelf", schemas=own)).document.root["components"]
    assert components["schemas"] == {
        **own,
        "other.Shelf": OTHER["components"]["schemas"]["Shelf"],
        "Book": {"type": "string"},
    }


def test_components_of_another_kind_stay(tmp_path: Path) -> None:
    headers = {"ray": {"schema": {"type": "string"}}}
    components = _gathered(tmp_path, _referring("Book", headers=headers)).document.root[
        "components"
    ]
    assert components == {"headers": headers, "schemas": {"Book": {"type": "string"}}}


def test_a_reference_that_leads_nowhere_is_reported_where_it_is(tmp_path: Path) -> None:
    with pytest.raises(DiagnosticError) as caught:
        _gathered(tmp_path, _referring("Page"))
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.pointer).endswith("/schema/$ref")) == ("dangling-reference", True)


THINGS = {"$ref": "other.json#/things"}
CALLED = {"responses": {}, "callbacks": {"done": {"{$request.body#/url}": THINGS}}}


@pytest.mark.parametrize(
    ("paths", "things", "code", "pointer", "said"),
    [
        (
            {"/a": {"$ref": "other.json#/gone"}},
            {},
            "dangling-reference",
            "/paths/~1a/$ref",
            (
                "The reference other.json#/gone leads nowhere.",
                "add the target, or remove the reference",
            ),
        ),
        (
            {"/a": THINGS},
            ["get"],
            "wrong-reference",
            "/paths/~1a/$ref",
            (
                "A reference to a path item must lead to an object: other.json#/things.",
                "refer to the object around it, or to another",
            ),
        ),
        (
            {"/a": THINGS},
            {"$ref": "#/things"},
            "reference-chain",
            "/things/$ref",
            ("There are more than 25 references in a row.", "refer to the target directly"),
        ),
        (
            {"/a": {"post": CALLED}},
            {},
            "remote-reference",
            "/paths/~1a/post/callbacks/done/{$request.body#~1url}/$ref",
            (
                "The reference other.json#/things is in a callback, and leads to a path item.",
                "write the path item in place of the reference, or make the document OpenAPI 3.1",
            ),
        ),
    ],
)
def test_a_path_item_that_cannot_be_brought_in(
    paths: Any, things: Any, code: str, pointer: str, said: tuple[str, str], tmp_path: Path
) -> None:
    root = {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"}, "paths": paths}
    with pytest.raises(DiagnosticError) as error:
        _gathered(tmp_path, root, {"things": things})
    (found,) = error.value.diagnostics
    assert (found.code, str(found.pointer)) == (code, pointer)
    assert (found.message, found.help) == said
