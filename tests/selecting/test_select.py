"""Choosing operations, and keeping what they reach and nothing else."""

from __future__ import annotations

import pytest

from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.document import JSON, Document
from flaregen.openapi.endpoints import endpoints
from flaregen.reading.load import parse
from flaregen.reading.sources import make_source
from flaregen.selecting.refinements import catalogue
from flaregen.selecting.select import require_path_items, select
from tests.reading.documents import dig, document, operation, parameter, ref

_MODELS = {
    "/accounts/{account_id}/ai/run/{model_name}": {
        "parameters": [parameter("account_id"), parameter("model_name")],
        "post": operation(operationId="run-model", tags=["AI"]),
        "get": operation(operationId="look-at-model", tags=["AI"]),
    },
    "/accounts/{identifier}/ai/run/@cf/meta/m2m100-1.2b": {
        "post": operation(operationId="run-m2m", tags=["AI Translation"])
    },
    "/accounts/{account_id}/ai/run/@cf/baai/bge": {
        "post": operation(operationId="run-bge", tags=["Beta", "AI Text Embeddings"])
    },
    "/accounts/{account_id}/ai/run/history": {"post": operation(operationId="h", tags=["AI"])},
    "/accounts/{account_id}/ai/runs/@cf/other": {"post": operation(tags=["AI Other"])},
    "/accounts/{account_id}/ai/run/@cf/a/{version}": {"post": operation(tags=["AI Versions"])},
    "/accounts/{account_id}/ai/run/@cf/only/get": {"get": operation(tags=["AI Getting"])},
}


def _chosen(found: Document, *patterns: str) -> list[str]:
    return [str(endpoint) for endpoint in endpoints(select(found, patterns))]


def _refusals(found: Document, *patterns: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(DiagnosticError) as refusal:
        select(found, patterns)
    return refusal.value.diagnostics


@pytest.mark.parametrize(
    "pattern",
    [
        "run-model",
        "POST /accounts/{account_id}/ai/run/{model_name}",
        "post /accounts/{a}/ai/run/{b}",
        "POST  /accounts/{}/ai/run/{}",
    ],
)
def test_patterns_for_one_operation(pattern: str) -> None:
    path = "/accounts/{account_id}/ai/run/{model_name}"
    assert _chosen(document(_MODELS), pattern) == [f"POST {path}"]


def test_a_literal_segment_is_no_parameter() -> None:
    (refusal,) = _refusals(document(_MODELS), "POST /accounts/{a}/ai/{b}/{c}")
    assert refusal.code == "missing-operation"


def test_prefixes_and_any_method() -> None:
    found = document(_MODELS)
    assert _chosen(found, "GET /accounts/{x}/*") == [
        "GET /accounts/{account_id}/ai/run/{model_name}",
        "GET /accounts/{account_id}/ai/run/@cf/only/get",
    ]
    assert len(_chosen(found, "* /accounts/{x}/ai/run/{y}")) == 2
    assert len(_chosen(found, "* /*")) == 8


def test_the_order_is_that_of_the_document() -> None:
    names = [f"operation-{number}" for number in range(20)]
    found = document({f"/{name}": {"get": operation(operationId=name)} for name in names})
    selection = select(found, [*reversed(names), "GET /*"])
    assert selection.operations is not None
    assert [pointer.tokens[1] for pointer in selection.operations] == [f"/{name}" for name in names]


def test_every_pattern_that_matches_nothing_is_reported_with_the_nearest() -> None:
    first, second, third = _refusals(
        document(_MODELS), "run-modell", "h", "GET /accounts/{x}/ai/ran/{y}", "zzz"
    )
    assert "run-model: POST /accounts/{account_id}/ai/run/{model_name}" in first.help
    assert "look-at-model: GET /accounts/{account_id}/ai/run/{model_name}" in second.help
    assert "choose with --operation" in third.help


def test_a_path_without_a_method() -> None:
    """It means every method of the path; before, the method had to be there."""
    path = "/accounts/{account_id}/ai/run/{model_name}"
    assert _chosen(document(_MODELS), "/accounts/{a}/ai/run/{b}") == [f"POST {path}", f"GET {path}"]


@pytest.mark.parametrize(
    ("patterns", "count"),
    [
        (["*"], 8),
        (["* *"], 8),
        (["POST *"], 6),
        (["tag:AI"], 3),
        (["tag:AI *"], 5),
        (["tag:*Embeddings"], 1),
        (["/accounts/{account_id}/ai/run/@cf/*"], 4),
        (["/accounts/*/run/{x}"], 2),
        (["run-*"], 3),
        (["*", "!POST *"], 2),
        (["!POST *", "*"], 2),
        (["tag:AI*", "! tag:AI V*", "!run-m2m"], 6),
        (["*", "!/accounts/{account_id}/ai/run/@cf/*"], 4),
        (["*", "!DELETE *"], 8),
    ],
)
def test_a_star_stands_for_any_text(patterns: list[str], count: int) -> None:
    assert len(_chosen(document(_MODELS), *patterns)) == count


def test_an_exclusion_has_to_match_in_a_whole_document() -> None:
    select(document(_MODELS), ["*", "!DELETE *"])
    with pytest.raises(DiagnosticError) as refusal:
        select(document(_MODELS), ["*", "!DELETE *"], whole=True)
    (finding,) = refusal.value.diagnostics
    assert finding.message == 'The document has no operation "!DELETE *".'


def test_everything_is_excluded() -> None:
    (refusal,) = _refusals(document(_MODELS), "tag:AI V*", "!POST *")
    assert refusal.message == '"!POST *" leave out every operation that is chosen.'
    with pytest.raises(UsageError) as nothing:
        select(document(_MODELS), ["!POST *"])
    assert nothing.value.help == 'add "*" to choose all others'


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("tag:AI Tranlation", "tag:AI Translation (1)"),
        ("/accounts/{a}/ai/rum/*", "/accounts/{account_id}/ai/run/*"),
        ("PUT /accounts/{a}/ai/run/*", "POST /accounts/{account_id}/ai/run/*"),
        ("/accounts/{a}/ai/run/histori", "h: POST /accounts/{account_id}/ai/run/history"),
        ("run-model*-x", "run-model: POST /accounts/{account_id}/ai/run/{model_name}"),
        ("!run-modell", "run-model: POST /accounts/{account_id}/ai/run/{model_name}"),
    ],
)
def test_what_is_near_a_pattern(pattern: str, line: str) -> None:
    with pytest.raises(DiagnosticError) as refusal:
        select(document(_MODELS), ["*", pattern], whole=True)
    (finding,) = refusal.value.diagnostics
    assert finding.help.startswith("the nearest are\n")
    assert line in finding.help.splitlines()


def test_one_operation_id_at_two_operations() -> None:
    twice = operation(operationId="same")
    found = document({"/a": {"get": twice}, "/b": {"put": twice}})
    (refusal,) = _refusals(found, "same")
    assert (refusal.code, str(refusal.pointer)) == (
        "duplicate-operation-id",
        "/paths/~1b/put/operationId",
    )
    assert "GET /a and PUT /b" in refusal.message
    assert _chosen(found, "GET /a") == ["GET /a"]


def test_no_pattern_at_all() -> None:
    with pytest.raises(UsageError, match="no operations"):
        select(document(_MODELS), ())


@pytest.mark.parametrize(
    "paths", [{}, [], "none", {"/a": None}, {"/a": {"get": 1}}, {"/a": {"summary": {}}}]
)
def test_nothing_to_choose_from(paths: JSON) -> None:
    (refusal,) = _refusals(document(paths), "run-model")
    assert refusal.code == "missing-operation"


def test_what_there_is_to_choose_from() -> None:
    (refusal,) = _refusals(document(_MODELS), "POST /accounts/{a}/ai/{b}/{c}")
    assert "the nearest are" in refusal.help
    (refusal,) = _refusals(document(_MODELS), "zzz")
    first, *listed = refusal.help.splitlines()
    assert "--operation" in first
    assert "flaregen.toml" in first
    assert listed[0] == "run-model: POST /accounts/{account_id}/ai/run/{model_name}"
    assert listed[-1] == "(no operationId): GET /accounts/{account_id}/ai/run/@cf/only/get"
    assert len(listed) == len(tuple(endpoints(document(_MODELS))))


_EVERYTHING = b"""
# A reference of every kind; what is called Not... is not reached.
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: "https://example.com"}]
security: [{key: []}]
tags: [{name: All}]
webhooks: {not: {post: {}}}
paths:
  /a/{id}:
    summary: For all methods
    parameters: [{$ref: "#/components/parameters/Id"}]
    get:
      operationId: get-a
      requestBody: {$ref: "#/components/requestBodies/Body"}
      responses: {200: {$ref: "#/components/responses/Answer"}}
    put:
      requestBody: {$ref: "#/components/requestBodies/NotPut"}
  /b:
    get:
      operationId: get-b
      responses:
        200:
          content:
            application/json:
              schema:
                oneOf:
                  - type: string
                  - $ref: "#/components/schemas/BesideShared"
                  - title: Shared
    post:
      requestBody: {$ref: "#/components/requestBodies/NotPut"}
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {$ref: "#/components/schemas/Id"}}
    Not: {}
  requestBodies:
    Body: {content: {application/json: {schema: {$ref: "#/components/schemas/Chain"}}}}
    NotPut: {}
  responses:
    Answer:
      headers: {X-One: {$ref: "#/components/headers/One"}}
      content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
  headers: {One: {}, Not: {}}
  schemas:
    Id: {type: string}
    Chain: {$ref: "#/components/schemas/Deep"}
    Deep: {properties: {again: {items: {$ref: "#/components/schemas/Chain"}}}}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Dog"}]
      discriminator:
        propertyName: kind
        mapping: {cat: "#/components/schemas/Cat", bird: Bird, fish: fish.yaml}
    Dog:
      $ref: "#/paths/~1b/get/responses/200/content/application~1json/schema/oneOf/2"
    Cat: {example: {$ref: "#/components/schemas/NotInExample"}}
    Bird:
      properties:
        example: {$ref: "#/components/schemas/Example"}
        wing: {$ref: "#/components/schemas/Alias/properties/wing"}
    Alias: {$ref: "#/components/schemas/Winged"}
    Winged: {properties: {wing: {}}}
    Example: {}
    BesideShared: {}
    NotInExample: {}
  securitySchemes: {key: {type: http, scheme: bearer}}
"""


def _everything() -> Document:
    return parse(make_source("spec.yaml", _EVERYTHING))


def test_what_is_reached_is_kept_and_nothing_else() -> None:
    root = select(_everything(), ["get-a"]).root
    assert "webhooks" not in root
    assert {section: [*members] for section, members in dig(root, "components").items()} == {
        "headers": ["One"],
        "parameters": ["Id"],
        "requestBodies": ["Body"],
        "responses": ["Answer"],
        "schemas": [
            "Id",
            "Chain",
            "Deep",
            "Pet",
            "Dog",
            "Cat",
            "Bird",
            "Alias",
            "Winged",
            "Example",
            "BesideShared",
        ],
        "securitySchemes": ["key"],
    }
    for key in ("openapi", "info", "servers", "security", "tags"):
        assert key in root


def test_a_pointer_into_a_selection_is_one_into_the_document() -> None:
    whole = _everything()
    selection = select(whole, ["get-a"])
    assert [*dig(selection.root, "paths", "/a/{id}")] == ["summary", "parameters", "get"]
    union = (
        "paths",
        "/b",
        "get",
        "responses",
        "200",
        "content",
        "application/json",
        "schema",
        "oneOf",
    )
    assert dig(selection.root, *union) == dig(whole.root, *union)
    assert [*dig(selection.root, "paths", "/b", "get")] == ["responses"]


def test_what_is_kept_for_references_is_no_operation_of_the_selection() -> None:
    selection = select(_everything(), ["get-a"])
    assert [str(endpoint) for endpoint in endpoints(selection)] == ["GET /a/{id}"]


def test_the_document_is_left_alone() -> None:
    whole = _everything()
    select(whole, ["get-a"])
    assert whole == _everything()


_SPLIT = {
    "/a": {"get": operation(operationId="a", tags=["A"])},
    "/orders/{id}": ref("paths/orders.json"),
    "/zones": ref("#/components/pathItems/Missing"),
}


@pytest.mark.parametrize(
    ("patterns", "codes"),
    [
        (["a"], []),
        (["GET /a"], []),
        (["/b/*", "!*"], []),
        (["/orders/{number}"], ["remote-reference"]),
        (["get-order", "a"], ["remote-reference", "dangling-reference"]),
        (["tag:A"], ["remote-reference", "dangling-reference"]),
        (["GET *"], ["remote-reference", "dangling-reference"]),
        (["a", "/zones*"], ["dangling-reference"]),
        (["*", "!/orders/*"], ["dangling-reference"]),
        (["*", "!/orders/{id}", "!* /zones"], []),
        (["*", "!GET /orders/{id}", "!tag:B"], ["remote-reference", "dangling-reference"]),
    ],
)
def test_path_items_that_nobody_can_read(patterns: list[str], codes: list[str]) -> None:
    """What they have would be missing without a word."""
    found: list[str] = []
    try:
        require_path_items(document(_SPLIT), patterns)
    except DiagnosticError as error:
        found = [problem.code for problem in error.diagnostics]
    assert found == codes


def test_path_items_behind_references() -> None:
    behind = {"A": {"get": operation(ref("#/components/schemas/S"), operationId="a")}}
    found = document(
        {
            "/a": {"summary": "own", **ref("#/components/pathItems/A")},
            "/b": ref("#/components/pathItems/Missing"),
        },
        version="3.1.0",
        components={"pathItems": behind, "schemas": {"S": {}}},
    )
    root = select(found, ["a"]).root
    assert dig(root, "paths", "/a", "get", "operationId") == "a"
    assert dig(root, "paths", "/a", "summary") == "own"
    assert dig(root, "components", "schemas") == {"S": {}}


def test_references_that_lead_nowhere_are_left_for_validation() -> None:
    found = document({"/a": {"get": operation(ref("#/nowhere"), operationId="a")}})
    assert select(found, ["a"]).root["paths"] == found.root["paths"]


def test_references_to_places_of_no_known_kind() -> None:
    found = document(
        {"/a": {"get": operation(ref("#/definitions/Old"), operationId="a")}},
        definitions={"Old": {"properties": {"x": ref("#/components/schemas/New")}}},
        components={"schemas": {"New": {}, "Not": {}}},
    )
    assert dig(select(found, ["a"]).root, "components", "schemas") == {"New": {}}


def test_the_catalogue_of_models() -> None:
    entries = catalogue(document(_MODELS), "/accounts/{account_id}/ai/run/{model_name}", "post")
    assert [(entry.model, entry.task) for entry in entries] == [
        ("@cf/meta/m2m100-1.2b", "Translation"),
        ("@cf/baai/bge", "Text Embeddings"),
    ]
    assert (
        str(entries[0].pointer)
        == "/paths/~1accounts~1{identifier}~1ai~1run~1@cf~1meta~1m2m100-1.2b/post"
    )


@pytest.mark.parametrize(
    "path", ["/accounts", "/accounts/{account_id}/ai/models/{id}", "/nowhere/{at}"]
)
def test_most_operations_have_no_catalogue(path: str) -> None:
    found = document({**_MODELS, "/accounts": {"post": operation(tags=["AI"])}})
    assert catalogue(found, path, "post") == ()


def test_a_part_of_a_component_keeps_what_makes_it_valid() -> None:
    """A parameter without its name would be an error, of which the document knows nothing."""
    query = {"name": "q", "in": "query", "schema": {"type": "string"}}
    paths = {"/a": {"get": _answering("#/components/parameters/Q/schema")}}
    found = select(document(paths, components={"parameters": {"Q": query}}), ["*"])
    assert dig(found.root, "components", "parameters", "Q") == query


def test_a_path_item_with_a_reference_and_more() -> None:
    shared = {"get": operation(operationId="look")}
    item = {**ref("#/components/pathItems/Shared"), "parameters": [parameter("a")]}
    found = document({"/{a}": item}, version="3.1.0", components={"pathItems": {"Shared": shared}})
    assert _chosen(found, "look") == ["GET /{a}"]


def _answering(reference: str) -> JSON:
    content = {"application/json": {"schema": ref(reference)}}
    return operation(responses={"200": {"description": "", "content": content}})
