"""Text that stays as it is and means something else in another version of OpenAPI."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.drift.change import Level, worst
from flaregen.drift.compare import compare

from .settings import Way, around, document
from .test_upstream import TODAY

TEXT = {"type": "string"}
NULLABLE = {"type": "string", "nullable": True}
BESIDE = {"$ref": "#/components/schemas/Text", "maxLength": 3, "description": "What it is called."}


def found(schema: Any, way: Way, versions: tuple[str, str]) -> dict[str, Level]:
    """The levels of what changes with the version alone, by rule."""
    named = {"type": "object", "properties": {"name": schema, "other": TEXT}}
    schemas = {"Thing": named, "Text": TEXT}
    root = around({"$ref": "#/components/schemas/Thing"}, way, components={"schemas": schemas}).root
    old, new = (document({**root, "openapi": version}) for version in versions)
    changes = compare(old, new, TODAY)
    place = "/components/schemas/Thing/properties/name"
    assert {str(one.new_pointer)[: len(place)] for one in changes} <= {place}
    return {one.id: one.level for one in changes}


@pytest.mark.parametrize("way", ["request", "response"])
def test_null_as_a_flag_means_nothing_from_31_on(way: Way) -> None:
    forth = found(NULLABLE, way, ("3.0.3", "3.1.0"))
    back = found(NULLABLE, way, ("3.1.0", "3.0.3"))
    narrower, wider = ("breaking", "info") if way == "request" else ("info", "breaking")
    assert forth == {"became-not-nullable": narrower}
    assert back == {"became-nullable": wider}


@pytest.mark.parametrize("way", ["request", "response"])
def test_what_is_next_to_a_reference_counts_from_31_on(way: Way) -> None:
    forth = found(BESIDE, way, ("3.0.3", "3.1.0"))
    back = found(BESIDE, way, ("3.1.0", "3.0.3"))
    assert forth.keys() == {"max-length-set", "description-changed"}
    assert back.keys() == {"max-length-removed", "description-changed"}
    gravest = worst((*forth.values(), *back.values()))
    assert gravest == ("warning" if way == "request" else "breaking")


@pytest.mark.parametrize("schema", [TEXT, {"$ref": "#/components/schemas/Text"}])
def test_what_both_versions_read_alike_does_not_change(schema: Any) -> None:
    assert found(schema, "request", ("3.0.3", "3.1.0")) == {}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("schema", [NULLABLE, BESIDE])
def test_one_version_reads_a_text_in_one_way(schema: Any, version: str) -> None:
    assert found(schema, "request", (version, version)) == {}
