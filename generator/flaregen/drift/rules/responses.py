"""Rules of responses, their headers and links."""

from __future__ import annotations

from flaregen.document import JSONObject
from flaregen.drift.rules.pairs import pair, self_mirrored
from flaregen.drift.rules.rule import Example, Rule


def _responses(*statuses: str) -> JSONObject:
    return {"responses": {status: {"description": ""} for status in statuses}}


RULES: tuple[Rule, ...] = (
    *pair(
        forth=("response-added", "{subject} added", (None, "info")),
        back=("response-removed", "{subject} removed", (None, "breaking")),
        example=Example("operation", _responses("200"), _responses("200", "201")),
    ),
    *pair(
        forth=("failure-added", "{subject} added", (None, "info")),
        back=("failure-removed", "{subject} removed", (None, "info")),
        example=Example("operation", _responses("200"), _responses("200", "404")),
        why="A client has to be ready for any failure.",
    ),
    *pair(
        forth=("header-added", "{subject} added, optional", (None, "info")),
        back=("header-removed", "{subject} removed", (None, "warning")),
        example=Example("response", {"description": ""}, {"description": "", "headers": {"A": {}}}),
    ),
    *pair(
        forth=("required-header-added", "{subject} added, required", (None, "info")),
        back=("required-header-removed", "{subject} removed", (None, "breaking")),
        example=Example(
            "response",
            {"description": ""},
            {"description": "", "headers": {"A": {"required": True}}},
        ),
    ),
    *pair(
        forth=("header-became-required", "{subject} became required", (None, "info")),
        back=("header-became-optional", "{subject} became optional", (None, "breaking")),
        example=Example(
            "response",
            {"description": "", "headers": {"A": {}}},
            {"description": "", "headers": {"A": {"required": True}}},
        ),
    ),
    *pair(
        forth=("link-added", "{subject}: link {name} added", (None, "info")),
        back=("link-removed", "{subject}: link {name} removed", (None, "info")),
        example=Example(
            "response", {"description": ""}, {"description": "", "links": {"next": {}}}
        ),
    ),
    self_mirrored(
        "link-changed",
        "{subject}: link {name} changed",
        (None, "info"),
        Example(
            "response",
            {"description": "", "links": {"next": {"operationId": "a"}}},
            {"description": "", "links": {"next": {"operationId": "b"}}},
        ),
    ),
)
