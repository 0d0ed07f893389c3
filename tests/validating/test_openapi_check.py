"""What is checked against openapi-spec-validator, which shares nothing but its schemas."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema.exceptions import SchemaError
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas31_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from flaregen.document import Document, OpenAPIVersion
from flaregen.validating.openapi_check import Form, check
from tests.reading.documents import document, operation, parameter, ref

_VERSIONS: list[OpenAPIVersion] = ["3.0", "3.1"]
_SCHEMA: Any = {
    "title": "T",
    "type": "object",
    "required": ["a"],
    "properties": {
        "a": {"type": "string", "pattern": "^a+$", "minLength": 1, "enum": ["a", "aa"]},
        "b": {"type": "array", "items": {"type": "number", "maximum": 3, "multipleOf": 0.5}},
        "c": {"oneOf": [{"type": "boolean", "default": True}, ref("#/components/schemas/C")]},
    },
    "additionalProperties": False,
}


def _sample(version: str, **more: Any) -> Document:
    paths = {
        "/a/{id}": {
            "parameters": [parameter("id")],
            "get": operation(_SCHEMA, operationId="a", tags=["T"], deprecated=True),
        },
        "/b": {"post": operation({"type": "string"}), **more},
    }
    parts = {"schemas": {"C": {"type": "string"}}, "parameters": {"P": parameter("p", "query")}}
    return document(paths, version=f"{version}.0", components=parts, tags=[{"name": "T"}])


def document_of(version: str, root: Any) -> Document:
    """The document of a root, which may be anything."""
    return replace(_sample(version), root=root)


def _get(root: Any) -> Any:
    return root["paths"]["/a/{id}"]["get"]


def _schema(root: Any) -> Any:
    return _get(root)["responses"]["200"]["content"]["application/json"]["schema"]


_SPOILT: list[tuple[str, Any]] = [
    ("unknown-key", lambda root: root.update(sumary="")),
    ("missing-key", lambda root: root["info"].pop("title")),
    ("wrong-type", lambda root: _get(root).update(deprecated="yes")),
    ("wrong-value", lambda root: _schema(root).update(type="texts")),
    ("wrong-format", lambda root: _schema(root).update(pattern="[")),
    ("duplicate-tag", lambda root: root["tags"].append({"name": "T"})),
    ("duplicate-operation-id", lambda root: root["paths"]["/b"]["post"].update(operationId="a")),
    ("path-parameter", lambda root: root["paths"]["/a/{id}"].pop("parameters")),
    ("path-parameter", lambda root: root["paths"]["/b"].update(parameters=[parameter("id")])),
    (
        "duplicate-parameter",
        lambda root: root["paths"]["/a/{id}"]["parameters"].append(parameter("id")),
    ),
    ("bad-default", lambda root: _schema(root)["properties"]["a"].update(default="b")),
    ("bad-default", lambda root: _schema(root)["properties"]["b"].update(default=["x"])),
    ("wrong-type", lambda root: root["components"]["schemas"].update({"$ref": None})),
    (
        "unknown-required",
        lambda root: root["components"]["schemas"].update(D={"allOf": [{}], "required": ["x"]}),
    ),
]
"""What one finding is made of, and how to spoil the sample so."""

_PARTS = st.sampled_from(
    ["type", "$ref", "pattern", "in", "x-a", "/p", "200", "items", "enum", "required", "", "\n"]
)
_SCALARS = st.sampled_from(
    [
        *[None, True, False, 0, 1, 1.0, -0.0, 1.5, 2**70, 10**400, 1e300, "", "a", "string"],
        *["(?<a>b)", "(?P<a>b)", "\\d\n", "[", "\u0661", "4XX", "4XX\n", "3.1.0", "#/x"],
    ]
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_PARTS, inner, max_size=3),
    max_leaves=6,
)


def _nodes(node: Any) -> list[tuple[Any, Any]]:
    """Every place where something can be put."""
    inside = node.items() if isinstance(node, dict) else enumerate(node)
    found = [(node, key) for key, _ in inside]
    children = node.values() if isinstance(node, dict) else node
    return found + [
        pair for child in children if isinstance(child, (dict, list)) for pair in _nodes(child)
    ]


def _spoilt(root: Any, data: st.DataObject) -> Any:
    spoilt = copy.deepcopy(root)
    for _ in range(data.draw(st.integers(1, 2))):
        places_ = _nodes(spoilt)
        holder, key = places_[data.draw(st.integers(0, len(places_) - 1))]
        if isinstance(holder, dict) and data.draw(st.booleans()):
            key = data.draw(_PARTS)
        holder[key] = data.draw(_VALUES)
    return spoilt


def _spec_validator(version: str) -> Any:
    return OpenAPIV30SpecValidator if version == "3.0" else OpenAPIV31SpecValidator


def _is_valid(version: str, root: Any) -> bool | None:
    """What openapi-spec-validator says; None where it stumbles."""
    try:
        return next(_spec_validator(version)(root).iter_errors(), None) is None
    except Exception:  # noqa: BLE001  it raises what it likes over parts of the wrong form
        return None


@pytest.mark.parametrize("version", _VERSIONS)
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_openapi_spec_validator_finds_no_more(version: OpenAPIVersion, data: Any) -> None:
    root = _spoilt(_sample(version).root, data)
    if _is_valid(version, root) is False:
        assert [*check(document_of(version, root))]


@pytest.mark.parametrize("version", _VERSIONS)
@pytest.mark.parametrize("spoil", _SPOILT, ids=lambda spoil: spoil[0])
def test_openapi_spec_validator_finds_the_same(
    version: OpenAPIVersion, spoil: tuple[str, Any]
) -> None:
    found = _sample(version)
    assert [*check(found)] == []
    assert _is_valid(version, found.root)
    root: Any = copy.deepcopy(found.root)
    spoil[1](root)
    assert _is_valid(version, root) is False
    assert spoil[0] in {problem.code for _, problem, _ in check(document_of(version, root))}


def test_a_parameter_that_a_path_has_twice_is_a_warning() -> None:
    """OpenAPI 3.2 forbids it, and a document of Cloudflare has it."""
    asked = operation(_SCHEMA, parameters=[parameter("id")])
    ((tokens, problem, severity),) = check(document({"/a/{id}/{id}": {"get": asked, "put": asked}}))
    assert (tokens, problem.code) == (("paths", "/a/{id}/{id}"), "repeated-path-parameter")
    assert problem.message == "The path has {id} 2 times. One argument fills all of them."
    assert severity == "warning"


@pytest.mark.parametrize("version", _VERSIONS)
def test_a_default_that_does_not_fit_stops_nothing(version: OpenAPIVersion) -> None:
    schema = {"allOf": [ref("#/components/schemas/C")], "default": []}
    schemas = {"S": schema, "C": {"type": "string"}}
    found = check(document(components={"schemas": schemas}, version=f"{version}.0"))
    assert [(problem.code, severity) for _, problem, severity in found] == [
        ("bad-default", "warning")
    ]


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ([], "The path has {q}, but no parameter declares it."),
        ([parameter("q", "query")], "The path has {q}, but that parameter is in: query."),
    ],
)
def test_a_query_in_a_path(parameters: Any, message: str) -> None:
    asked = operation({"type": "string"}, parameters=parameters)
    ((_, problem, severity),) = check(document({"/a?q={q}": {"get": asked}}))
    assert (problem.message, severity) == (message, "error")


@pytest.mark.parametrize("version", _VERSIONS)
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_schema_that_passes_has_no_errors(version: OpenAPIVersion, data: Any) -> None:
    schema = _spoilt(_SCHEMA, data)
    if not [*check(document(components={"schemas": {"S": schema}}, version=f"{version}.0"))]:
        _check(version, schema)


def _check(version: str, schema: Any) -> None:
    try:
        if version == "3.0":
            OAS30Validator.check_schema(schema)
        else:
            OAS31Validator.check_schema(schema, format_checker=oas31_format_checker)
    except SchemaError as error:
        # The schema of OpenAPI 3.0 itself lets a value be listed twice.
        if (version, error.validator) != ("3.0", "uniqueItems"):
            raise


def test_a_panic_is_no_answer() -> None:
    class PanicError(BaseException):
        pass

    class Panicking:
        def is_valid(self, _: object) -> bool:
            raise PanicError

        iter_errors = is_valid

    form = Form({}, Panicking())  # type: ignore[arg-type]
    assert not form.fits({})
    with pytest.raises(ValueError, match="PanicError"):
        [*form.errors({})]
