"""The fast validators pass only what the ones in Python pass, and nothing is lost by it."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from jsonschema.exceptions import SchemaError
from jsonschema_path.paths import SchemaPath
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas31_format_checker
from openapi_spec_validator.schemas import schema_v30, schema_v31

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document, OpenAPIVersion
from flaregen.reading.load import load
from flaregen.validating import fast_validator, places
from flaregen.validating.fast_validator import FastValidator
from flaregen.validating.repair import repair
from flaregen.validating.validate import validate
from tests.conftest import SHARED
from tests.reading.documents import document, operation, parameter, ref

_VERSIONS: list[OpenAPIVersion] = ["3.0", "3.1"]
_WHOLE = sorted(SHARED.glob("upstream/full/*.json.gz"))
_RICHEST = _WHOLE[1:2]
"""The one with the most kinds of errors."""
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


def _malformed(version: str, root: Any) -> list[tuple[Any, str]]:
    validator = (
        Draft4Validator(dict(schema_v30))
        if version == "3.0"
        else Draft202012Validator(dict(schema_v31))
    )
    errors = validator.iter_errors(root)
    return sorted(((str([*error.absolute_path]), error.message) for error in errors), key=str)


@pytest.mark.parametrize("version", _VERSIONS)
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_document_that_passes_has_no_errors(version: OpenAPIVersion, data: Any) -> None:
    root = _spoilt(_sample(version).root, data)
    fast, errors = FastValidator(version), _malformed(version, root)
    assert not (fast.fits_document(root) and errors)
    assert _malformed(version, fast.doubtful(root)) == errors


@pytest.mark.parametrize("version", _VERSIONS)
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_schema_that_passes_has_no_errors(version: OpenAPIVersion, data: Any) -> None:
    schema = _spoilt(_SCHEMA, data)
    if FastValidator(version).fits_schema(schema):
        _check(version, schema)


def _check(version: str, schema: Any) -> None:
    if version == "3.0":
        OAS30Validator.check_schema(schema)
    else:
        OAS31Validator.check_schema(schema, format_checker=oas31_format_checker)


@pytest.mark.parametrize("version", _VERSIONS)
def test_what_is_sound_passes_and_what_is_not_does_not(version: OpenAPIVersion) -> None:
    """Otherwise nothing would be won, or checked."""
    fast, sound = FastValidator(version), _sample(version).root
    assert fast.fits_document(sound)
    assert fast.fits_schema(_SCHEMA)
    assert fast.doubtful(sound)["paths"] == {}
    wrong = _sample(version, sumary="").root
    assert not fast.fits_document(wrong)
    assert [*fast.doubtful(wrong)["paths"]] == ["/b"]  # type: ignore[misc,call-overload,arg-type]
    for schema in ({"type": "x"}, {"pattern": "(?<a>b)"}):
        assert not fast.fits_schema(schema)
        with pytest.raises(SchemaError):
            _check(version, schema)


def test_a_panic_is_no_answer() -> None:
    class PanicError(BaseException):
        pass

    class Panicking:
        def is_valid(self, _: object) -> bool:
            raise PanicError

    assert not fast_validator._fits(Panicking(), {})  # type: ignore[arg-type]


def _found(found: Document) -> list[tuple[str, str, str]]:
    repaired, _ = repair(found)
    return sorted(_told(finding) for finding in validate(repaired))


def _told(finding: Diagnostic) -> tuple[str, str, str]:
    return str(finding.pointer), finding.code, finding.message


def _slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the validators in Python about everything, by the library's own paths."""
    monkeypatch.setattr(fast_validator, "_fits", lambda *_: False)
    monkeypatch.setattr(FastValidator, "doubtful", lambda _, root: root)
    for name in ("__getitem__", "read", "_get_subnode"):
        monkeypatch.delattr(places.Places, name)
    assert SchemaPath(places.Places.from_schema({"a": 1}))["a"] == 1  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "path",
    _RICHEST or [pytest.param(None, marks=pytest.mark.skip(reason="../shared is not there"))],
    ids=lambda path: path.name if path else "",
)
def test_a_published_document_has_the_same_errors(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = load(str(path))
    fast = _found(found)
    _slowly(monkeypatch)
    assert _found(found) == fast


@pytest.mark.parametrize("version", _VERSIONS)
def test_small_documents_have_the_same_errors(
    version: OpenAPIVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _sample(version, get={}, sumary="", parameters=[5, parameter("q", "url")])
    fast = _found(found)
    assert len(fast) > 2
    _slowly(monkeypatch)
    assert _found(found) == fast
