"""What each thing is called: documents by the classes and the modules that they become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests.names.documents import (
    TEXT,
    WHOLE,
    classes_of,
    const,
    document,
    items,
    named,
    obj,
    operation,
    with_parameters,
)
from tests.support.openapi import ref

POST, PUT, GET = "POST /things", "PUT /things", "GET /things"


@dataclass(frozen=True)
class Case:
    """Operations and components, and the names of all classes, apart from their modules."""

    name: str
    paths: dict[str, Any]
    classes: str
    components: dict[str, Any]

    def __str__(self) -> str:
        return self.name


def case(name: str, paths: dict[str, Any], classes: str, **components: Any) -> Case:
    return Case(name, paths, classes, components)


_A, _B = obj("a", a=TEXT), obj("b", b=TEXT)
_TOOL = obj("role", role=const("tool"), id=TEXT)
_USER = obj("role", role=const("user"), text=TEXT)
CASES = (
    case(
        "the operation names what has no title",
        {POST: operation(_A, _B)},
        "ThingsCreateParams ThingsCreateResponse",
    ),
    case(
        "the title names a task",
        {POST: operation({**_A, "title": "Small Thing"}, _B)},
        "SmallThingParams SmallThingResponse",
    ),
    case(
        "a value of an object inside tells members apart",
        {POST: operation(obj(o={"oneOf": [obj(m=_TOOL), obj(m=_USER)]}))},
        "ThingsCreateParams ThingsCreateToolO ThingsCreateToolOM ThingsCreateUserO "
        "ThingsCreateUserOM",
    ),
    case(
        "the way names what is nested, in the singular for items",
        {POST: operation(obj(cookies=items(_A), box=obj(lid=_B)))},
        "ThingsCreateParams ThingsCreateCookie ThingsCreateBox ThingsCreateBoxLid",
    ),
    case(
        "a constant names a member of a union",
        {POST: operation(obj(messages=items({"oneOf": [_TOOL, _USER]})))},
        "ThingsCreateParams ThingsCreateToolMessage ThingsCreateUserMessage",
    ),
    case(
        "a constant goes before the title",
        {POST: operation(obj(m={"oneOf": [{**_TOOL, "title": "X"}, {**_USER, "title": "Y"}]}))},
        "ThingsCreateParams ThingsCreateToolM ThingsCreateUserM",
    ),
    case(
        "a constant that only one member has tells nothing",
        {POST: operation(obj(m={"oneOf": [obj("t", t=const("q")), {**_B, "title": "Bee"}]}))},
        "ThingsCreateParams ThingsCreateTM ThingsCreateBeeM",
    ),
    case(
        "titles, required properties and properties name members",
        {
            POST: operation(
                obj(
                    m={"oneOf": [obj("f", f=TEXT), {**obj("f", f=TEXT), "title": "Second"}]},
                    n={"oneOf": [_A, _B]},
                    o={"oneOf": [obj(x=TEXT, y=TEXT), obj(x=TEXT, z=TEXT)]},
                )
            )
        },
        "ThingsCreateParams ThingsCreateAN ThingsCreateBN ThingsCreateYO ThingsCreateZO "
        "ThingsCreateM",
    ),
    case(
        "the kind of a property names members that differ in nothing else",
        {POST: operation(obj(m={"oneOf": [obj(v=TEXT), obj(v=WHOLE), obj(v=items(TEXT))]}))},
        "ThingsCreateParams ThingsCreateVStringM ThingsCreateVIntegerM ThingsCreateVStringListM",
    ),
    case(
        "what is nested in a member is named with the member",
        {
            GET: operation(
                answer=items(
                    {
                        "oneOf": [
                            obj(type=const("A"), data=obj(ip=TEXT)),
                            obj(type=const("CAA"), data=obj(flags=WHOLE)),
                        ]
                    }
                )
            )
        },
        "ThingsListResponseAItem ThingsListResponseAItemData "
        "ThingsListResponseCAAItem ThingsListResponseCAAItemData",
    ),
    case(
        "what two members have in common is named without them",
        {
            POST: operation(
                obj(m={"oneOf": [obj("a", a=TEXT, s=obj(q=TEXT)), obj("b", b=TEXT, s=obj(q=TEXT))]})
            )
        },
        "ThingsCreateParams ThingsCreateAM ThingsCreateBM ThingsCreateMS",
    ),
    case(
        "objects that differ in what they hold alone",
        {POST: operation(obj(p=obj(x=_A), q=obj(x=_B), r=obj(x=_A)))},
        "ThingsCreateParams ThingsCreateP ThingsCreatePX ThingsCreateQ ThingsCreateQX",
    ),
    case(
        "a component that one task uses bears its name",
        {POST: operation(obj(any=ref("Opts")), obj(o=ref("Opts")))},
        "ThingsCreateParams ThingsCreateOpts ThingsCreateResponse ThingsCreateResponseOpts",
        Opts=obj(k=TEXT),
    ),
    case(
        "a component that several tasks use bears no name of theirs",
        {POST: operation(obj(x=ref("Opts"))), PUT: operation(obj(y=ref("Opts")))},
        "ThingsCreateParams ThingsUpdateParams Opts OptsDeep",
        Opts=obj(k=TEXT, deep=obj(z=TEXT)),
    ),
    case(
        "an answer that is a component is one class for all that answer it",
        {GET: operation(answer=ref("thing")), PUT: operation(_A, ref("thing"))},
        "ThingsUpdateParams ThingResponse",
        thing=obj(id=TEXT),
    ),
    case(
        "a component in two shapes has a class for each",
        {
            POST: operation({"oneOf": [{"title": "A", **obj(o=ref("O"))}, {"title": "B", **_A}]}),
            PUT: operation(
                obj(o=ref("O"), p={"required": ["n"], **obj(n=TEXT), "oneOf": [ref("O")]})
            ),
        },
        "AParams BParams ThingsUpdateParams O ThingsUpdateP",
        O=obj(k=TEXT),
    ),
    case(
        "two components of one name in Python",
        {POST: operation(obj(a=ref("foo-bar"), b=ref("foo_bar")))},
        "ThingsCreateParams ThingsCreateFooBarA ThingsCreateFooBarB",
        **{"foo-bar": _A, "foo_bar": _B},
    ),
    case(
        "two ways of one name in Python",
        {POST: operation(obj(entity=obj(schema=_A), entity_schema=_B))},
        "ThingsCreateParams ThingsCreateEntity ThingsCreateEntitySchemaA ThingsCreateEntitySchemaB",
    ),
    case(
        "a name that the client needs",
        {POST: operation({**_A, "title": "Stream"})},
        "ThingsCreateStreamParams",
    ),
    case(
        "a title without a letter",
        {POST: operation({**_A, "title": "***"}, _B)},
        "ThingsCreateParams ThingsCreateResponse",
    ),
    case(
        "one titled body of two operations, one of which answers",
        {POST: operation(ref("Thing"), _B), PUT: operation(ref("Thing"))},
        "ThingParams ThingResponse",
        Thing={**_A, "title": "Thing"},
    ),
    case(
        "one titled body of two operations that answer different things",
        {POST: operation(ref("Thing"), _A), PUT: operation(ref("Thing"), _B)},
        "ThingsCreateThingParams ThingsCreateThingResponse "
        "ThingsUpdateThingParams ThingsUpdateThingResponse",
        Thing={**_A, "title": "Thing"},
    ),
    case(
        "two titles of one name in one body",
        {POST: operation({"oneOf": [{**_A, "title": "T t"}, {**_B, "title": "t-t"}]})},
        "ThingsCreateTTAParams ThingsCreateTTBParams",
    ),
    case(
        "forms without a title share their answer",
        {POST: operation({"oneOf": [_A, _B]}, obj(c=TEXT))},
        "ThingsCreateAParams ThingsCreateBParams ThingsCreateResponse",
    ),
    case(
        "recursion through lists, maps, unions, allOf and null",
        {POST: operation(ref("Node"))},
        "ThingsCreateParams ThingsCreateNode",
        Node=obj(
            "n",
            n=TEXT,
            l=items(ref("Node")),
            m={"type": "object", "additionalProperties": ref("Node")},
            u={"oneOf": [TEXT, ref("Node")]},
            z={"oneOf": [{"type": "null"}, ref("Node")]},
        ),
    ),
    case(
        "recursion by way of another component, entered from both",
        {POST: operation(obj(n=ref("Node"), p=ref("Peer")))},
        "ThingsCreateParams ThingsCreateNode ThingsCreatePeer",
        Node=obj(peer=ref("Peer")),
        Peer=obj(back=ref("Node")),
    ),
    case(
        "what is too long leaves out the operation, else the outermost words",
        {
            "PUT /monitoring/digital/experience/traceroute/tests": operation(
                obj(
                    policy=ref("monitoring_traceroute_test_target_policy"),
                    statistics_by_location=obj(percentiles_by_hour=obj(round_trip=obj(p=TEXT))),
                )
            )
        },
        "MonitoringDigitalExperienceTracerouteTestsUpdateParams "
        "MonitoringTracerouteTestTargetPolicy "
        "MonitoringDigitalExperienceTracerouteTestsUpdateStatisticsByLocation "
        "MonitoringDigitalExperienceTracerouteTestsUpdatePercentilesByHour "
        "MonitoringDigitalExperienceTracerouteTestsUpdatePercentilesByHourRoundTrip",
        monitoring_traceroute_test_target_policy=_A,
    ),
)


@pytest.mark.parametrize("one", CASES, ids=str)
def test_classes(one: Case) -> None:
    operations = named(document(one.paths, **one.components))
    assert sorted(classes_of(operations)) == sorted(one.classes.split())


@pytest.mark.parametrize("one", CASES, ids=str)
def test_the_order_of_the_document_changes_no_name(one: Case) -> None:
    turned = document(_reversed(one.paths), **_reversed(one.components))
    assert sorted(classes_of(named(turned))) == sorted(one.classes.split())


def _reversed(node: Any, within: str = "") -> Any:
    """Operations, components and members of unions the other way around."""
    if isinstance(node, dict):
        pairs = node.items() if within else reversed(node.items())
        return {key: _reversed(value, key) for key, value in pairs}
    if isinstance(node, list):
        inside = [_reversed(one, "item") for one in node]
        return inside[::-1] if within == "oneOf" else inside
    return node


def test_the_module_of_a_task_has_the_words_of_its_title() -> None:
    """The name of its class, Text2Image, would make fewer of them."""
    templated, title = "POST /ai/run/{model}", {"title": "Text 2 image"}
    bodies, answers = (
        {"oneOf": [obj(one, **{one: TEXT}) | title, obj(other, **{other: TEXT})]}
        for one, other in (("prompt", "image"), ("text", "labels"))
    )
    run = operation(body=bodies, answer=answers, tags=["AI"])
    model = operation(body={"type": "object"}, tags=["AI Text 2 image"])
    paths = {templated: with_parameters(templated, run), "POST /ai/run/@cf/x/y": model}
    task = named(document(paths))[0].tasks[0]
    assert (task.title, task.module) == ("Text 2 image", "text_2_image")
