"""Two ways to say the same are no change, in either direction, in requests and in answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.drift.compare import compare
from tests.reading.documents import document
from tests.support.spellings import SPELLINGS, Spelling

TODAY = date(2026, 1, 1)
ABOUT_THE_DOCUMENT = {"openapi-version-changed", "schema-added", "schema-removed"}


@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_no_change(spelling: Spelling) -> None:
    one, other = spelling.documents()
    for old, new in ((one, other), (other, one)):
        changes = [c for c in compare(old, new, TODAY) if c.id not in ABOUT_THE_DOCUMENT]
        assert [(change.id, change.level, change.message) for change in changes] == []


_TEXT = {"type": "string"}
_OCTETS = {"contentMediaType": "application/octet-stream"}
_OPEN = {"anyOf": [_TEXT, {"type": "string", "enum": ["a", "b"]}]}
_HEADERS = [{"name": "Accept", "in": "header", "schema": _TEXT}]
_SERVER = "https://api.cloudflare.com/client/v4"


def _whole(**operation: Any) -> dict[str, Any]:
    answer = {"200": {"description": "", "content": {"application/json": {"schema": _TEXT}}}}
    return {"paths": {"/x": {"get": {"responses": answer, **operation}}}}


def _answering(**content: Any) -> dict[str, Any]:
    media_types = {name.replace("_", "/"): one for name, one in content.items()}
    return _whole(responses={"200": {"description": "", "content": media_types}})


_SHARED = {"components": {"mediaTypes": {"Text": {"schema": _TEXT}}}}
_REFERENCE = {"$ref": "#/components/mediaTypes/Text"}
_DOCUMENTS = {
    "values that are known of any text": (
        _answering(application_json={"schema": _TEXT}),
        _answering(application_json={"schema": _OPEN}),
    ),
    "a slash at the end of a server": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        {**_whole(), "servers": [{"url": f"{_SERVER}/"}]},
    ),
    "the case and the usual port of a server": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        {**_whole(), "servers": [{"url": "HTTPS://API.cloudflare.com:443/client/v4"}]},
    ),
    "the servers of a document, at a path": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        {"paths": {"/x": {**_whole()["paths"]["/x"], "servers": [{"url": _SERVER}]}}},
    ),
    "the servers of a document, at an operation": (
        {**_whole(), "servers": [{"url": _SERVER}]},
        _whole(servers=[{"url": _SERVER}]),
    ),
    "a header that is no parameter": (_whole(), _whole(parameters=_HEADERS)),
    "the case of a media type": (
        _answering(application_json={"schema": _TEXT}),
        _answering(Application_JSON={"schema": _TEXT}),
    ),
    "a reference to a media type": (
        {**_answering(application_json={"schema": _TEXT}), **_SHARED},
        {**_answering(application_json=_REFERENCE), **_SHARED},
    ),
    "a path item by reference, with its own parameters": (
        {"paths": {"/x": {**_whole()["paths"]["/x"], "parameters": _HEADERS}}},
        {
            "paths": {"/x": {"$ref": "#/components/pathItems/X", "parameters": _HEADERS}},
            "components": {"pathItems": {"X": _whole()["paths"]["/x"]}},
        },
    ),
}


def _sending(media_type: str, schema: dict[str, Any] | None) -> dict[str, Any]:
    content = {media_type: {} if schema is None else {"schema": schema}}
    return _whole(requestBody={"content": content})


_FILES = [
    ("application/octet-stream", {"type": "string", "format": "binary"}, None),
    (
        "multipart/form-data",
        {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}},
        {"type": "object", "properties": {"f": {"type": "string", **_OCTETS}}},
    ),
]


@pytest.mark.parametrize("case", _FILES, ids=lambda case: case[0])
def test_files_in_the_words_of_both_versions(case: tuple[str, Any, Any]) -> None:
    media_type, old, new = case
    one = document(version="3.0.3", **_sending(media_type, old))
    other = document(version="3.1.0", **_sending(media_type, new))
    for before, after in ((one, other), (other, one)):
        changes = [c for c in compare(before, after, TODAY) if c.id not in ABOUT_THE_DOCUMENT]
        assert [(change.id, change.message) for change in changes] == []


@pytest.mark.parametrize("pair", _DOCUMENTS.values(), ids=_DOCUMENTS)
def test_no_change_of_a_document(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    one, other = (document(version="3.2.0", **root) for root in pair)
    for old, new in ((one, other), (other, one)):
        assert [(change.id, change.message) for change in compare(old, new, TODAY)] == []


_CHANGES = {
    "of 1 to true": (
        _answering(application_json={"schema": {"items": {"const": 1}}}),
        _answering(application_json={"schema": {"items": {"const": True}}}),
        "type-changed",
    ),
    "behind a reference to a media type": (
        {**_answering(application_json=_REFERENCE), **_SHARED},
        {
            **_answering(application_json=_REFERENCE),
            "components": {"mediaTypes": {"Text": {"schema": {"type": "integer"}}}},
        },
        "type-changed",
    ),
    "of an operation with a method of its own": (
        {"paths": {"/x": {"additionalOperations": {"COPY": _whole()["paths"]["/x"]["get"]}}}},
        {"paths": {"/x": {"additionalOperations": {}}}},
        "operation-removed",
    ),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_a_change(change: tuple[dict[str, Any], dict[str, Any], str]) -> None:
    old, new = (document(version="3.2.0", **root) for root in change[:2])
    (found,) = compare(old, new, TODAY)
    assert (found.id, found.level) == (change[2], "breaking")
