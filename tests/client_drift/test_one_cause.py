"""What follows in Python from a change of the contract is part of that change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from flaregen.client_drift.client_changes import with_client
from flaregen.config_file import AcceptTable, DriftTable
from flaregen.document import Document
from flaregen.drift.change import Change, Reach
from flaregen.drift.compare import compare
from flaregen.report.formats.wording import pointed
from flaregen.report.judge import judge
from tests.drift.settings import document
from tests.support.openapi import ref
from tests.support.pinned import pinned_config

TODAY = date(2026, 1, 1)
KIND: dict[str, Any] = {"type": "string", "enum": ["a", "b"]}
FEWER = {"type": "string", "enum": ["a"]}
Schema = dict[str, Any]


def answer(result: Schema) -> Schema:
    schema = {"type": "object", "properties": {"result": result}}
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}


def api(operation: Schema, path: str = "/things", **schemas: Any) -> Document:
    return whole({path: operation}, schemas)


def whole(operations: dict[str, Schema], schemas: Schema) -> Document:
    plain = {"tags": ["Things"], "responses": answer({"type": "object", "properties": {"id": {}}})}
    paths = {path: {"post": {**plain, **operation}} for path, operation in operations.items()}
    info = {"title": "A", "version": "1.0.0"}
    components = {"schemas": schemas}
    return document({"openapi": "3.0.3", "info": info, "paths": paths, "components": components})


def changes(old: Document, new: Document) -> tuple[Change, ...]:
    config = replace(pinned_config(), operations=("*",), overlays=(), names=None)
    found, notes = with_client(compare(old, new, TODAY), old, new, config)
    assert not notes
    return found


def asked(schema: Schema) -> Schema:
    return {"parameters": [{"name": "kind", "in": "query", "schema": schema}]}


def sent(schema: Schema) -> Schema:
    body = {"type": "object", "properties": {"kind": schema}}
    return {"requestBody": {"content": {"application/json": {"schema": body}}}}


WRAPPED: dict[str, Callable[[Schema], Schema]] = {
    "itself": lambda schema: schema,
    "alone": lambda schema: {"allOf": [schema], "description": "Words."},
    "list": lambda schema: {"type": "array", "items": schema},
    "map": lambda schema: {"type": "object", "additionalProperties": schema},
    "union": lambda schema: {"anyOf": [schema, {"type": "integer"}]},
    "list of a union": lambda schema: {
        "type": "array",
        "items": {"anyOf": [schema, {"type": "integer"}]},
    },
    "union of values": lambda schema: {"anyOf": [schema, {"type": "string", "enum": ["c"]}]},
}
USED = [(asked, how) for how in WRAPPED if how != "map"] + [(sent, how) for how in WRAPPED]


@pytest.mark.parametrize(("use", "how"), USED)
def test_values_of_a_component_are_one_cause_wherever_a_type_spells_them_out(
    use: Callable[[Schema], Schema], how: str
) -> None:
    operation = use(WRAPPED[how](ref("Kind")))
    old, new = api(operation, Kind=KIND), api(operation, Kind=FEWER)
    found = changes(old, new)
    assert [(one.id, one.python) for one in found] == [("enum-value-removed", "breaking")]
    (symbol,) = found[0].symbols
    assert "kind" in symbol
    accepted = DriftTable(
        accept=(AcceptTable(found[0].id, pointed(found[0]), "agreed", "2026-12-31"),)
    )
    report = judge(old, new, found, accepted, TODAY)
    assert (report.verdict, report.python.verdict) == ("none", "none")


def test_values_of_a_parameter_that_is_a_component() -> None:
    def referring(kind: Schema) -> Document:
        root: Any = api({"parameters": [{"$ref": "#/components/parameters/Kind"}]}, Kind=kind).root
        parameter = {"name": "kind", "in": "query", "schema": ref("Kind")}
        root["components"]["parameters"] = {"Kind": parameter}
        return document(root)

    found = changes(referring(KIND), referring(FEWER))
    assert [(one.id, one.python) for one in found] == [("enum-value-removed", "breaking")]


def test_path_parameters_that_change_places_are_one_cause() -> None:
    place = {"in": "path", "required": True, "schema": {"type": "string"}}
    operation = {"parameters": [{"name": name, **place} for name in "ab"]}
    found = changes(api(operation, "/x/{a}/{b}"), api(operation, "/x/{b}/{a}"))
    assert [(one.id, one.level, one.python) for one in found] == [
        ("path-parameters-reordered", "breaking", "breaking")
    ]


def test_another_reference_names_what_changed_and_not_what_it_leads_to() -> None:
    schemas: Schema = {
        name: {"type": "object", "properties": {"name": {"type": kind}, "size": {}}}
        for name, kind in (("User", "string"), ("Robot", "integer"))
    }

    def led_by(name: str) -> Document:
        lead = {"lead": ref(name), "user": ref("User"), "robot": ref("Robot")}
        body = {"type": "object", "properties": lead}
        return api({"requestBody": {"content": {"application/json": {"schema": body}}}}, **schemas)

    (found,) = changes(led_by("User"), led_by("Robot"))
    assert found.id == "reference-changed"
    assert found.symbols == ("ThingsCreateParams.lead",)


@pytest.mark.parametrize("lead", ["Robot", "Spare"])
def test_a_class_whose_name_depends_on_its_users_follows_from_another_reference(lead: str) -> None:
    """It is called after its only operation, or after its component where there are more."""
    kinds = {"User": "string", "Robot": "integer", "Spare": "boolean"}
    schemas: Schema = {
        name: {"type": "object", "properties": {"name": {"type": kind}}}
        for name, kind in kinds.items()
    }

    def led_by(name: str) -> Document:
        team = {"type": "object", "properties": {"lead": ref(name)}}
        results = {"/user": ref("User"), "/robot": ref("Robot"), "/team": team}
        return whole({path: {"responses": answer(one)} for path, one in results.items()}, schemas)

    (found,) = changes(led_by("User"), led_by(lead))
    assert (found.id, found.python) == ("reference-changed", "breaking")
    assert "UserResponse" in found.gone


def test_parameters_in_another_order_explain_no_class() -> None:
    place = {"in": "path", "required": True, "schema": {"type": "string"}}
    kinds = {"User": "string", "Robot": "integer"}
    schemas: Schema = {
        name: {"type": "object", "properties": {"name": {"type": kind}}}
        for name, kind in kinds.items()
    }

    def led_by(name: str, path: str) -> Document:
        lead = {"type": "object", "properties": {"lead": ref(name)}}
        asked = [{"name": name, **place} for name in "ab"]
        both = {"parameters": asked, "responses": answer(lead)}
        return whole({path: both, "/user": {"responses": answer(ref("User"))}}, schemas)

    found = changes(led_by("User", "/x/{a}/{b}"), led_by("Robot", "/x/{b}/{a}"))
    symbols = {one.id: one.symbols for one in found}
    assert symbols.keys() == {"path-parameters-reordered", "reference-changed"}
    assert symbols["path-parameters-reordered"] == ("client.x.create",)
    assert "UserResponse" in symbols["reference-changed"]


def test_values_that_select_a_member_are_one_cause_with_the_discriminator() -> None:
    def selecting(value: str) -> Document:
        members = {"cat": "Cat", value: "Dog"}
        fields = {"kind": {"type": "string"}}
        schemas: Schema = {
            name: {"type": "object", "required": ["kind"], "properties": {**fields, name: {}}}
            for name in members.values()
        }
        mapping = {kind: f"#/components/schemas/{name}" for kind, name in members.items()}
        selected = {"propertyName": "kind", "mapping": mapping}
        pet = {"oneOf": [ref(name) for name in schemas], "discriminator": selected}
        return api({"responses": answer(pet)}, **schemas)

    found = changes(selecting("dog"), selecting("hound"))
    assert [(one.id, one.python) for one in found] == [
        ("discriminator-value-removed", "breaking"),
        ("discriminator-value-added", "none"),
    ]


def test_the_class_of_the_only_member_that_is_left_follows_from_the_others() -> None:
    members: Schema = {
        name: {"type": "object", "properties": {name: {"type": "string"}}, "required": [name]}
        for name in ("Cat", "Dog")
    }

    def pet(*names: str) -> Document:
        selected = {"propertyName": "kind"}
        union = {"oneOf": [ref(name) for name in names], "discriminator": selected}
        return api({"responses": answer(ref("Pet"))}, Pet=union, **members)

    both, one = pet("Cat", "Dog"), pet("Cat")
    assert [change.id for change in changes(both, one)] == ["one-of-removed"]
    assert [change.id for change in changes(one, both)] == ["one-of-added"]


@pytest.mark.parametrize("place", ["path", "query"])
def test_the_type_of_an_argument(place: str) -> None:
    def taking(kind: str) -> Document:
        one = {"name": "a", "in": place, "required": True, "schema": {"type": kind}}
        return api({"parameters": [one]}, "/x/{a}" if place == "path" else "/x")

    other = {"path": "integer", "query": "object"}[place]
    for one, two in (("string", other), (other, "string")):
        (found,) = changes(taking(one), taking(two))
        assert (found.python, found.symbols) == ("breaking", ("client.x.create(a=)",))


def test_another_component_of_equal_content_is_one_cause() -> None:
    content = {"type": "object", "properties": {"x": {"type": "string"}}}
    old, new = (
        api({**sent(ref(name)), "responses": answer({"properties": {"k": ref(name)}})}, **both)
        for both in [{"A": content, "B": content}]
        for name in "AB"
    )
    (change,) = changes(old, new)
    assert (change.id, change.python) == ("client-class-renamed", "breaking")
    assert change.message.endswith("and 1 more with it")
    assert len(change.gone) == 2


def test_values_that_are_written_otherwise() -> None:
    old, new = (api(sent({"enum": listed})) for listed in ([1, 2], [1.0, 2]))
    assert changes(old, new) == ()


def test_a_parameter_of_a_path_names_the_methods_that_did_not_have_it() -> None:
    plain = {"tags": ["Things"], "responses": answer({"type": "object", "properties": {"i": {}}})}
    listed = [{"name": "kind", "in": "query", "schema": {"type": "string"}}]

    def documents(shared: list[Any], own: list[Any]) -> Document:
        methods = {"get": {**plain, "parameters": own}, "post": plain}
        info = {"title": "A", "version": "1.0.0"}
        item = {"/things": {"parameters": shared, **methods}}
        return document({"openapi": "3.0.3", "info": info, "paths": item})

    (change,) = changes(documents([], listed), documents(listed, []))
    assert (change.id, change.symbols) == ("parameter-added", ("client.things.create(kind=)",))


def test_a_parameter_that_became_required_is_one_cause() -> None:
    place = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    asked = {"name": "kind", "in": "query", "schema": {"type": "string"}}
    old, new = (
        api({"parameters": [{**place, "description": text}, {**asked, **own}]}, "/things/{id}")
        for text, own in (("A.", {}), ("B.", {"required": True}))
    )
    found = {one.id: one.python for one in changes(old, new)}
    assert found == {"description-changed": "none", "parameter-became-required": "breaking"}


def _listing(*names: str) -> Schema:
    items = {"type": "object", "properties": {"id": {"type": "string"}}}
    info = {"type": "object", "properties": {"page": {"type": "integer"}}}
    result = {"type": "array", "items": items}
    schema = {"type": "object", "properties": {"result": result, "result_info": info}}
    return {
        "parameters": [
            {"name": name, "in": "query", "schema": {"type": "integer"}} for name in names
        ],
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": schema}}}
        },
    }


def test_a_list_that_comes_to_have_pages_is_another_value_in_python() -> None:
    """A page has neither a length nor an index."""
    found = changes(api(_listing()), api(_listing("page", "per_page")))
    (page,) = [one for one in found if "client.things.create()" in one.symbols]
    assert (page.id, page.level, page.python) == ("parameter-added", "info", "breaking")


def test_a_file_that_becomes_json_is_another_value_in_python() -> None:
    def sends(media_type: str, schema: Schema) -> Document:
        content = {media_type: {"schema": schema}}
        return api({"responses": {"200": {"description": "", "content": content}}})

    file = sends("application/octet-stream", {"type": "string", "format": "binary"})
    found = changes(file, sends("application/json", {}))
    assert {one.python for one in found if "client.things.create()" in one.symbols} == {"breaking"}


def test_the_title_of_a_group_is_reported_where_it_is() -> None:
    def titled(title: str) -> Document:
        a, b, c = (
            {"title": name, "type": "object", "required": [name], "properties": {name: KIND}}
            for name in "ABC"
        )
        body = {"oneOf": [{"title": title, "oneOf": [a, b]}, c]}
        things = {"requestBody": {"content": {"application/json": {"schema": body}}}}
        return whole({"/things": things, "/others": asked(KIND)}, {})

    (found,) = changes(titled("Words"), titled("Texts"))
    assert (found.id, found.old, found.new) == (
        "client-class-renamed",
        "WordsAParams",
        "TextsAParams",
    )
    assert str(found.new_pointer).endswith("/schema/oneOf/0/title")
    assert found.operations == (Reach("POST", "/things", None),)
