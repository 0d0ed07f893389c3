"""Documents drawn from the schema of a variant decode and encode to the same JSON."""

from __future__ import annotations

from typing import Any

import pytest
import workers_ai
from hypothesis import HealthCheck, given, settings
from hypothesis_jsonschema import from_schema

from flaregen.names.named import NamedClass
from flaregen.pointer import Pointer
from tests.support.pinned import Case, cases, pinned


def _json_schema(node: Any) -> Any:
    """The schema as JSON Schema: OpenAPI 3.0 writes null in a way of its own.

    ``additionalProperties`` are closed, since fields the schema does not know are no part
    of a request class; what answers do with them has tests of its own.
    """
    if isinstance(node, list):
        return [_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {k: _json_schema(v) for k, v in node.items() if k not in {"nullable", "example"}}
    if isinstance(node.get("properties"), dict):
        properties = {k: _json_schema(v) for k, v in node["properties"].items()}
        plain |= {"properties": properties, "additionalProperties": False}
    if node.get("format") in ("binary", "base64", "uint8"):
        plain.pop("format")
    return {"anyOf": [plain, {"type": "null"}]} if node.get("nullable") else plain


def _check(cls: Any, pointer: Pointer) -> None:
    @given(from_schema(_json_schema(pinned().selection.at(pointer))))
    @settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(document: Any) -> None:
        assert cls.from_dict(document).to_dict() == document

    holds()


@pytest.mark.parametrize("case", cases(), ids=str)
def test_requests(case: Case) -> None:
    cls = getattr(workers_ai, case.variant.cls.name)
    _check(cls, case.variant.cls.schema.pointer)


def _answers() -> list[NamedClass]:
    """Each once, though forms of a request have the same one."""
    answers = (case.task.response for case in cases())
    classes = {one.cls.name: one.cls for one in answers if one is not None if one.cls is not None}
    return [*classes.values()]


@pytest.mark.parametrize("answer", _answers(), ids=lambda answer: answer.name)
def test_answers(answer: NamedClass) -> None:
    _check(getattr(workers_ai, answer.name), answer.schema.pointer)
