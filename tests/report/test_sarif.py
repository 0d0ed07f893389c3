"""SARIF 2.1.0: what code scanning needs of it, by the sections of the standard."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from flaregen.drift.rules import RULES
from flaregen.report.formats import render
from tests.drift.settings import around
from tests.report.reports import hostile, report_of, sample

STANDARD = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os"
"""Where the standard is published, and its schema with it."""
LOCATION: dict[str, Any] = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "required": ["artifactLocation", "region"],
            "properties": {
                "artifactLocation": {
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "pattern": "^[!#-;=?-\\[\\]_a-z~%]+$"}
                    },
                },
                "region": {
                    "required": ["startLine", "startColumn"],
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                    },
                },
            },
        },
        "logicalLocations": {
            "items": {
                "required": ["fullyQualifiedName"],
                "properties": {"fullyQualifiedName": {"type": "string"}},
            }
        },
        "message": {"required": ["text"]},
    },
}
SHAPE: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"const": f"{STANDARD}/schemas/sarif-schema-2.1.0.json"},
        "runs": {
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {"driver": {"required": ["name", "version", "rules"]}},
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {
                                    "required": ["text"],
                                    "properties": {"text": {"type": "string", "minLength": 1}},
                                },
                                "locations": {"minItems": 1, "items": LOCATION},
                                "relatedLocations": {"items": LOCATION},
                                "partialFingerprints": {"additionalProperties": {"type": "string"}},
                            },
                        },
                    },
                },
            },
        },
    },
}
"""Sections 3.13 (log), 3.14 (run), 3.19 (component), 3.27 (result), 3.28 to 3.30 (places)."""


def test_follows_the_standard() -> None:
    for report in (sample(), hostile()):
        jsonschema.validate(json.loads(render(report, "sarif")), SHAPE)


def test_results_name_their_rules() -> None:
    (run,) = json.loads(render(sample(), "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} <= RULES.keys()
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    levels = {result["ruleId"]: result["level"] for result in run["results"]}
    assert levels["property-became-required"] == "error"
    assert levels["required-property-removed"] == "warning"
    assert levels["description-changed"] == "note"


@pytest.mark.parametrize("escaped", range(5))
def test_no_text_of_a_document_is_a_link(escaped: int) -> None:
    """Section 3.11.6: a bracket of the text has a backslash, and so has a backslash."""
    name = f"[a{chr(92) * escaped}](https://evil.example)"
    schema = {"type": "object", "properties": {name: {"type": "string"}}}
    report = report_of(around({"type": "object"}, "request"), around(schema, "request"))
    (run,) = json.loads(render(report, "sarif"))["runs"]
    said = "".join(result["message"]["text"] for result in run["results"])
    assert "evil.example" in said
    link = r"(?<!\\)(?:\\\\)*\[(?:[^\\\]]|\\.)*\]\("
    assert not re.search(link, said)


def test_fingerprints_do_not_move_with_the_lines() -> None:
    report = sample()
    text = json.dumps(report.new.root, indent=4).encode()
    moved = replace(
        report, new=replace(report.new, source=replace(report.new.source, content=text))
    )
    before, after = (json.loads(render(one, "sarif"))["runs"][0] for one in (report, moved))
    lines = [run["results"][0]["locations"][0] for run in (before, after)]
    assert lines[0] != lines[1]
    assert [one["partialFingerprints"] for one in before["results"]] == [
        one["partialFingerprints"] for one in after["results"]
    ]


def test_each_rule_has_help_and_a_link() -> None:
    (run,) = json.loads(render(sample(), "sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert rules
    for rule in rules:
        assert rule["helpUri"].endswith(f"docs/drift-rules.md#{rule['id']}")
        assert rule["help"]["text"]
