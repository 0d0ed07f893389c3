"""The same edit of several operations is one change; what only looks like it is not."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import Any

import msgspec
import pytest

from flaregen.config_file import AcceptTable, DriftTable
from flaregen.document import Document
from flaregen.drift.change import Change
from flaregen.drift.compare import compare
from flaregen.report.accepting import with_accepted
from flaregen.report.formats import FORMATS, render
from flaregen.report.judge import judge

from .settings import document

TODAY = date(2026, 1, 1)


def parameter(name: str, most: int | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer"} | ({} if most is None else {"maximum": most})
    return {"in": "query", "name": name, "schema": schema}


def api(**operations: Any) -> Document:
    """Operations by their paths: lists of parameters, or whole operations."""
    whole = {
        f"/{name}": {"get": {"responses": {}, "parameters": one} if isinstance(one, list) else one}
        for name, one in operations.items()
    }
    return document({"openapi": "3.0.3", "info": {}, "paths": whole})


def found(old: Document, new: Document) -> list[tuple[str, int, int]]:
    return [(one.id, one.count, len(one.operations)) for one in compare(old, new, TODAY)]


def lowered() -> tuple[Document, Document]:
    """One parameter of two operations, at another index of each and among other ones."""
    old = api(a=[parameter("p", 9)], b=[parameter("q"), parameter("p", 9)])
    return old, api(a=[parameter("p", 5)], b=[parameter("q"), parameter("p", 5)])


def test_a_parameter_is_found_by_its_name() -> None:
    old = api(a=[parameter("p", 9)], b=[parameter("q"), {**parameter("p", 9), "required": True}])
    new = api(a=[parameter("p", 5)], b=[parameter("q"), {**parameter("p", 5), "required": True}])
    assert found(old, new) == [("maximum-lowered", 2, 2)]


def test_other_values_are_another_edit() -> None:
    old, new = (
        api(a=[parameter("p", 9)], b=[parameter("p", 9)]),
        api(a=[parameter("p", 5)], b=[parameter("p", 6)]),
    )
    assert found(old, new) == [("maximum-lowered", 1, 1)] * 2


def test_another_parameter_is_another_edit() -> None:
    old, new = (
        api(a=[parameter("p", 9)], b=[parameter("q", 9)]),
        api(a=[parameter("p", 5)], b=[parameter("q", 5)]),
    )
    assert found(old, new) == [("maximum-lowered", 1, 1)] * 2


def test_operations_that_are_gone_are_changes_of_their_own() -> None:
    kept: dict[str, Any] = {"responses": {}}
    assert found(api(a=kept, b=kept, c=kept), api(c=kept)) == [("path-removed", 1, 1)] * 2


def test_without_values_the_nodes_have_to_be_equal() -> None:
    def body(required: bool, kind: str) -> dict[str, Any]:
        content = {"application/json": {"schema": {"type": kind}}}
        return {"responses": {}, "requestBody": {"required": required, "content": content}}

    def bodies(*kinds: str, required: bool) -> Document:
        return api(**{f"a{index}": body(required, kind) for index, kind in enumerate(kinds)})

    rule = "request-body-became-required"
    alike = bodies("string", "string", required=False), bodies("string", "string", required=True)
    assert found(*alike) == [(rule, 2, 2)]
    unlike = bodies("string", "object", required=False), bodies("string", "object", required=True)
    assert found(*unlike) == [(rule, 1, 1)] * 2


def judged(changes: tuple[Change, ...], *accepted: AcceptTable) -> Any:
    old, new = lowered()
    return judge(old, new, changes, DriftTable(accept=accepted), TODAY)


def test_reports_say_at_how_many_places() -> None:
    report = judged(compare(*lowered(), TODAY))
    (change,) = json.loads(render(report, "json"))["changes"]
    assert change["count"] == 2
    assert change["pointer"]["new"] == "/paths/~1a/get/parameters/0/schema/maximum"
    for form in set(FORMATS) - {"json"}:
        assert "lowered from 9 to 5 (2 places)" in render(report, form), form


FIRST, SECOND = (
    f"/paths/{one}/parameters/{at}/schema/maximum" for one, at in (("~1a/get", 0), ("~1b/get", 1))
)


@pytest.mark.parametrize(
    ("pointer", "elsewhere", "left"),
    [
        (FIRST, (), ["GET /b"]),
        (SECOND, (), ["GET /a"]),
        (FIRST, (SECOND,), []),
        ("/paths/~1b/get", (), ["GET /a"]),
    ],
)
def test_a_block_accepts_the_places_that_it_names(
    pointer: str, elsewhere: tuple[str, ...], left: list[str]
) -> None:
    entry = AcceptTable("maximum-lowered", pointer, "agreed", "2030-12-31", "p", elsewhere)
    report = judged(compare(*lowered(), TODAY), entry)
    assert [f"{o.method} {o.path}" for one in report.changes for o in one.operations] == left
    assert [one.message.partition(" query")[0] for one in report.changes] == left
    assert [(one.change.count, one.reason) for one in report.accepted] == [
        (2 - len(left), "agreed")
    ]


def test_a_place_that_is_added_is_not_accepted() -> None:
    accepted = judged(compare(*lowered(), TODAY)).changes
    blocks = tomllib.loads(with_accepted("", "drift", accepted, "agreed", TODAY))["drift"]["accept"]
    old, new = (
        api(
            a=[parameter("p", most)],
            b=[parameter("q"), parameter("p", most)],
            c=[parameter("p", most)],
        )
        for most in (9, 5)
    )
    report = judged(compare(old, new, TODAY), *msgspec.convert(blocks, list[AcceptTable]))
    assert report.verdict == "breaking"
    assert [one.message for one in report.changes] == [
        "GET /c query parameter `p`: `maximum` lowered from 9 to 5"
    ]
    assert [one.change.count for one in report.accepted] == [2]


def test_equal_bodies_that_changed_alike_are_accepted_one_by_one() -> None:
    def body(most: int) -> dict[str, Any]:
        schema = {"type": "object", "properties": {"n": {"type": "integer", "maximum": most}}}
        return {
            "responses": {},
            "requestBody": {"content": {"application/json": {"schema": schema}}},
        }

    changes = compare(api(a=body(9), b=body(9)), api(a=body(5), b=body(5)), TODAY)
    place = "/paths/~1a/get/requestBody/content/application~1json/schema/properties/n/maximum"
    report = judged(changes, AcceptTable("maximum-lowered", place, "agreed", "2030-12-31"))
    assert [(one.count, one.message) for one in report.changes] == [
        (1, "GET /b request body as application/json `n`: `maximum` lowered from 9 to 5")
    ]


def test_written_out_schemas_that_refer_to_another_one_are_counted_at_every_place() -> None:
    def side(name: str) -> Document:
        referring = {"allOf": [{"$ref": f"#/components/schemas/{name}"}], "nullable": True}
        body = {"content": {"application/json": {"schema": referring}}}
        paths = {
            f"/{path}": {"get": {"responses": {status: body}}}
            for path, status in (("a", "4XX"), ("b", "4xx"), ("c", "4XX"))
        }
        schemas = {"A": {"type": "string"}, "B": {"type": "integer"}}
        return document({"openapi": "3.0.3", "paths": paths, "components": {"schemas": schemas}})

    assert found(side("A"), side("B")) == [("reference-changed", 3, 3)]
