"""Rules of operations, parameters, bodies, responses and headers."""

from __future__ import annotations

from flaregen.document import JSON, JSONObject
from flaregen.drift.rules.pairs import (
    BREAKS,
    HARMLESS,
    NARROWS,
    Levels,
    neutral_pair,
    pair,
    self_mirrored,
)
from flaregen.drift.rules.rule import Example, Rule, Setting

_OK: JSONObject = {"responses": {"200": {"description": "Fine."}}}
_STRING: JSONObject = {"type": "string"}
_JSON: JSONObject = {"application/json": {"schema": _STRING}}
_BOTH: JSONObject = {**_JSON, "text/plain": {"schema": _STRING}}


def _paths(**paths: JSON) -> JSONObject:
    return {"paths": {f"/{name}": item for name, item in paths.items()}}


def _field(setting: Setting, before: JSON, after: JSON, key: str) -> Example:
    base: JSONObject = {"schema": {"type": "array", "items": _STRING}}
    return Example(setting, {**base, key: before}, {**base, key: after})


def _existence(
    stem: str, what: str, added: Levels, removed: Levels, example: Example
) -> tuple[Rule, Rule]:
    return pair(
        forth=(f"{stem}-added", "{subject}: " + what + " added", added),
        back=(f"{stem}-removed", "{subject}: " + what + " removed", removed),
        example=example,
    )


_OPERATIONS = (
    *neutral_pair(
        forth=("path-added", "{subject} added", "info"),
        back=("path-removed", "{subject} removed", "breaking"),
        example=Example("document", _paths(a={"get": _OK}), _paths(a={"get": _OK}, b={"put": _OK})),
    ),
    *neutral_pair(
        forth=("operation-added", "{subject} added", "info"),
        back=("operation-removed", "{subject} removed", "breaking"),
        example=Example("document", _paths(a={"get": _OK}), _paths(a={"get": _OK, "put": _OK})),
    ),
    Rule(
        "operation-moved",
        "{subject} moved from {old} to {new}",
        Example(
            "document",
            _paths(a={"get": {**_OK, "operationId": "fetch"}}),
            _paths(b={"get": {**_OK, "operationId": "fetch"}}),
        ),
        neutral="breaking",
        mirror="operation-moved",
        why="The operationId is the same, the path is another: one move.",
    ),
    Rule(
        "operation-id-changed",
        "{subject}: operationId changed from {old} to {new}",
        Example("operation", {**_OK, "operationId": "a"}, {**_OK, "operationId": "b"}),
        neutral="info",
        mirror="operation-id-changed",
        why="Nothing changes on the wire; a generated client may name a method after it.",
    ),
    Rule(
        "path-parameter-renamed",
        "{subject}: path parameter renamed from {old} to {new}",
        Example(
            "document", {"paths": {"/a/{b}": {"get": _OK}}}, {"paths": {"/a/{c}": {"get": _OK}}}
        ),
        neutral="info",
        mirror="path-parameter-renamed",
        why="Callers see the filled path only; a generated client may name an argument after it.",
    ),
    *neutral_pair(
        forth=("tag-added", "{subject}: tag {new} added", "info"),
        back=("tag-removed", "{subject}: tag {old} removed", "info"),
        example=Example("operation", _OK, {**_OK, "tags": ["a"]}),
    ),
    *neutral_pair(
        forth=("callback-added", "{subject}: callback {name} added", "info"),
        back=("callback-removed", "{subject}: callback {name} removed", "warning"),
        example=Example(
            "operation",
            _OK,
            {**_OK, "callbacks": {"done": {"{$request.body#/url}": {"post": _OK}}}},
        ),
    ),
    Rule(
        "operation-described",
        "{subject}: {name} changed",
        Example("operation", {**_OK, "summary": "One."}, {**_OK, "summary": "Two."}),
        neutral="info",
        mirror="operation-described",
    ),
)

_PARAMETERS = (
    Rule(
        "parameter-added",
        "{subject} added, optional",
        Example("operation", _OK, {**_OK, "parameters": [{"in": "query", "name": "a"}]}),
        request="info",
        mirror="parameter-removed",
    ),
    Rule(
        "required-parameter-added",
        "{subject} added, required",
        Example(
            "operation",
            _OK,
            {**_OK, "parameters": [{"in": "query", "name": "a", "required": True}]},
        ),
        request="breaking",
        mirror="parameter-removed",
    ),
    Rule(
        "parameter-removed",
        "{subject} removed",
        Example("operation", {**_OK, "parameters": [{"in": "query", "name": "a"}]}, _OK),
        request="warning",
        mirror="parameter-added",
        why="What a client still sends may be ignored.",
    ),
    Rule(
        "parameter-renamed",
        "{subject}: renamed from {old} to {new}",
        Example(
            "operation",
            {**_OK, "parameters": [{"in": "query", "name": "a", "description": "One."}]},
            {**_OK, "parameters": [{"in": "query", "name": "b", "description": "One."}]},
        ),
        request="warning",
        mirror="parameter-renamed",
        why="All but the name is the same, and nothing else is like it.",
    ),
    *pair(
        forth=("parameter-became-required", "{subject} became required", ("breaking", None)),
        back=("parameter-became-optional", "{subject} became optional", ("info", None)),
        example=_field("parameter", before=False, after=True, key="required"),
    ),
    self_mirrored(
        "style-changed",
        "{subject}: style changed from {old} to {new}",
        BREAKS,
        _field("parameter", "form", "spaceDelimited", "style"),
        why="The same value is written in another way.",
    ),
    self_mirrored(
        "explode-changed",
        "{subject}: explode changed from {old} to {new}",
        BREAKS,
        _field("parameter", before=True, after=False, key="explode"),
        why="Lists and objects are written in another way; for a single value nothing changes.",
    ),
    *pair(
        forth=("reserved-allowed", "{subject}: reserved characters allowed", HARMLESS),
        back=("reserved-refused", "{subject}: reserved characters refused", NARROWS),
        example=_field("parameter", before=False, after=True, key="allowReserved"),
    ),
    *pair(
        forth=("empty-value-allowed", "{subject}: an empty value allowed", HARMLESS),
        back=("empty-value-refused", "{subject}: an empty value refused", NARROWS),
        example=_field("parameter", before=False, after=True, key="allowEmptyValue"),
    ),
)

_BODIES = (
    *pair(
        forth=("request-body-added", "{subject} added, optional", ("info", None)),
        back=("request-body-removed", "{subject} removed", ("breaking", None)),
        example=Example("operation", _OK, {**_OK, "requestBody": {"content": _JSON}}),
    ),
    Rule(
        "required-request-body-added",
        "{subject} added, required",
        Example("operation", _OK, {**_OK, "requestBody": {"content": _JSON, "required": True}}),
        request="breaking",
        mirror="request-body-removed",
    ),
    *pair(
        forth=("request-body-became-required", "{subject} became required", ("breaking", None)),
        back=("request-body-became-optional", "{subject} became optional", ("info", None)),
        example=Example("request", {"content": _JSON}, {"content": _JSON, "required": True}),
    ),
    *_existence(
        "media-type",
        "media type {name}",
        HARMLESS,
        BREAKS,
        Example("request", {"content": _JSON}, {"content": _BOTH}),
    ),
    *pair(
        forth=(
            "media-type-generalized",
            "{subject}: media type {old} became the more general {new}",
            ("info", "breaking"),
        ),
        back=(
            "media-type-specialized",
            "{subject}: media type {old} became the more special {new}",
            ("breaking", "info"),
        ),
        example=Example(
            "response",
            {"description": "", "content": {"application/problem+json": {}}},
            {"description": "", "content": {"application/json": {}}},
        ),
    ),
    self_mirrored(
        "media-type-restated",
        "{subject}: parameters of media type changed from {old} to {new}",
        HARMLESS,
        Example(
            "request",
            {"content": {"application/json; charset=utf-8": {}}},
            {"content": {"application/json": {}}},
        ),
    ),
    *pair(
        forth=("media-type-schema-set", "{subject}: got a schema", NARROWS),
        back=("media-type-schema-removed", "{subject}: lost its schema", ("info", "warning")),
        example=Example("request", {"content": {"application/json": {}}}, {"content": _JSON}),
    ),
    self_mirrored(
        "encoding-changed",
        "{subject}: encoding of {name} changed from {old} to {new}",
        ("warning", "warning"),
        Example(
            "request",
            {"content": {"multipart/form-data": {}}},
            {"content": {"multipart/form-data": {"encoding": {"a": {"contentType": "a/b"}}}}},
        ),
        why="The same value is written in another way.",
    ),
)


RULES: tuple[Rule, ...] = (*_OPERATIONS, *_PARAMETERS, *_BODIES)
