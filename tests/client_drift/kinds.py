"""Kinds of change, each with code for the client before it and for the one after it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flaregen.document import Document
from tests.drift.settings import document
from tests.support.openapi import json_body

SENT: dict[str, Any] = {
    "type": "object",
    "required": ["need"],
    "properties": {
        "need": {"type": "string"},
        "count": {"type": "integer"},
        "size": {"type": "string", "enum": ["small", "large"]},
        "names": {"type": "array", "items": {"type": "string"}},
        "inner": {"type": "object", "required": ["key"], "properties": {"key": {"type": "string"}}},
    },
}
ANSWERED: dict[str, Any] = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "total": {"type": "integer"},
        "state": {"type": "string", "enum": ["on", "off"]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "inner": {"type": "object", "properties": {"key": {"type": "string"}}},
    },
    "x-reads": {"text": {"from": ["id"], "as": "text"}},
}
ASKED: dict[str, Any] = {
    "q": {"schema": {"type": "string"}},
    "page": {"schema": {"type": "integer"}},
    "order": {"schema": {"type": "string", "enum": ["up", "down"]}},
}
Edit = Callable[[dict[str, Any], dict[str, Any]], object]
"""Of what is sent and of what is answered."""


@dataclass(frozen=True)
class Kind:
    """An edit, and code for the client before it and for the one after it."""

    edit: Edit
    before: str
    after: str = ""
    asked: Callable[[dict[str, Any]], object] = lambda q: None
    whole: Callable[[dict[str, Any]], object] = lambda o: None
    """The same for the operation."""

    def code(self, *, backwards: bool) -> str:
        return self.after or self.before if backwards else self.before


def call(**fields: str) -> str:
    given = ", ".join(f"{name}={value}" for name, value in ({"need": "'x'"} | fields).items())
    return f"sent = package.Params({given})"


def reads(expression: str, kind: str) -> str:
    return f"def read(answer: package.Response) -> {kind}:\n    return {expression}"


def asks(**query: str) -> str:
    given = "".join(f", {name}={value}" for name, value in query.items())
    return f"package.Method(package.Params(need='x'){given})"


def same(sent: dict[str, Any], answered: dict[str, Any]) -> None:
    del sent, answered


def on(sent: dict[str, Any], name: str) -> dict[str, Any]:
    field: dict[str, Any] = sent["properties"][name]
    return field


KINDS: dict[str, Kind] = {
    # What is sent.
    "nothing": Kind(lambda s, a: None, call()),
    "sent_added": Kind(
        lambda s, a: s["properties"].update(more={"type": "string"}), call(), call(more="'m'")
    ),
    "sent_removed": Kind(lambda s, a: s["properties"].pop("count"), call(count="1"), call()),
    "sent_required": Kind(lambda s, a: s["required"].append("count"), call(), call(count="1")),
    "sent_added_required": Kind(
        lambda s, a: (
            s["properties"].update(more={"type": "string"}),
            s["required"].append("more"),
        ),
        call(),
        call(more="'m'"),
    ),
    "sent_optional": Kind(lambda s, a: s.pop("required"), call(), "sent = package.Params()"),
    "sent_to_text": Kind(
        lambda s, a: on(s, "count").update(type="string"), call(count="1"), call(count="'1'")
    ),
    "sent_to_number": Kind(
        lambda s, a: on(s, "count").update(type="number"), call(count="1"), call(count="1.5")
    ),
    "sent_to_anything": Kind(
        lambda s, a: on(s, "count").pop("type"), call(count="1"), call(count="'x'")
    ),
    "sent_value_removed": Kind(
        lambda s, a: on(s, "size")["enum"].pop(), call(size="'large'"), call(size="'small'")
    ),
    "sent_value_added": Kind(
        lambda s, a: on(s, "size")["enum"].append("huge"), call(size="'small'"), call(size="'huge'")
    ),
    "sent_values_lifted": Kind(
        lambda s, a: on(s, "size").pop("enum"), call(size="'small'"), call(size="'any'")
    ),
    "sent_may_be_null": Kind(
        lambda s, a: on(s, "count").update(nullable=True), call(count="1"), call(count="None")
    ),
    "sent_items": Kind(
        lambda s, a: on(s, "names").update(items={"type": "integer"}),
        call(names="['a']"),
        call(names="[1]"),
    ),
    "sent_list_to_number": Kind(
        lambda s, a: s["properties"].update(names={"type": "integer"}),
        call(names="['a', 'b']"),
        call(names="1"),
    ),
    "sent_text_to_list": Kind(
        lambda s, a: s["properties"].update(need={"type": "array", "items": {"type": "integer"}}),
        call(),
        call(need="[1]"),
    ),
    "sent_renamed": Kind(
        lambda s, a: s["properties"].update(number=s["properties"].pop("count")),
        call(count="1"),
        call(number="1"),
    ),
    "sent_read_only": Kind(
        lambda s, a: on(s, "count").update(readOnly=True), call(count="1"), call()
    ),
    "sent_restricted": Kind(
        lambda s, a: (
            on(s, "count").update(maximum=3, default=2),
            on(s, "need").update(maxLength=3, pattern="^x", format="uri"),
            s.update(additionalProperties=False),
        ),
        call(count="9"),
        call(count="3"),
    ),
    "sent_inner_required": Kind(
        lambda s, a: (
            on(s, "inner").update(required=["key", "more"])
            or on(s, "inner")["properties"].update(more={"type": "string"})
        ),
        call(inner="package.Inner(key='k')"),
        call(inner="package.Inner(key='k', more='m')"),
    ),
    "sent_to_boolean": Kind(
        lambda s, a: on(s, "count").update(type="boolean"), call(count="1"), call(count="True")
    ),
    "sent_either": Kind(
        lambda s, a: s["properties"].update(names={"anyOf": [on(s, "names"), {"type": "integer"}]}),
        call(names="['n']"),
        call(names="1"),
    ),
    "sent_map": Kind(
        lambda s, a: s["properties"].update(
            inner={"type": "object", "additionalProperties": {"type": "string"}}
        ),
        call(inner="package.Inner(key='k')"),
        "package.Method(need='x', inner={'any': 'k'})",
    ),
    "sent_items_listed": Kind(
        lambda s, a: on(s, "names")["items"].update(enum=["a", "b"]),
        call(names="['n']"),
        call(names="['a']"),
    ),
    "sent_items_of_more_types": Kind(
        lambda s, a: on(s, "names").update(
            items={"anyOf": [{"type": "string"}, {"type": "integer"}]}
        ),
        call(names="['n']"),
        call(names="['n', 1]"),
    ),
    "sent_dated": Kind(
        lambda s, a: s["properties"].update(need={"type": "string", "format": "date-time"}),
        "sent = package.Params(need='2026-01-01T00:00:00Z')",
    ),
    "sent_default": Kind(lambda s, a: on(s, "count").update(default=3), call(count="1")),
    "sent_deprecated": Kind(lambda s, a: on(s, "count").update(deprecated=True), call(count="1")),
    "sent_closed": Kind(lambda s, a: s.update(additionalProperties=False), call()),
    "sent_numbers_listed": Kind(
        lambda s, a: on(s, "count").update(enum=[1, 2]), call(count="7"), call(count="2")
    ),
    "sent_whole_null": Kind(
        lambda s, a: on(s, "need").update(nullable=True),
        call(),
        "sent = package.Params(need=None)",
    ),
    "sent_described": Kind(
        lambda s, a: on(s, "count").update(description="Words.", deprecated=True), call(count="1")
    ),
    "sent_inner_retyped": Kind(
        lambda s, a: on(s, "inner")["properties"]["key"].update(type="integer"),
        call(inner="package.Inner(key='a')"),
        call(inner="package.Inner(key=1)"),
    ),
    # What is answered.
    "answer_added": Kind(
        lambda s, a: a["properties"].update(more={"type": "string"}),
        reads("answer.id", "str | None"),
        reads("answer.more", "str | None"),
    ),
    "answer_removed": Kind(
        lambda s, a: a["properties"].pop("total"),
        reads("answer.total", "int | None"),
        reads("answer.id", "str | None"),
    ),
    "answer_required": Kind(
        lambda s, a: a["required"].append("total"),
        reads("answer.total", "int | None"),
        reads("answer.total", "int"),
    ),
    "answer_optional": Kind(
        lambda s, a: a.pop("required"), reads("answer.id", "str"), reads("answer.id", "str | None")
    ),
    "answer_null": Kind(
        lambda s, a: on(a, "total").update(nullable=True), reads("answer.total", "int | None")
    ),
    "answer_to_text": Kind(
        lambda s, a: on(a, "total").update(type="string"),
        reads("answer.total", "int | None"),
        reads("answer.total", "str | None"),
    ),
    "answer_to_number": Kind(
        lambda s, a: on(a, "total").update(type="number"),
        reads("answer.total", "int | None"),
        reads("answer.total", "int | float | None"),
    ),
    "answer_to_anything": Kind(
        lambda s, a: on(a, "total").pop("type"),
        reads("answer.total", "int | None"),
        "def read(answer: package.Response) -> None:\n    str(answer.total)",
    ),
    "answer_value_added": Kind(
        lambda s, a: on(a, "state")["enum"].append("odd"),
        reads("answer.state", "Literal['on', 'off'] | None"),
        reads("answer.state", "Literal['on', 'off', 'odd'] | None"),
    ),
    "answer_value_removed": Kind(
        lambda s, a: on(a, "state")["enum"].pop(),
        reads("answer.state", "Literal['on', 'off'] | None"),
        reads("answer.state", "Literal['on'] | None"),
    ),
    "answer_values_lifted": Kind(
        lambda s, a: on(a, "state").pop("enum"),
        reads("answer.state", "Literal['on', 'off'] | None"),
        reads("answer.state", "str | None"),
    ),
    "answer_items": Kind(
        lambda s, a: on(a, "tags").update(items={"type": "integer"}),
        reads("answer.tags", "list[str] | None"),
        reads("answer.tags", "list[int] | None"),
    ),
    "answer_list_to_text": Kind(
        lambda s, a: a["properties"].update(tags={"type": "string"}),
        reads("answer.tags", "list[str] | None"),
        reads("answer.tags", "str | None"),
    ),
    "answer_renamed": Kind(
        lambda s, a: a["properties"].update(sum=a["properties"].pop("total")),
        reads("answer.total", "int | None"),
        reads("answer.sum", "int | None"),
    ),
    "answer_inner_removed": Kind(
        lambda s, a: on(a, "inner")["properties"].update(
            other=on(a, "inner")["properties"].pop("key")
        ),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner.other if answer.inner else None", "str | None"),
    ),
    "answer_inner_retyped": Kind(
        lambda s, a: on(a, "inner")["properties"]["key"].update(type="integer"),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner.key if answer.inner else None", "int | None"),
    ),
    "answer_described": Kind(
        lambda s, a: on(a, "total").update(description="Words.", deprecated=True, minimum=0),
        reads("answer.total", "int | None"),
    ),
    "answer_reading_removed": Kind(
        lambda s, a: a.pop("x-reads"), reads("answer.text", "str"), reads("answer.id", "str")
    ),
    "answer_reading_of_another_kind": Kind(
        lambda s, a: a["x-reads"]["text"].update({"as": "one"}),
        reads("answer.text", "str"),
        reads("answer.text", "str | None"),
    ),
    "answer_of_one_class": Kind(
        lambda s, a: a["properties"].update(inner={"type": "string"}),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner", "str | None"),
    ),
    "answer_of_either_class": Kind(
        lambda s, a: a["properties"].update(inner={"anyOf": [on(a, "inner"), {"type": "string"}]}),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner if isinstance(answer.inner, str) else None", "str | None"),
    ),
    "answer_map": Kind(
        lambda s, a: a["properties"].update(
            inner={"type": "object", "additionalProperties": {"type": "string"}}
        ),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner['key'] if answer.inner else None", "str | None"),
    ),
    "answer_inner_required": Kind(
        lambda s, a: on(a, "inner").update(required=["key"]),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner.key if answer.inner else ''", "str"),
    ),
    "answer_inner_null": Kind(
        lambda s, a: on(a, "inner")["properties"]["key"].update(nullable=True),
        reads("answer.inner.key if answer.inner else None", "str | None"),
    ),
    "answer_to_boolean": Kind(
        lambda s, a: on(a, "total").update(type="boolean"),
        reads("answer.total", "int | None"),
        reads("answer.total", "bool | None"),
    ),
    "answer_list_of_objects": Kind(
        lambda s, a: on(a, "tags").update(items=on(a, "inner")),
        reads("[tag.upper() for tag in answer.tags or ()]", "list[str]"),
        reads("[tag.key for tag in answer.tags or ()]", "list[str | None]"),
    ),
    "answer_items_null": Kind(
        lambda s, a: on(a, "tags").update(items={"type": "string", "nullable": True}),
        reads("[tag.upper() for tag in answer.tags or ()]", "list[str]"),
        reads("answer.tags", "list[str | None] | None"),
    ),
    "answer_numbers_listed": Kind(
        lambda s, a: on(a, "total").update(enum=[1, 2]),
        reads("answer.total", "int | None"),
        reads("answer.total", "Literal[1, 2] | None"),
    ),
    "answer_bounded": Kind(
        lambda s, a: on(a, "total").update(maximum=9), reads("answer.total", "int | None")
    ),
    "answer_deprecated": Kind(
        lambda s, a: on(a, "total").update(deprecated=True), reads("answer.total", "int | None")
    ),
    "answer_closed": Kind(
        lambda s, a: a.update(additionalProperties=False), reads("answer.id", "str")
    ),
    # What the query asks.
    "asked_added": Kind(
        same,
        asks(q="'a'"),
        asks(more="'m'"),
        lambda q: q.update(more={"schema": {"type": "string"}}),
    ),
    "asked_removed": Kind(same, asks(page="1"), asks(), lambda q: q.pop("page")),
    "asked_required": Kind(same, asks(), asks(page="1"), lambda q: q["page"].update(required=True)),
    "asked_to_text": Kind(
        same,
        asks(page="1"),
        asks(page="'one'"),
        lambda q: q["page"].update(schema={"type": "string"}),
    ),
    "asked_to_list": Kind(
        same,
        asks(q="'a'"),
        asks(q="['a', 'b']"),
        lambda q: q["q"].update(
            schema={"type": "array", "items": {"type": "string"}}, style="form", explode=True
        ),
    ),
    "asked_value_removed": Kind(
        same,
        asks(order="'down'"),
        asks(order="'up'"),
        lambda q: q["order"].update(schema={"type": "string", "enum": ["up"]}),
    ),
    "asked_values_lifted": Kind(
        same,
        asks(order="'up'"),
        asks(order="'any'"),
        lambda q: q["order"].update(schema={"type": "string"}),
    ),
    "asked_bound": Kind(
        same,
        asks(page="9"),
        asks(page="3"),
        lambda q: q["page"].update(schema={"type": "integer", "maximum": 3}),
    ),
    "asked_in_a_header": Kind(
        same,
        asks(),
        asks(trace="'t'"),
        whole=lambda o: o["parameters"].append(
            {"name": "trace", "in": "header", "required": True, "schema": {"type": "string"}}
        ),
    ),
    "asked_optional_null": Kind(
        same,
        asks(q="'a'"),
        asks(q="'a'"),
        lambda q: q["q"]["schema"].update(nullable=True),
    ),
    "asked_renamed": Kind(
        same,
        asks(page="1"),
        asks(number="1"),
        lambda q: q.update(number=q.pop("page")),
    ),
    # The operation.
    "body_list": Kind(
        same,
        call(),
        "package.Method(['a'])",
        whole=lambda o: o["requestBody"].update(
            json_body({"type": "array", "items": {"type": "string"}})
        ),
    ),
    "body_gone": Kind(same, call(), "package.Method()", whole=lambda o: o.pop("requestBody")),
    "body_optional": Kind(same, asks(), whole=lambda o: o["requestBody"].update(required=False)),
    "answer_gone": Kind(
        same,
        reads("answer.id", "str"),
        asks(),
        whole=lambda o: o.update(responses={"204": {"description": ""}}),
    ),
    "failure_added": Kind(
        same,
        asks(),
        whole=lambda o: o["responses"].update({"404": {"description": ""}}),
    ),
    "operation_deprecated": Kind(same, asks(), whole=lambda o: o.update(deprecated=True)),
    "operation_gone": Kind(same, asks(), "pass", whole=lambda o: o.clear()),
}


def operation(name: str, *, edited: bool) -> dict[str, Any]:
    """An operation that sends and answers, before or after the edit of a kind; empty if gone."""
    sent, answered, asked = map(copy.deepcopy, (SENT, ANSWERED, ASKED))
    kind = KINDS[name]
    if edited:
        kind.edit(sent, answered)
        kind.asked(asked)
    body = {"required": True, "content": {"application/json": {"schema": sent}}}
    wrapped = {"type": "object", "properties": {"result": answered}}
    answer = {"description": "", "content": {"application/json": {"schema": wrapped}}}
    found = {
        "operationId": name,
        "parameters": [{"name": key, "in": "query", **one} for key, one in asked.items()],
        "requestBody": body,
        "responses": {"200": answer},
    }
    if edited:
        kind.whole(found)
    return found


def api(*, edited: bool) -> Document:
    made = {name: operation(name, edited=edited) for name in KINDS}
    paths = {f"/{name}": {"post": one} for name, one in made.items() if one}
    return document(
        {"openapi": "3.0.3", "info": {"title": "Kinds", "version": "1"}, "paths": paths}
    )
