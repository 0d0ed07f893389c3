"""What the documents of other services taught, each kind as a call of a document of our own."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.pipeline import generate
from flaregen.understanding import Reading, read
from tests.names.documents import TEXT, obj, operation, with_parameters
from tests.support import service
from tests.support.concepts import imported
from tests.support.loopback import Answer, Loopback, envelope, serve
from tests.support.openapi import json_body, ref

_NAMES = tuple("abcdefghijkl")
_FORM = "application/x-www-form-urlencoded"
_SIZED = obj("type", type=TEXT, size={"type": "integer"})


def _with_body(media_type: str, schema: Any, *others: str, **besides: Any) -> dict[str, Any]:
    content = {kind: {"schema": schema, **besides} for kind in (media_type, *others)}
    return {
        **operation(answer=obj(id=TEXT)),
        "requestBody": {"required": True, "content": content},
    }


def _answered(*same: str, **others: Any) -> dict[str, Any]:
    alike = {kind: {"schema": ref("circle")} for kind in (*same, "application/json")}
    return {"responses": {"200": {"description": "", "content": {**alike, **others}}}}


def _with_encoding(media_type: str, **encoding: Any) -> dict[str, Any]:
    form = obj(title=TEXT, scores={"type": "array", "items": {"type": "integer"}})
    return _with_body(media_type, form, encoding={**encoding, "<any>": {"contentType": "a/b"}})


_FIXED = "/files/{file_id}/metadata/fixed/labels"
_PATHS: dict[str, Any] = {
    # A field of the body, and a parameter of the path that is called the same in Python.
    "PUT /phones/{AccountSid}": _with_body(_FORM, obj("Sid", AccountSid=TEXT, Sid=TEXT)),
    # A path that is a method, a resource, and a resource below it that is a method again.
    "POST /files/{file_id}/metadata/{scope}": operation(obj(a=TEXT), obj(id=TEXT)),
    f"POST {_FIXED}": operation(obj(a=TEXT), obj(id=TEXT)),
    f"GET {_FIXED}": operation(answer=obj(id=TEXT)),
    # Segments of paths that are called as types of Python.
    "POST /catalog/object": operation(obj(a=TEXT), obj(id=TEXT)),
    "GET /catalog/bytes": operation(answer=obj(id=TEXT)),
    # A resource that is called as the folder of classes that several use.
    "GET /components": operation(answer=obj(id=TEXT)),
    # Forms that hold each other, or say the same.
    "POST /volumes": operation({"anyOf": [obj("type", type=TEXT), _SIZED, _SIZED]}, obj(id=TEXT)),
    # Objects of one name in two operations that say the same.
    "POST /pay/customers/{id}": {
        **operation(obj(cash_balance=obj(settings=obj(mode=TEXT))), obj(id=TEXT)),
        "operationId": "create-customer",
    },
    "POST /pay/customers/{id}/cash_balance": {
        **operation(obj(settings=obj(mode=TEXT), other=TEXT), obj(id=TEXT)),
        "operationId": "set-balance",
    },
    # Any media type.
    "DELETE /things": _with_body("*/*", obj(reason=TEXT, days={"type": "integer"})),
    # Components that all refer to each other: more paths than any machine can follow.
    "GET /graph": operation(answer=ref("a")),
    "POST /graph": operation(ref("a"), ref("b")),
    # Components that hold the next one twice, of which no circle is made.
    "GET /tree": operation(answer=ref("t0")),
    "POST /tree": operation(ref("t0"), obj(id=TEXT)),
    "GET /events": {
        **operation(answer=obj(id=TEXT)),
        "parameters": [
            {"name": name, "in": "query", "schema": schema}
            for name, schema in (
                ("since", {"type": "string", "format": "date-time"}),
                ("kinds", {"type": "array", "items": TEXT}),
            )
        ],
    },
    "POST /events": operation(
        obj(names={"type": "array", "items": TEXT}, place=obj(city=TEXT, street=TEXT)),
        obj(id=TEXT),
    ),
    "POST /uploads": _with_body(
        "multipart/form-data", obj(file={"type": "string", "format": "binary"}, kind=TEXT)
    ),
    # Forms whose fields are not written as usual.
    "POST /reports": _with_encoding(
        "multipart/form-data", scores={"contentType": "application/json"}
    ),
    "POST /covers": _with_body(
        "multipart/form-data",
        obj(title=TEXT, data={"type": "string", "format": "byte"}),
        encoding={"title": {"contentType": "application/json"}},
    ),
    "POST /searches": _with_encoding(
        _FORM, title={"allowReserved": True}, scores={"style": "form", "explode": False}
    ),
    # A body that is one file, of several media types.
    "PUT /logos": _with_body("image/png", {"type": "string", "format": "binary"}, "image/webp"),
    # A body that is a day.
    "PUT /holidays": _with_body("application/json", {"type": "string", "format": "date"}),
    # A form that is described as the one file, or the files, in it.
    "POST /attachments": _with_body("multipart/form-data", {"type": "string", "format": "binary"}),
    "GET /texts": {"responses": {"200": {"description": "", "content": {"text/plain": {}}}}},
    "GET /lines": {
        "responses": {"200": {"description": "", "content": {"application/x-ndjson": {}}}}
    },
    "GET /pictures": {"responses": {"200": {"description": "", "content": {"image/*": {}}}}},
    # XML and text that say the same as the JSON beside them, and text that does not.
    "GET /animals": _answered("text/xml", "text/plain"),
    "GET /plants": _answered("text/xml", **{"text/csv": {}}),
    # Two statuses of success, each with its own answer, and a third without a body.
    "POST /jobs": {
        "responses": {
            "200": {"description": "", **json_body(obj(result=obj("done", done=TEXT)))},
            "202": {"description": "", **json_body(obj(result=obj("ticket", ticket=TEXT)))},
            "204": {"description": ""},
        }
    },
    "GET /shapes": operation(
        answer={
            "oneOf": [ref("circle"), ref("square")],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"round": "#/components/schemas/circle", "square": "square"},
            },
        }
    ),
    # What inherits from a component with a discriminator.
    "POST /garages": operation(
        obj(best=ref("vehicle")), obj(all={"type": "array", "items": ref("vehicle")})
    ),
    # A number among texts.
    "GET /levels/{level}": {
        **operation(answer=obj(id=TEXT)),
        "parameters": [
            {
                "name": "level",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "enum": [1, 2]},
            }
        ],
    },
    # Dates, flags and lists, and which of several styles they have.
    "GET /boards/{day}/{is_late}/{stations}": {
        **operation(answer=obj(id=TEXT)),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": schema, **style}
            for name, schema, style in (
                ("day", {"type": "string", "format": "date"}, {}),
                ("is_late", {"type": "boolean"}, {"style": "label"}),
                ("stations", {"type": "array", "items": TEXT}, {"style": "matrix"}),
            )
        ],
    },
    # Numbers alone.
    "GET /speeds/{speed}": {
        **operation(answer=obj(id=TEXT)),
        "parameters": [
            {
                "name": "speed",
                "in": "path",
                "required": True,
                "schema": {"type": "integer", "enum": [300, 600]},
            }
        ],
    },
}
_CIRCLE = {
    name: obj("name", name=TEXT, **{f"to_{other}": ref(other) for other in _NAMES})
    for name in _NAMES
}


_TREE = {f"t{n}": obj(left=ref(f"t{n + 1}"), right=ref(f"t{n + 1}")) for n in range(16)}
_TREE["t16"] = obj("leaf", leaf=TEXT)
_SHAPES = {
    "circle": obj("kind", kind=TEXT, size={"type": "integer"}),
    "square": obj("kind", kind=TEXT, size={"type": "integer"}),
    "vehicle": {
        **obj("kind", kind=TEXT),
        "discriminator": {"propertyName": "kind", "mapping": {"c": "car", "l": "lorry"}},
    },
    "car": {"allOf": [ref("vehicle"), obj(seats={"type": "integer"}, spare=ref("vehicle"))]},
    "lorry": {"allOf": [ref("car"), obj(load={"type": "integer"})]},
}


def _document() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for label, node in _PATHS.items():
        method, _, path = label.partition(" ")
        found = node if "parameters" in node else with_parameters(label, node)
        paths.setdefault(path, {})[method.lower()] = found
    info = {"title": "Others", "version": "1"}
    return {
        "openapi": "3.1.0",
        "info": info,
        "paths": paths,
        "components": {"schemas": _CIRCLE | _TREE | _SHAPES},
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("others")


@pytest.fixture(scope="module")
def reading(folder: Path) -> Reading:
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(_document()), encoding="utf-8")
    config = replace(configuration.load(None), overlays=(), names=None, scopes=())
    return read(replace(config, spec=str(spec), operations=("*",)))


@pytest.fixture(scope="module")
def package(folder: Path, reading: Reading) -> Iterator[Any]:
    config = replace(configuration.load(None), package="of_others", project=False)
    with imported(generate(config, reading), folder, config.package) as found:
        yield found


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serve(envelope({"id": "x"})) as found:
        yield found


@pytest.fixture
def client(package: Any, server: Loopback) -> Iterator[Any]:
    options: Any = {"api_token": "t", "base_url": server.url, "on_drift": "raise"}
    with package.Cloudflare(**options) as found:
        yield found


def test_what_inherits_from_a_component(client: Any, server: Loopback) -> None:
    sent = [{"kind": "c", "spare": {"kind": "l", "load": 2}}, {"kind": "l"}, {"kind": "other"}]
    server.answer = lambda _: envelope({"all": sent})
    car, lorry, other = client.garages.create(best={"kind": "l", "load": 1}).all
    assert server.last.json() == {"best": {"kind": "l", "load": 1}}
    assert (car.spare.load, lorry.load, lorry.seats) == (2, None, None)
    assert not hasattr(car, "load")
    assert not hasattr(other, "seats")


def test_a_field_next_to_a_parameter_of_its_name(client: Any, server: Loopback) -> None:
    client.phones.update("in-path", account_sid_="in-body", sid="s")
    assert server.last.path == "/phones/in-path"
    assert server.last.body == b"AccountSid=in-body&Sid=s"


def test_a_method_and_resources_of_one_path(client: Any, server: Loopback) -> None:
    assert client.files.metadata("s", file_id="f", a="x").id == "x"
    assert server.last.path == "/files/f/metadata/s"
    calls = [
        client.files.metadata_.fixed.labels.get("f"),
        client.files.metadata_.fixed.labels.create("f", a="x"),
    ]
    assert [call.id for call in calls] == ["x", "x"]
    assert {one.path for one in server.received[1:]} == {"/files/f/metadata/fixed/labels"}


def test_segments_that_are_called_as_types(client: Any, folder: Path) -> None:
    assert client.catalog.object_(a="x").id == client.catalog.bytes_.get().id == "x"


def test_a_resource_that_is_called_as_a_folder(client: Any) -> None:
    assert client.components.get().id == "x"


def test_forms_that_say_the_same_are_one(client: Any, package: Any, reading: Reading) -> None:
    (volumes,) = (one for one in reading.operations if one.resource == "volumes")
    names = [form.cls.name for task in volumes.tasks for form in task.variants]
    assert len(names) == len({*names}) == 2
    assert client.volumes.create(type="t", size=3).id == "x"
    assert "quoted-enum" in {one.code for one in reading.remarks}


def test_objects_of_one_name_in_two_operations(package: Any, reading: Reading) -> None:
    names = {
        cls.name
        for one in reading.operations
        for task in one.tasks
        for cls in task.nested
        if one.operation.path.startswith("/pay") and cls.name.count("Settings")
    }
    assert names == {
        "PayCustomersCashBalanceSettingsCreateCustomer",
        "PayCustomersCashBalanceSettingsSetBalance",
    }
    assert all(hasattr(package, name) for name in names)


def test_any_media_type_is_json_for_an_object(client: Any, server: Loopback) -> None:
    client.things.delete(reason="r", days=3)
    assert server.last.headers["content-type"] == "application/json"
    assert server.last.json() == {"reason": "r", "days": 3}


def test_components_that_refer_to_each_other(package: Any) -> None:
    answer = {"name": "a", "to_b": {"name": "b", "to_l": {"name": "l", "to_a": {"name": "a2"}}}}
    with (
        serve(envelope(answer)) as server,
        package.Cloudflare(api_token="t", base_url=server.url, on_drift="raise") as client,
    ):
        found = client.graph.get()
        assert found.to_b.to_l.to_a.name == "a2"
        assert type(found.to_b.to_l) is type(found.to_b.to_l.to_a.to_l or found.to_b.to_l)
        client.graph.create(name="a", to_c={"name": "c", "to_d": {"name": "d"}})
        assert server.last.json() == {"name": "a", "to_c": {"name": "c", "to_d": {"name": "d"}}}
    wrong = {**answer, "to_b": {"name": "b", "to_l": {"name": 1}}}
    with (
        serve(envelope(wrong)) as server,
        package.Cloudflare(api_token="t", base_url=server.url, on_drift="raise") as client,
        pytest.raises(package.SchemaDriftError, match=r"to_b\.to_l\.name"),
    ):
        client.graph.get()


def test_components_that_each_hold_another_one_twice(package: Any) -> None:
    right: dict[str, Any] = {"leaf": "l"}
    wrong: dict[str, Any] = {"leaf": 1}
    for _ in range(16):
        right, wrong = {"left": right}, {"right": wrong}
    said: Any = right
    with (
        serve(lambda _: envelope(said)) as server,
        package.Cloudflare(api_token="t", base_url=server.url, on_drift="raise") as client,
    ):
        assert client.tree.get().to_dict() == right
        said = wrong
        with pytest.raises(package.SchemaDriftError, match=r"right\.leaf: expected str"):
            client.tree.get()
        said = {"id": "x"}
        client.tree.create(**right)
        assert server.last.json() == right


def test_a_number_among_texts(client: Any, server: Loopback) -> None:
    client.levels.get("2")
    assert server.last.path == "/levels/2"


def test_a_number_of_several_in_a_path(client: Any, server: Loopback) -> None:
    client.speeds.get(300)
    assert server.last.path == "/speeds/300"


def test_values_of_a_path(client: Any, package: Any, server: Loopback) -> None:
    day = dt.date(2024, 1, 2)
    client.boards.get(["a", "b/c"], day=day, is_late=True)
    assert server.last.path == "/boards/2024-01-02/.true/;stations=a,b%2Fc"
    client.boards.get((one for one in "ab"), day="today", is_late=False)
    assert server.last.path == "/boards/today/.false/;stations=a,b"
    with pytest.raises(ValueError, match="Expected a value for `day`"):
        client.boards.get(["a"], day=package.UNSET, is_late=True)


def test_arguments_of_the_official_sdk(client: Any, package: Any, server: Loopback) -> None:
    day = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    client.events.get(since=day, kinds=(kind for kind in "ab"), timeout=package.UNSET)
    query = "since=2024-01-02T03%3A04%3A05%2B00%3A00&kinds=a&kinds=b"
    assert server.last.path == f"/events?{query}"
    client.events.get(since=dt.date(2024, 1, 2), kinds=package.UNSET, extra_query=None)
    assert server.last.path == "/events?since=2024-01-02"
    client.events.get(kinds=range(2))
    assert server.last.path == "/events?kinds=0&kinds=1"
    place = {"city": "c", "street": package.UNSET}
    client.events.create(names={"a": 1, "b": 2}.keys(), place=place, extra_body={"more": 1})
    assert server.last.json() == {"names": ["a", "b"], "place": {"city": "c"}, "more": 1}


@pytest.mark.parametrize(
    ("file", "name", "kind"),
    [
        (("a.json", b"{}"), "a.json", "application/json"),
        (("a", io.BytesIO(b"{}"), "text/x"), "a", "text/x"),
        (("a", b"{}", "text/x", {"X-More": "y"}), "a", "text/x"),
        (("a.json", b"{}", None), "a.json", "application/json"),
        ((None, b"{}"), "", "application/octet-stream"),
    ],
)
def test_files_with_names(client: Any, server: Loopback, file: Any, name: str, kind: str) -> None:
    client.uploads.create(file=file, kind="k")
    sent, other = service.parts(server.last)
    assert (sent.name, sent.file, sent.media_type, sent.content) == ("file", name, kind, b"{}")
    assert other.content == b"k"


def test_fields_that_are_written_as_the_document_says(client: Any, server: Loopback) -> None:
    client.reports.create(title="a", scores=[1, 2])
    parts = [(part.name, part.media_type, part.content) for part in service.parts(server.last)]
    assert parts[1:] == [("scores", "application/json", b"[1,2]")]
    client.searches.create(title="a/b?c&d", scores=[1, 2])
    assert server.last.body == b"title=a/b?c%26d&scores=1,2"


def test_a_dict_is_written_as_keywords_are(client: Any, server: Loopback) -> None:
    cover: Any = {"title": "a", "data": b"\0\1"}
    for params, keywords in (cover, {}), (None, {"body": cover}), (None, cover):
        client.covers.create(params, **keywords)
        parts = [(part.name, part.media_type, part.content) for part in service.parts(server.last)]
        assert parts == [("title", "application/json", b'"a"'), ("data", "", b"AAE=")]


@pytest.mark.parametrize(
    ("file", "kind"),
    [(b"RIFF0000WEBPVP8 ", "image/webp"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"x", "image/png")],
)
def test_a_file_has_its_own_media_type(
    client: Any, server: Loopback, file: bytes, kind: str
) -> None:
    client.logos.update(file)
    assert server.last.headers["content-type"] == kind


def test_a_body_that_is_a_day(client: Any, server: Loopback) -> None:
    client.holidays.update(dt.date(2024, 1, 2))
    assert server.last.body == b'"2024-01-02"'


def test_a_form_without_names(client: Any, server: Loopback) -> None:
    client.attachments.create({"upload": ("a.txt", b"x")})
    assert "a mapping, sent as multipart/form-data" in (client.attachments.create.__doc__ or "")
    (part,) = service.parts(server.last)
    assert (part.name, part.file, part.content) == ("upload", "a.txt", b"x")


@pytest.mark.parametrize(
    ("resource", "kind", "body"),
    [
        ("texts", "text/plain; charset=utf-8", "é".encode()),
        ("lines", "application/x-ndjson", b'{"a":1}\n{"a":2}\n'),
        ("pictures", "image/webp", b"RIFF\0\0\0\0WEBP"),
    ],
)
def test_answers_that_are_files(package: Any, resource: str, kind: str, body: bytes) -> None:
    with (
        serve(Answer(body, headers={"Content-Type": kind})) as server,
        package.Cloudflare(api_token="t", base_url=server.url, on_drift="raise") as client,
    ):
        found = getattr(client, resource).list()
        assert type(found) is package.BinaryResponse
        assert (found.content, found.media_type) == (body, kind.partition(";")[0])


def test_json_is_asked_for_where_other_types_say_the_same(client: Any, server: Loopback) -> None:
    server.answer = lambda _: envelope({"kind": "round"})
    client.animals.get()
    assert server.last.headers["accept"] == "application/json"
    client.animals.get(extra_headers={"Accept": "text/xml"})
    assert server.last.headers["accept"] == "text/xml"
    client.with_options(default_headers={"Accept": "text/xml"}).animals.get()
    assert server.last.headers["accept"] == "text/xml"
    client.plants.get()
    assert server.last.headers["accept"] == "*/*"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (envelope({"done": "d"}), {"done": "d"}),
        (replace(envelope({"ticket": "t"}), status=202), {"ticket": "t"}),
        (Answer(status=204), None),
    ],
)
def test_answers_of_several_statuses(package: Any, answer: Answer, expected: Any) -> None:
    with (
        serve(answer) as server,
        package.Cloudflare(api_token="t", base_url=server.url, on_drift="raise") as client,
    ):
        found = client.jobs.create()
        assert (found if expected is None else found.to_dict()) == expected


@pytest.mark.parametrize(("kind", "name"), [("round", "Circle"), ("square", "Square")])
def test_answers_by_a_discriminator(package: Any, kind: str, name: str) -> None:
    with (
        serve(envelope({"kind": kind, "size": 1})) as server,
        package.Cloudflare(api_token="t", base_url=server.url, on_drift="raise") as client,
    ):
        assert name in type(client.shapes.get()).__name__
