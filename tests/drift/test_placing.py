"""Where changes are reported: at what changed, where callers meet it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.compare import compare
from flaregen.drift.placing import spelled
from flaregen.openapi.cursor import Cursor
from flaregen.pointer import Pointer
from tests.support.openapi import ref

from .settings import Way, api, around

TODAY = date(2026, 1, 1)
SCHEMAS: dict[str, Any] = {
    "User": {"type": "object", "properties": {"name": {"type": "string"}}},
    "Robot": {"type": "object", "properties": {"name": {"type": "integer"}}},
    "Part": {"type": "object", "properties": {"id": {"type": "string"}}},
    "Outer": {"type": "object", "properties": {"inner": {"$ref": "#/components/schemas/User"}}},
    "Other": {"type": "object", "properties": {"inner": {"$ref": "#/components/schemas/Robot"}}},
    "Alias": {"$ref": "#/components/schemas/User"},
}


def changes(
    old: Any, new: Any, after: dict[str, Any] | None = None, **root: Any
) -> list[tuple[str, str, str]]:
    """The changes of an answer's schema: rule, and where, in either document."""
    here, there = {"schemas": SCHEMAS}, {"schemas": SCHEMAS | (after or {})}
    found = compare(
        around(old, "response", components=here, **root),
        around(new, "response", components=there, **root),
        TODAY,
    )
    return [(one.id, short(one.old_pointer), short(one.new_pointer)) for one in found]


def short(pointer: Any) -> str:
    return str(pointer).removeprefix("/paths/~1a/post/responses/200/content/application~1json/")


def fields(**schemas: Any) -> dict[str, Any]:
    return {"type": "object", "properties": schemas}


def test_nested_references_are_one_change_of_the_outermost() -> None:
    at = "schema/properties/field"
    found = changes(fields(field=ref("Outer")), fields(field=ref("Other")))
    assert found == [("reference-changed", at, at)]


@pytest.mark.parametrize("way", [1, -1])
def test_what_an_alias_says_next_to_its_reference_is_reported_there(way: int) -> None:
    """Neither the node that refers to the alias nor what the alias refers to has changed."""
    aliases = ({**ref("Part"), "minProperties": 2}, ref("Part"))
    old, new = (
        around(
            fields(field=ref("Alias")),
            "response",
            components={"schemas": SCHEMAS | {"Alias": alias}},
            openapi="3.1.0",
        )
        for alias in aliases[::way]
    )
    (change,) = compare(old, new, TODAY)
    places = ["/components/schemas/Alias/minProperties", "/components/schemas/Alias"][::way]
    assert [str(pointer) for pointer in change.pointers] == places


def test_a_reference_to_an_edited_schema_is_no_change_of_its_own() -> None:
    edited = {"User": {"type": "object", "properties": {"name": {"type": "boolean"}}}}
    at = "/components/schemas/User/properties/name/type"
    same = fields(field=ref("User"), other=ref("Alias"))
    assert changes(same, same, edited) == [("type-changed", at, at)]


@pytest.mark.parametrize(
    "wrapped",
    [{"allOf": [ref("User")], "nullable": True}, {"oneOf": [{"enum": [None]}, ref("User")]}],
    ids=["allOf", "oneOf"],
)
def test_who_may_be_null_is_who_refers_to_what_was_edited_besides(wrapped: Any) -> None:
    edited = {"User": {"type": "object", "properties": {"name": {"type": "boolean"}}}}
    name, at = "/components/schemas/User/properties/name/type", "schema/properties/field"
    for one in ({"allOf": [ref("User")]}, ref("User")):
        found = changes(fields(field=one), fields(field=wrapped), edited)
        assert ("type-changed", name, name) in found
        assert [places for rule, *places in found if rule != "type-changed"] == [[at, at]]


@pytest.mark.parametrize("edited", [{}, {"User": fields(name={"type": "string", "title": "N"})}])
def test_what_the_use_of_a_schema_says_is_a_change_of_the_use(edited: dict[str, Any]) -> None:
    """Also where that schema was edited besides."""
    at = "schema/properties/field"
    parts = {"allOf": [ref("User"), {"required": ["name"]}]}
    used = {
        "undeclared-property-became-required": {"required": ["name"]},
        "deprecated": {"deprecated": True},
        "became-read-only": {"readOnly": True},
    }
    for rule, said in used.items():
        new = fields(field={**ref("User"), **said})
        found = changes(fields(field=ref("User")), new, edited, openapi="3.1.0")
        place = f"{at}/required/0" if "required" in said else at
        assert [one for one in found if one[0] != "title-set"] == [(rule, at, place)]
    found = changes(fields(field=ref("User")), fields(field=parts), edited)
    assert ("reference-changed", at, at) in found
    assert {one for one, *_ in found} <= {"reference-changed", "title-set"}


def test_a_name_that_is_declared_where_it_is_required_is_a_property_of_that_schema() -> None:
    """Other parts of the whole may declare it, too."""
    both = {"allOf": [fields(name={"maxLength": 9}), ref("User")]}
    at = "/components/schemas/User/properties/name"
    found = changes(ref("User"), both, {"User": {**SCHEMAS["User"], "required": ["name"]}})
    assert ("property-became-required", at, at) in found
    parts = {"allOf": [ref("User"), fields(name={"maxLength": 9}) | {"required": ["name"]}]}
    place = "schema/allOf/1/properties/name"
    ((_, _, there),) = changes({"allOf": [ref("User"), fields(name={"maxLength": 9})]}, parts)
    assert there == place


def test_a_component_that_refers_elsewhere_changed_itself() -> None:
    at = "/components/schemas/Alias"
    same = fields(field=ref("Alias"))
    found = changes(same, same, {"Alias": ref("Robot")})
    assert found == [("reference-changed", at, at)]


def test_a_part_that_is_left_out_is_a_change_of_the_whole() -> None:
    old, new = {"allOf": [ref("User"), ref("Part")]}, {"allOf": [ref("User")]}
    assert {place for _, *places in changes(old, new) for place in places} <= {"schema", "None"}


KIND = {"discriminator": {"propertyName": "name"}}


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(
    "more",
    [{}, {"properties": {"kind": {"type": "string"}}}, {"allOf": [ref("Outer")]}, KIND],
    ids=str,
)
@pytest.mark.parametrize("null", [[], [{"type": "null"}]], ids=["", "null"])
@pytest.mark.parametrize("kept", [[ref("User")], [ref("User"), ref("Robot")]], ids=["one", "two"])
def test_a_member_comes_and_goes_at_the_union(
    keyword: str, more: dict[str, Any], null: list[Any], kept: list[Any]
) -> None:
    """Also where one is left, whose description is not that of the union."""
    described = {"User": {**SCHEMAS["User"], "title": "Person", "description": "Somebody."}}
    components = {"schemas": SCHEMAS | described}

    def document(*listed: Any) -> Any:
        schema = fields(field={keyword: [*listed, *null], **more})
        return around(schema, "request", openapi="3.1.0", components=components)

    few, many = document(*kept), document(*kept, ref("Part"))
    word = "one" if keyword == "oneOf" else "any"
    at = f"field/{keyword}"
    for pair, rule, places in (
        ((many, few), f"{word}-of-removed", (f"{at}/{len(kept)}", at)),
        ((few, many), f"{word}-of-added", (at, f"{at}/{len(kept)}")),
    ):
        (change,) = compare(*pair, TODAY)
        assert (change.id, change.name) == (rule, "Part")
        assert tuple(str(one).rpartition("properties/")[2] for one in change.pointers) == places


@pytest.mark.parametrize(("keyword", "other"), [("oneOf", "anyOf"), ("anyOf", "oneOf")])
def test_a_member_comes_and_goes_where_the_other_keyword_has_one(keyword: str, other: str) -> None:
    """Of one member they mean the same."""
    part = {"allOf": [ref("Part"), {"required": ["id"]}]}
    many, few = {keyword: [ref("Robot"), part]}, {other: [ref("Robot")]}
    word, at = f"{keyword[:3]}-of", "schema/properties/field"
    places = f"{at}/{keyword}/1", f"{at}/{other}"
    old, new = fields(field=many), fields(field=few)
    assert changes(old, new) == [(f"{word}-removed", *places)]
    assert changes(new, old) == [(f"{word}-added", *places[::-1])]


def test_a_type_alone_is_no_member_of_a_union_of_objects() -> None:
    """It admits what the members do, which an answer may be held to."""
    alone, part = {"anyOf": [{"type": "object"}]}, {"allOf": [ref("Part"), {"required": ["id"]}]}
    one, other = (
        around(schema, "response", components={"schemas": SCHEMAS})
        for schema in (alone, {"oneOf": [{"allOf": [ref("Robot"), {"required": ["name"]}]}, part]})
    )
    found = [(change.id, change.level) for change in compare(one, other, TODAY)]
    assert found == [("union-set", "info")]


@pytest.mark.parametrize(
    ("said", "rules", "places"),
    [
        ({"default": {}}, ("default-set", "default-removed"), ("", "/default")),
        (
            {"maxProperties": 2},
            ("max-properties-set", "max-properties-removed"),
            ("", "/maxProperties"),
        ),
        (
            {"properties": {"more": {"type": "string"}}},
            ("property-added", "property-removed"),
            (None, "/properties/more"),
        ),
    ],
)
def test_what_is_said_next_to_a_reference_is_reported_there(
    said: dict[str, Any], rules: tuple[str, str], places: tuple[str | None, str]
) -> None:
    plain, more = (fields(field=one) for one in (ref("User"), {"allOf": [ref("User")], **said}))
    old, new = (str(None if at is None else f"schema/properties/field{at}") for at in places)
    assert changes(plain, more) == [(rules[0], old, new)]
    assert changes(more, plain) == [(rules[1], new, old)]


def test_what_is_written_out_is_reported_where_it_is() -> None:
    inline = {"type": "object", "properties": {"name": {"type": "boolean"}}}
    at = "schema/properties/field"
    for old, new in ((ref("User"), inline), (inline, ref("User"))):
        found = changes(fields(field=old), fields(field=new))
        assert found == [("reference-changed", at, at)]


def test_a_map_in_place_of_what_it_held_is_one_change_of_the_use() -> None:
    """What was any property is compared with one; both are in the component, which was edited."""
    edited = {"User": {**SCHEMAS["User"], "description": "Somebody."}}
    held = {"type": "object", "additionalProperties": ref("User")}
    at = "schema/properties/field"
    for old, new in ((held, ref("User")), (ref("User"), held)):
        found = changes(fields(field=old), fields(field=new), edited)
        assert found == [("reference-changed", at, at)]


def test_a_renamed_component_is_the_same_one() -> None:
    made = {"Person": {"type": "object", "properties": {"name": {"type": "integer"}}}}
    components = {name: schema for name, schema in SCHEMAS.items() if name != "User"}
    kept = {"Outer": SCHEMAS["Part"], "Alias": SCHEMAS["Part"]}
    old = around(ref("User"), "response", components={"schemas": SCHEMAS | kept})
    new = around(ref("Person"), "response", components={"schemas": components | kept | made})
    assert [(one.id, str(one.new_pointer)) for one in compare(old, new, TODAY)] == [
        ("schema-renamed", "/components/schemas/Person"),
        ("type-changed", "/components/schemas/Person/properties/name/type"),
    ]


def test_parameters_are_reported_at_the_operation_that_refers_to_another() -> None:
    def page(largest: int) -> dict[str, Any]:
        schema = {"type": "integer", "maximum": largest}
        return {"name": "page", "in": "query", "schema": schema}

    components = {"parameters": {"few": page(9), "many": page(99)}}

    def document(name: str) -> Any:
        parameters = [{"$ref": f"#/components/parameters/{name}"}]
        return api({"parameters": parameters, "responses": {}}, components=components)

    (change,) = compare(document("few"), document("many"), TODAY)
    assert (change.id, str(change.new_pointer)) == (
        "reference-changed",
        "/paths/~1a/post/parameters/0",
    )
    assert [one.id for one in change.consequences] == ["maximum-raised"]


def test_one_replacement_at_many_places_is_one_change() -> None:
    def document(kind: str) -> Any:
        owned = {name: fields(owner=ref(kind)) for name in "ABC"}
        body = fields(**{name.lower(): ref(name) for name in owned})
        return around(body, "response", components={"schemas": SCHEMAS | owned})

    (change,) = compare(document("User"), document("Robot"), TODAY)
    assert (change.id, change.level, change.count) == ("reference-changed", "breaking", 3)
    assert [one.id for one in change.consequences] == ["type-changed"]


def test_what_a_component_says_of_its_properties_is_a_change_of_the_component() -> None:
    """However many properties refer to it, and whether requests or answers have them."""
    mark = {"Moment": {"type": "string", "readOnly": True}}
    made = {"Moment": {"type": "string"}}
    both = fields(created=ref("Moment"), changed=ref("Moment"), note={"type": "string"})
    edited = fields(created=ref("Moment"), changed=ref("Moment"), note={"type": "integer"})

    def document(schema: Any, components: dict[str, Any]) -> Any:
        return around(schema, "request", components={"schemas": components})

    found = compare(document(both, mark), document(edited, made), TODAY)
    assert [(one.id, str(one.new_pointer)) for one in found if "read" in one.id] == [
        ("became-not-read-only", "/components/schemas/Moment")
    ]


def test_what_a_property_says_next_to_others_is_a_change_of_the_property() -> None:
    marked = {"type": "string", "readOnly": True}
    at = "schema/properties/field"
    assert changes(fields(field=marked), fields(field={"type": "string"})) == [
        ("became-not-read-only", at, at)
    ]


def test_what_a_component_says_of_itself_is_a_change_where_its_users_are_equal() -> None:
    edited = {"Part": {"type": "object", "readOnly": True, **SCHEMAS["Part"]}}
    same = fields(field=ref("Part"))
    at = "/components/schemas/Part"
    assert changes(same, same, edited) == [("became-read-only", at, at)]


def test_a_part_of_a_property_may_say_that_it_is_read_only() -> None:
    components = {"schemas": SCHEMAS}
    old = around(fields(field=ref("User")), "response", components=components)
    marked = {"allOf": [ref("User"), {"readOnly": True}]}
    new = around(fields(field=marked), "response", components=components)
    (change,) = compare(old, new, TODAY)
    assert [one.id for one in change.consequences] == ["became-read-only"]


def test_a_title_in_place_of_null_is_a_new_one() -> None:
    old, new = ({"type": "object", "title": title} for title in (None, "Person"))
    assert [rule for rule, *_ in changes(old, new)] == ["title-set"]
    assert [rule for rule, *_ in changes(new, old)] == ["title-removed"]


MARKED = {"Part": SCHEMAS["Part"] | {"writeOnly": True}}
READ = {"Part": SCHEMAS["Part"] | {"readOnly": True}}


def test_a_mark_of_what_a_property_refers_to_behind_a_holder_of_the_same_text() -> None:
    at = "/components/schemas/Part"
    optional = fields(field=ref("Part"))
    required = {**optional, "required": ["field"]}
    nested = fields(outer=fields(list=fields(field=ref("Part"))))
    listed = {"type": "array", "items": optional}
    for holder in (optional, nested, listed):
        assert changes(holder, holder, MARKED) == [("became-write-only", at, at)]
    assert changes(optional, optional, READ) == [("became-read-only", at, at)]
    assert changes(required, required, MARKED) == [("required-became-write-only", at, at)]


def test_what_is_required_has_to_be_sent_once_it_is_no_longer_read_only() -> None:
    """While it was, only answers had to contain it."""
    ways: tuple[Way, ...] = ("request", "response")
    inline = [{**fields(field=mark), "required": ["field"]} for mark in ({"readOnly": True}, {})]
    referring = {**fields(field=ref("Part")), "required": ["field"]}
    for old, new, before, after in (
        (*inline, SCHEMAS, SCHEMAS),
        (referring, referring, SCHEMAS | READ, SCHEMAS),
    ):
        said = {
            way: [
                (one.level, one.message.rpartition("json ")[2])
                for one in compare(
                    around(old, way, components={"schemas": before}),
                    around(new, way, components={"schemas": after}),
                    TODAY,
                )
            ]
            for way in ways
        }
        part = "`field`" if old is not new else "Part"
        free = ("info", f"{part} is no longer read-only")
        needed = "`field`" if old is not new else "Part as `field`"
        assert said == {
            "request": [free, ("breaking", f"{needed} became required")],
            "response": [free],
        }


def test_a_mark_of_a_part_of_what_a_property_refers_to() -> None:
    at = "/components/schemas/Part"
    whole = {"Whole": {"allOf": [ref("Part")]}}
    old = around(fields(field=ref("Whole")), "response", components={"schemas": SCHEMAS | whole})
    after = {"schemas": SCHEMAS | whole | MARKED}
    new = around(fields(field=ref("Whole")), "response", components=after)
    assert [(one.id, str(one.new_pointer)) for one in compare(old, new, TODAY)] == [
        ("became-write-only", at)
    ]


def test_what_became_never_sent_excuses_its_other_changes() -> None:
    edited = {"Part": {**SCHEMAS["Part"], "writeOnly": True, "maxProperties": 3}}
    narrower = {"Part": SCHEMAS["Part"] | {"maxProperties": 2}}
    same = fields(field=ref("Part"))
    here = {"schemas": SCHEMAS | narrower}
    found = compare(
        around(same, "response", components=here),
        around(same, "response", components={"schemas": SCHEMAS | edited}),
        TODAY,
    )
    assert [(one.id, one.level) for one in found] == [
        ("became-write-only", "info"),
        ("max-properties-raised", "info"),
    ]


def test_the_same_edit_of_two_operations_is_one_change_that_reaches_both() -> None:
    def document(kind: str) -> Any:
        of_one = {"name": "page", "in": "query", "schema": {"type": kind}}
        more: Any = {"get": {"parameters": [of_one], "responses": {}}}
        found = api({"parameters": [of_one], "responses": {}})
        return replace(
            found, root={**found.root, "paths": {"/a": {"post": more["get"]}, "/b": more}}
        )

    (change,) = compare(document("string"), document("boolean"), TODAY)
    assert [one.place for one in change.operations] == [("/a", "POST"), ("/b", "GET")]
    assert len(change.elsewhere) == 1


def test_the_same_edit_of_two_components_reaches_the_operations_of_both() -> None:
    def document(kind: str) -> Any:
        owned = {name: fields(owner=ref(kind)) for name in "AB"}
        found = around(ref("A"), "response", components={"schemas": SCHEMAS | owned})
        here = found.at(Pointer(("paths", "/a")))
        there = around(ref("B"), "response").at(Pointer(("paths", "/a")))
        return replace(found, root={**found.root, "paths": {"/a": here, "/b": there}})

    (change,) = compare(document("User"), document("Robot"), TODAY)
    assert (change.id, change.count) == ("reference-changed", 2)
    assert [one.place for one in change.operations] == [("/a", "POST"), ("/b", "POST")]


def integer(**keywords: Any) -> dict[str, Any]:
    return {"type": "integer", **keywords}


STRICT = {"maximum": 20, "exclusiveMaximum": True}
IN_3_0 = [
    # Schemas, the rule in either direction, and the keys and values of the entry.
    (
        (integer(maximum=20), integer(**STRICT)),
        ("maximum-lowered", "maximum-raised"),
        (("maximum", 20), ("exclusiveMaximum", "exclusiveMaximum 20")),
    ),
    (
        (integer(**STRICT), integer(**STRICT | {"maximum": 10})),
        ("exclusive-maximum-lowered", "exclusive-maximum-raised"),
        (("maximum", 20), ("maximum", 10)),
    ),
    (
        (integer(), integer(**STRICT)),
        ("exclusive-maximum-set", "exclusive-maximum-removed"),
        (("", None), ("maximum", 20)),
    ),
]
IN_3_1 = [
    (
        (integer(exclusiveMinimum=10), integer(exclusiveMinimum=20)),
        ("exclusive-minimum-raised", "exclusive-minimum-lowered"),
        (("exclusiveMinimum", 10), ("exclusiveMinimum", 20)),
    ),
    (
        (integer(minimum=10), integer(exclusiveMinimum=10)),
        ("minimum-raised", "minimum-lowered"),
        (("minimum", 10), ("exclusiveMinimum", "exclusiveMinimum 10")),
    ),
    (
        (integer(minimum=0.5), integer(minimum=1.5)),
        ("minimum-raised", "minimum-lowered"),
        (("minimum", 0.5), ("minimum", 1.5)),
    ),
    (
        ({"type": "number", "minimum": 0.5}, integer(minimum=0.5)),
        ("type-narrowed", "type-widened"),
        (("type", "number"), ("type", "integer")),
    ),
    (
        (integer(), integer(multipleOf=1.5)),
        ("multiple-of-set", "multiple-of-removed"),
        (("", None), ("multipleOf", 1.5)),
    ),
    (
        (integer(multipleOf=1.5), integer(multipleOf=4.5)),
        ("multiple-of-narrowed", "multiple-of-widened"),
        (("multipleOf", 1.5), ("multipleOf", 4.5)),
    ),
    (
        (integer(multipleOf=2), integer(multipleOf=2, allOf=[{"multipleOf": 3}])),
        ("multiple-of-narrowed", "multiple-of-widened"),
        (("multipleOf", 2), ("allOf/0/multipleOf", 6)),
    ),
]


@pytest.mark.parametrize(
    ("version", "schemas", "rules", "said"),
    [("3.0.3", *one) for one in IN_3_0] + [("3.1.0", *one) for one in IN_3_1],
)
def test_a_bound_is_reported_as_the_document_writes_it(
    version: str, schemas: Any, rules: tuple[str, str], said: Any
) -> None:
    """What integers make of it decides how grave the change is, and is written nowhere."""
    old, new = (around(schema, "request", openapi=version) for schema in schemas)
    for before, after, rule, (here, there) in (
        (old, new, rules[0], said),
        (new, old, rules[1], said[::-1]),
    ):
        (change,) = compare(before, after, TODAY)
        places = [str(at).rpartition("/schema")[2][1:] for at in change.pointers]
        assert (change.id, places) == (rule, [here[0], there[0]])
        assert (change.old, change.new) == (here[1], there[1])


def test_a_shared_example_is_reported_where_it_is() -> None:
    """One that is written out, or another one than before, is at the node that has it."""
    shared = {"$ref": "#/components/examples/Shared"}

    def side(value: int, **examples: Any) -> Document:
        medium = {"schema": {"type": "integer"}, "examples": {"shared": shared, **examples}}
        answer = {"description": "", "content": {"application/json": medium}}
        return api(
            {"responses": {"200": answer, "201": answer}},
            components={"examples": {"Shared": {"value": value}}},
        )

    (change,) = compare(side(1), side(2), TODAY)
    assert [str(at) for at in change.pointers] == ["/components/examples/Shared"] * 2
    assert (change.id, change.operations[0].statuses) == ("example-changed", ("200", "201"))
    found = compare(side(1, own={"value": 1}), side(2, own={"value": 2}), TODAY)
    medium = "/paths/~1a/post/responses/{}/content/application~1json/examples"
    places = {str(at) for one in found for at in one.pointers} - {"/components/examples/Shared"}
    assert places == {medium.format(200), medium.format(201)}


def test_what_is_met_elsewhere_says_what_and_where() -> None:
    """Both names stay in a part, which the whole has under the same name."""
    moved = {"kept": {"type": "string"}}
    common = {"properties": {"one": {"type": "string"}, "two": {"type": "string"}}}
    old = {
        "Common": common,
        "Part": {"allOf": [ref("Common"), {"properties": moved}]},
        "Whole": {"allOf": [ref("Part"), {"minProperties": 1}]},
    }
    new = {"Part": {"minProperties": 1}, "Whole": {"allOf": [ref("Part"), {"properties": moved}]}}
    sides = [around(ref("Whole"), "response", components={"schemas": one}) for one in (old, new)]
    found = [one.message for one in compare(*sides, TODAY) if one.operations]
    assert found == [f"Common `{name}` in Whole removed" for name in ("one", "two")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (ref("A"), ref("B"), ("A", "B")),
        (
            {"items": ref("A")},
            {"items": {"items": ref("A")}},
            ("a list of A", "a list of a list of A"),
        ),
        (ref("A"), {"type": "string"}, ("A", "an inline definition")),
        (ref("A"), {"oneOf": [ref("A"), {"type": "null"}]}, ("A", "A or null")),
        ({"oneOf": [ref("A"), ref("B")]}, {"anyOf": [ref("A")]}, ("A or B", "A")),
        (
            {"anyOf": [ref("A"), ref("A")]},
            {"oneOf": [{}, ref("B")]},
            ("A", "an inline definition or B"),
        ),
        ({"allOf": [ref("A"), ref("B")]}, {"allOf": [ref("A"), ref("C")]}, ("B", "C")),
        ({"allOf": [ref("A"), ref("B")]}, {"allOf": [ref("A")]}, ("A and B", "A")),
        ({"allOf": [ref("A")]}, ref("B"), ("A", "B")),
        (
            {"items": {"allOf": [ref("A"), {"minProperties": 1}]}},
            {"items": {"minProperties": 1}},
            ("a list of A and an inline definition", "a list of an inline definition"),
        ),
    ],
)
def test_what_a_reference_is_called(old: Any, new: Any, said: tuple[str, str]) -> None:
    assert spelled((Cursor(old), Cursor(new))) == said
