"""Values that travel as text: what a parameter or a header accepts, whatever its type is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.compare import compare

from .settings import api, around, wrap

TODAY = date(2026, 1, 1)
TEXT = {"type": "string"}
INTEGER = {"type": "integer"}
UUID = {"type": "string", "format": "uuid"}
DATE = {"type": "string", "format": "date-time"}


def sent(schema: Any, place: str) -> Document:
    parameter = {"in": place, "name": "p", "required": True, "schema": schema}
    return api({"parameters": [parameter], "responses": {}})


def answered(schema: Any) -> Document:
    return api({"responses": {"200": {"description": "", "headers": {"X-A": {"schema": schema}}}}})


def array(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def found(old: Document, new: Document) -> list[tuple[str, str]]:
    return [(one.level, one.id) for one in compare(old, new, TODAY)]


@pytest.mark.parametrize("place", ["query", "header", "path"])
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (INTEGER, TEXT, ("info", "type-widened")),
        (TEXT, INTEGER, ("breaking", "type-narrowed")),
        (DATE, INTEGER, ("breaking", "type-changed")),
        (INTEGER, UUID, ("breaking", "type-changed")),
        ({"type": "string", "enum": ["1"]}, INTEGER, ("breaking", "type-changed")),
        (INTEGER, array(INTEGER), ("info", "type-widened")),
        (UUID, array(UUID), ("info", "type-widened")),
        (array(UUID), UUID, ("breaking", "type-narrowed")),
        (TEXT, array(UUID), ("breaking", "type-changed")),
    ],
)
def test_a_parameter(place: str, old: Any, new: Any, expected: tuple[str, str]) -> None:
    assert found(sent(old, place), sent(new, place)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (TEXT, INTEGER, ("info", "type-narrowed")),
        (INTEGER, TEXT, ("breaking", "type-widened")),
        (DATE, INTEGER, ("breaking", "type-changed")),
        (INTEGER, UUID, ("breaking", "type-changed")),
    ],
)
def test_a_header_of_a_response(old: Any, new: Any, expected: tuple[str, str]) -> None:
    assert found(answered(old), answered(new)) == [expected]


@pytest.mark.parametrize(("length", "expected"), [(1, []), (2, [("breaking", "min-length-set")])])
def test_a_value_in_the_path_is_never_empty(length: int, expected: Any) -> None:
    assert found(sent(TEXT, "path"), sent({**TEXT, "minLength": length}, "path")) == expected


def test_a_value_in_the_query_may_be_empty() -> None:
    changes = found(sent(TEXT, "query"), sent({**TEXT, "minLength": 1}, "query"))
    assert changes == [("breaking", "min-length-set")]


@pytest.mark.parametrize(
    ("place", "old", "expected"),
    [
        ("query", TEXT, ("info", "type-widened")),
        ("path", TEXT, ("breaking", "type-changed")),
        ("header", {**TEXT, "maxLength": 9}, ("breaking", "type-changed")),
        ("path", UUID, ("info", "type-widened")),
    ],
)
def test_a_text_that_holds_the_delimiter_is_several_items(
    place: str, old: Any, expected: tuple[str, str]
) -> None:
    assert found(sent(old, place), sent(array(old), place)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("date", "uuid", ("breaking", "format-changed")),
        ("date", "date-time", ("info", "format-widened")),
        ("date", None, ("info", "format-widened")),
        ("uuid", "uuid", None),
    ],
)
def test_a_format_counts_though_the_types_differ(
    old: str, new: str | None, expected: tuple[str, str] | None
) -> None:
    after = {"type": ["string", "integer"], **({"format": new} if new else {})}
    changes = found(around({"type": "string", "format": old}, "request"), around(after, "request"))
    wanted = {("info", "type-widened"), *([expected] if expected else [])}
    assert set(changes) == wanted


@pytest.mark.parametrize(
    ("kind", "expected"), [("string", [("style-changed", "breaking")]), ("integer", [])]
)
def test_a_media_type_in_place_of_a_style(kind: str, expected: list[tuple[str, str]]) -> None:
    schema = {"schema": {"type": kind}}
    plain, written = (
        api({"parameters": [{"in": "query", "name": "a", **one}], "responses": {}})
        for one in (schema, {"content": {"application/json": schema}})
    )
    for old, new in ((plain, written), (written, plain)):
        assert [(one.id, one.level) for one in compare(old, new, TODAY)] == expected


@pytest.mark.parametrize(("kind", "count"), [("array", 0), ("object", 1)])
def test_a_list_in_a_header_is_the_same_exploded(kind: str, count: int) -> None:
    parameter = {"in": "header", "name": "a", "schema": {"type": kind}}
    old, new = (
        api({"parameters": [{**parameter, "explode": explode}], "responses": {}})
        for explode in (False, True)
    )
    assert found(old, new) == [("breaking", "explode-changed")] * count


@pytest.mark.parametrize("setting", ["parameter", "header"])
def test_what_is_announced_of_a_parameter_or_a_header(setting: str) -> None:
    plain, old, beta = (
        wrap(setting, {"schema": TEXT, **more}, "request")
        for more in ({}, {"deprecated": True}, {"x-stability-level": "beta"})
    )
    assert found(plain, old) == [("info", "deprecated")]
    assert found(old, plain) == [("info", "reinstated")]
    assert found(plain, beta) == [("breaking", "stability-decreased")]


@pytest.mark.parametrize("key", ["prefixEncoding", "itemEncoding"])
def test_the_encoding_of_parts_without_names(key: str) -> None:
    def sends(media_type: str) -> Document:
        part = {"contentType": media_type}
        parts = {"schema": {"type": "array"}, key: part if key == "itemEncoding" else [part]}
        return api({"requestBody": {"content": {"multipart/mixed": parts}}, "responses": {}})

    assert found(sends("a/b"), sends("a/c")) == [("warning", "encoding-changed")]


def test_a_parameter_that_moved_is_compared_but_for_its_style() -> None:
    old, new = (
        api({"parameters": [{"name": name, "in": place, "schema": schema}], "responses": {}})
        for name, place, schema in (
            ("Id", "query", {"type": "array", "items": {"type": "string"}}),
            ("id", "header", {"type": "array", "items": {"type": "string"}, "maxItems": 3}),
        )
    )
    found = [(one.id, one.message) for one in compare(old, new, TODAY)]
    assert found == [
        ("parameter-moved", "POST /a header parameter `id`, optional: moved from query"),
        ("max-items-set", "POST /a header parameter `id`: `maxItems` set to 3"),
    ]
