"""Following references inside a document, and everything that keeps one from being followed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.selecting.reference_check import bad_references, endless_compositions
from tests.reading.documents import document, operation, ref


def _schemas(**schemas: Any) -> Document:
    return document(components={"schemas": schemas})


def _to(found: Document, pointer: str) -> str:
    place, node = follow(found, Pointer.parse(pointer))
    assert found.at(place) == node
    return str(place)


def _refusal(found: Document, pointer: str) -> Diagnostic:
    with pytest.raises(DiagnosticError) as refusal:
        follow(found, Pointer.parse(pointer))
    (diagnostic,) = refusal.value.diagnostics
    return diagnostic


def test_a_node_that_is_no_reference_is_its_own_end() -> None:
    found = _schemas(A={"type": "string"})
    assert _to(found, "/components/schemas/A") == "/components/schemas/A"
    assert _to(found, "") == ""


def test_a_chain() -> None:
    found = _schemas(A=ref("#/components/schemas/B"), B=ref("#/components/schemas/C"), C={})
    assert _to(found, "/components/schemas/A") == "/components/schemas/C"


def test_a_pointer_leads_through_references() -> None:
    found = _schemas(
        A={"properties": {"b": ref("#/components/schemas/B")}},
        B=ref("#/components/schemas/C"),
        C={"items": [{"x": 1}]},
        D=ref("#/components/schemas/A/properties/b/items/0"),
    )
    assert (
        _to(found, "/components/schemas/A/properties/b/items/0/x")
        == "/components/schemas/C/items/0/x"
    )
    assert _to(found, "/components/schemas/D/x") == "/components/schemas/C/items/0/x"


def test_what_is_next_to_a_reference_is_found_before_it_is_followed() -> None:
    found = _schemas(A={**ref("#/components/schemas/B"), "title": "own"}, B={"title": "other"})
    assert _to(found, "/components/schemas/A/title") == "/components/schemas/A/title"


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("a/b", "#/components/schemas/a~1b"),
        ("a~b", "#/components/schemas/a~0b"),
        ("~1", "#/components/schemas/~01"),
        ("a b", "#/components/schemas/a%20b"),
        ("a b", "#/components/schemas/a b"),
        ("ü", "#/components/schemas/%C3%BC"),
        ("100%", "#/components/schemas/100%25"),
        ("a%20b", "#/components/schemas/a%20b"),
        ("{x}", "#/components/schemas/%7Bx%7D"),
        ("", "#/components/schemas/"),
        ("0", "#/components/schemas/0"),
    ],
)
def test_escapes(name: str, reference: str) -> None:
    found = _schemas(**{"start here": ref(reference), name: {"title": name}})
    _, node = follow(found, Pointer(("components", "schemas", "start here")))
    assert node == {"title": name}


def test_a_property_called_ref_is_no_reference() -> None:
    found = _schemas(A={"properties": {"$ref": {"type": "string"}}})
    assert _to(found, "/components/schemas/A/properties") == "/components/schemas/A/properties"
    assert [*bad_references(found)] == []


def test_a_pointer_that_leads_nowhere_is_the_callers_fault() -> None:
    with pytest.raises(KeyError):
        follow(_schemas(), Pointer(("components", "schemas", "A")))


@pytest.mark.parametrize(
    ("reference", "code", "help"),
    [
        ("#/components/schemas/Thin", "dangling-reference", "#/components/schemas/Thing"),
        ("#/components/schemas/Thing/properties", "dangling-reference", "add the target"),
        ("#thing", "dangling-reference", "add the target"),
        ("other.yaml#/Thing", "remote-reference", "one file"),
        ("https://example.com/openapi.json", "remote-reference", "one file"),
        ("Thing", "remote-reference", "one file"),
    ],
)
def test_references_that_cannot_be_followed(reference: str, code: str, help: str) -> None:
    found = _schemas(A=ref(reference), Thing={})
    refusal = _refusal(found, "/components/schemas/A")
    assert (refusal.code, str(refusal.pointer)) == (code, "/components/schemas/A/$ref")
    assert reference in refusal.message
    assert help in refusal.help


def test_circles() -> None:
    found = _schemas(
        A=ref("#/components/schemas/A"),
        B=ref("#/components/schemas/C"),
        C=ref("#/components/schemas/B"),
        D=ref("#/components/schemas/D/properties/x"),
        E=ref("#/components/schemas/B"),
    )
    for name in "ABCDE":
        assert _refusal(found, f"/components/schemas/{name}").code == "reference-circle"
    reported = [str(bad.finding.pointer) for bad in bad_references(found) if bad.finding]
    assert reported == [f"/components/schemas/{name}/$ref" for name in "ABD"]


def test_a_very_long_chain_ends_before_the_stack_does() -> None:
    names = [f"S{number}" for number in range(5_000)]
    chain = {one: ref(f"#/components/schemas/{other}") for one, other in pairwise(names)}
    found = _schemas(**chain, **{names[-1]: {}})
    assert _refusal(found, "/components/schemas/S0").code == "reference-chain"
    assert _to(found, "/components/schemas/S4990") == "/components/schemas/S4999"


def test_references_to_another_kind() -> None:
    found = document(
        {
            "/a": {
                "parameters": [ref("#/components/schemas/A")],
                "get": {"responses": {"200": ref("#/components/schemas")}},
                "put": operation(ref("#/info/title")),
                "post": operation(ref("#/components/schemas/A")),
            }
        },
        components={"schemas": {"A": {"type": "object"}}},
    )
    reported = [bad.finding.message for bad in bad_references(found) if bad.finding]
    assert reported == [
        "A reference to a parameter leads to a schema: #/components/schemas/A.",
        "A reference to a response leads to several schemas: #/components/schemas.",
        "A reference to a schema must lead to an object: #/info/title.",
    ]


def test_references_in_examples_are_none() -> None:
    found = _schemas(
        A={
            "example": ref("#/nowhere"),
            "default": ref("#/nowhere"),
            "enum": [ref("#/nowhere")],
            "x-extension": ref("#/nowhere"),
            "properties": {"example": ref("#/nowhere")},
        }
    )
    reported = [str(bad.part.pointer) for bad in bad_references(found)]
    assert reported == ["/components/schemas/A/properties/example"]


def test_schemas_that_contain_themselves() -> None:
    found = _schemas(
        A={"allOf": [{"type": "object"}, ref("#/components/schemas/B")]},
        B={"allOf": [ref("#/components/schemas/C")]},
        C=ref("#/components/schemas/A"),
        D={"allOf": [{"allOf": [ref("#/components/schemas/D")]}]},
        Tree={"allOf": [{"properties": {"children": {"items": ref("#/components/schemas/Tree")}}}]},
        Twice={"allOf": [ref("#/components/schemas/Leaf"), ref("#/components/schemas/Leaf")]},
        Leaf={"allOf": [{"type": "object"}]},
        Itself={"allOf": [ref("#/components/schemas/Itself")]},
    )
    reported = [finding.pointer.parent for finding in endless_compositions(found)]
    schemas = Pointer(("components", "schemas"))
    assert reported == [schemas.child(name) for name in ("A", "D", "Itself")]


def test_a_circle_of_schemas_starts_with_the_first_in_the_document() -> None:
    found = _schemas(
        Base={"allOf": [{"type": "object"}]},
        A={"allOf": [ref("#/components/schemas/B")]},
        B={"allOf": [ref("#/components/schemas/A"), ref("#/components/schemas/Base")]},
    )
    (finding,) = endless_compositions(found)
    assert str(finding.pointer) == "/components/schemas/A/allOf"
    assert finding.message.endswith(
        "schemas/A -> #/components/schemas/B -> #/components/schemas/A."
    )


def test_a_reference_to_itself_has_no_child_to_lead_to() -> None:
    """In 3.1 what is next to it counts, so that the schema is an end, and a reference still."""
    itself = {"$ref": "#/components/schemas/A", "type": "object"}
    found = document(version="3.1.0", components={"schemas": {"A": itself}})
    with pytest.raises(KeyError):
        follow(found, Pointer(("components", "schemas", "A", "properties", "x")))
