"""Whatever is emitted for a golden document is imported, type-checked and called."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from flaregen.names import derived_methods
from flaregen.names.named import NamedOperation, NamedParameter, NamedTask, NamedVariant
from flaregen.schemas.schema import Array, Object
from tests.support import service
from tests.support.concepts import CONCEPTS, Concept, emitted, package_of, reading_of, write
from tests.support.documents import sample
from tests.support.loopback import Answer, Received, envelope, serve

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every golden package on disk, importable."""
    folder = tmp_path_factory.mktemp("packages")
    for concept in CONCEPTS:
        write(emitted(concept), folder)
    sys.path.insert(0, str(folder))
    return folder


@pytest.mark.parametrize("concept", CONCEPTS, ids=str)
def test_compiles(concept: Concept) -> None:
    for file in emitted(concept):
        if file.path.suffix == ".py":
            ast.parse(file.content, str(file.path), feature_version=(3, 11))


@pytest.mark.long
def test_mypy_is_content(packages: Path, tmp_path: Path) -> None:
    names = [package_of(concept) for concept in CONCEPTS]
    command = ["mypy", "--strict", f"--cache-dir={tmp_path}", *names]
    done = _run(command, packages)
    assert done.returncode == 0, done.stdout


@pytest.mark.long
def test_pyright_is_content(packages: Path) -> None:
    """The runtime, which they all have, is checked with the package that is committed."""
    config = {
        "typeCheckingMode": "standard",
        "include": ["golden_*"],
        "exclude": ["**/_runtime"],
        "pythonVersion": "3.11",
    }
    (packages / "pyrightconfig.json").write_text(json.dumps(config))
    done = _run(["pyright", f"--pythonpath={sys.executable}", f"--project={packages}"], packages)
    assert done.returncode == 0, done.stdout


def _variants() -> list[Any]:
    return [
        pytest.param(concept, operation, task, variant, id=f"{concept}-{variant.cls.name}")
        for concept in CONCEPTS
        for named in reading_of(concept).operations
        for operation in named.methods
        for task in operation.tasks
        for variant in task.variants
    ]


@pytest.mark.parametrize("full", [True, False], ids=["every-field", "required-fields"])
@pytest.mark.parametrize(("concept", "operation", "task", "variant"), _variants())
def test_called(
    packages: Path,
    concept: Concept,
    operation: NamedOperation,
    task: NamedTask,
    variant: NamedVariant,
    full: bool,
) -> None:
    package = importlib.import_module(package_of(concept))
    document = sample(variant.cls.schema, full=full)
    document.pop(variant.variant.stream_flag, None)
    params = getattr(package, variant.cls.name).from_dict(document)
    assert params.to_dict() == document
    result = _result(task)
    with serve(_answer(task, result)) as server:
        answer = _call(package, server.url, operation, params)
    sent = server.last
    assert sent.path == _path(operation)
    if operation.operation.media_type == "multipart/form-data":
        assert {part.name for part in service.parts(sent)} == {*document}
    else:
        assert sent.json() == document
        assert sent.headers["content-type"] == operation.operation.media_type
    _check_answer(package, task, answer, result)


def test_called_by_keywords_of_either_name(packages: Path) -> None:
    """The names that Python needs, and the document's own where they can be written."""
    concept = next(c for c in CONCEPTS if c.name == "names_that_are_no_identifiers")
    package = importlib.import_module(package_of(concept))
    (operation,) = reading_of(concept).operations
    ((variant,),) = (task.variants for task in operation.tasks)
    document = sample(variant.cls.schema, full=True)
    fields = variant.cls.fields
    assert sum(field.name != field.wire for field in fields) > 5
    result = {"import": "x", "inner": {"not": True}}
    by_python_name = {field.name: document[field.wire] for field in fields}
    # Methods have an argument of that name themselves.
    by_wire_name = {"self_" if n == "self" else n: value for n, value in document.items()}
    with serve(envelope(result)) as server:
        for keywords in (by_python_name, by_wire_name):
            answer = _call(package, server.url, operation, **keywords)
            assert server.last.json() == document
            assert (answer.import_, answer.inner.not_) == ("x", True)
        both = {field.name: 1 for field in fields if field.name not in by_wire_name}
        _call(package, server.url, operation, **by_wire_name, **both)
        # Neither value takes the place of the other.
        assert server.last.json() == {**document, **both}
        for field in fields:
            others = [one for one in fields if one.required and one is not field]
            wire = {one.wire: document[one.wire] for one in (*others, field)}
            for name in {field.name, field.wire} - {"self"}:
                alone = {one.name: document[one.wire] for one in others}
                _call(package, server.url, operation, **alone, **{name: document[field.wire]})
                assert server.last.json() == wire, name


_PROBE: dict[str, Any] = {
    "address": "a",
    "timeout": 7,
    "max_retries": 3,
    "params": ["p"],
    "probe_id": "inside",
    "probe_id_": "third",
    "http": {"method": "GET", "expected-codes": ["2xx"]},
    "labels": {"owner": "me", "other": 1},
}


def test_fields_with_the_names_of_options_are_fields(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "keywords")
    package = importlib.import_module(package_of(concept))
    keywords = {"probe_id__" if name == "probe_id" else name: v for name, v in _PROBE.items()}
    with (
        serve(envelope({"id": "x"})) as server,
        package.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        probe = partial(client.probes.update, zone_id="z")
        assert (
            probe("outside", **keywords, dry=True, timeout_option=30, max_retries_option=0).id
            == "x"
        )
        assert server.last.path == "/zones/z/probes/outside?dry=true"
        assert server.last.json() == _PROBE
        params = package.ProbesUpdateParams(address="a", timeout=7)
        probe("outside", params, timeout=30, max_retries=0)
        assert server.last.json() == {"address": "a", "timeout": 7}
        for name in ("timeout", "max_retries"):
            with pytest.raises(ValueError, match=f"`{name}` to be 0 or more"):
                probe("outside", **keywords, **{f"{name}_option": -1})
            with pytest.raises(ValueError, match=f"`{name}` to be 0 or more"):
                probe("outside", params, **{name: -1})
        raw = client.probes.with_raw_response.update(
            "o", **keywords, zone_id="z", timeout_option=30
        )
        assert raw.parse().id == "x"
        assert server.last.json() == _PROBE
        client.records.create(type="TXT", content="x", quoted=True, zone_id="z")
        assert server.last.json() == {"type": "TXT", "content": "x", "quoted": True}
    assert len(server.received) == 4


_BODIES: tuple[tuple[str, tuple[Any, ...], dict[str, Any], str, str, bytes], ...] = (
    (
        "lists.items.create",
        (7,),
        {"body": [{"ip": "1.2.3.4", "note": {"text": "x"}}, {"ip": "::1", "kind": "v6"}]},
        "POST /lists/7/items",
        "application/json",
        b'[{"ip":"1.2.3.4","note":{"text":"x"}},{"ip":"::1","kind":"v6"}]',
    ),
    ("lists.items.create", ("7", []), {}, "POST /lists/7/items", "application/json", b"[]"),
    ("lists.items.bulk_delete", (7,), {}, "DELETE /lists/7/items", "", b""),
    (
        "lists.items.bulk_delete",
        (7, ["a"]),
        {},
        "DELETE /lists/7/items",
        "application/json",
        b'["a"]',
    ),
    (
        "lists.mode.update",
        ("open", "fast"),
        {"list_id": 7},
        "PUT /lists/7/mode/open",
        "application/json",
        b'"fast"',
    ),
    (
        "vectors.create",
        ([{"id": "a", "values": [1, 2.5]}, {"id": "b"}],),
        {},
        "POST /vectors",
        "application/x-ndjson",
        b'{"id":"a","values":[1,2.5]}\n{"id":"b"}\n',
    ),
    ("vectors.create", ("{}\n",), {}, "POST /vectors", "application/x-ndjson", b"{}\n"),
    ("vectors.create", (b"{}",), {}, "POST /vectors", "application/x-ndjson", b"{}"),
    (
        "scripts.update",
        ("s", "é()"),
        {"upload_length": 4},
        "PUT /scripts/s",
        "application/javascript",
        "é()".encode(),
    ),
    (
        "scripts.content.update",
        ("s", "x()"),
        {},
        "PUT /scripts/s/content",
        "application/javascript",
        b"x()",
    ),
    ("lists.limit.update", (7, 3), {}, "PUT /lists/7/limit", "application/json", b"3"),
    ("lists.limit.update", (7, None), {}, "PUT /lists/7/limit", "application/json", b"null"),
    *(
        (name, (7,), given, called, "application/json" if content else "", content)
        for name, called, given, content in (
            ("lists.order.update", "PUT /lists/7/order", {"by": "ip"}, b'{"by":"ip"}'),
            ("lists.order.update", "PUT /lists/7/order", {"body": [{"ip": "1"}]}, b'[{"ip":"1"}]'),
            ("lists.order.update", "PUT /lists/7/order", {"body": "random"}, b'"random"'),
            ("lists.order.update", "PUT /lists/7/order", {"body": None}, b"null"),
            ("lists.owner.update", "PUT /lists/7/owner", {}, b""),
            ("lists.owner.update", "PUT /lists/7/owner", {"params": None}, b""),
            ("lists.owner.update", "PUT /lists/7/owner", {"name": "me"}, b'{"name":"me"}'),
            ("lists.owner.update", "PUT /lists/7/owner", {"body": None}, b"null"),
            ("lists.ids.bulk_update", "PUT /lists/7/ids", {}, b""),
            ("lists.ids.bulk_update", "PUT /lists/7/ids", {"body": None}, b"null"),
            ("lists.check", "POST /lists/7/check", {}, b"{}"),
            ("lists.check", "POST /lists/7/check", {"body": None}, b"null"),
        )
    ),
    ("files.update", ("f", b"\0"), {}, "PUT /files/f", "application/octet-stream", b"\0"),
    ("files.update", ("f",), {}, "PUT /files/f", "", b""),
)


def _bodies(packages: Path) -> ModuleType:
    assert packages.is_dir()
    concept = next(c for c in CONCEPTS if c.name == "bodies")
    assert reading_of(concept).remarks == ()
    return importlib.import_module(package_of(concept))


async def test_bodies_that_are_no_object(packages: Path, anyio_backend: str) -> None:
    package = _bodies(packages)
    with serve(envelope({"id": "x"})) as server:
        options = {"api_token": "token", "base_url": server.url, "on_drift": "raise"}
        with package.Cloudflare(**options) as client:
            for name, given, keywords, called, media_type, content in _BODIES:
                resource, _, method = name.rpartition(".")
                target = attrgetter(resource)(client)
                answer = getattr(target, method)(*given, **keywords)
                raw = getattr(target.with_raw_response, method)(*given, **keywords).parse()
                async with package.AsyncCloudflare(**options) as other:
                    late = await getattr(attrgetter(resource)(other), method)(*given, **keywords)
                assert answer.id == "x"
                assert raw == late == answer
                for sent in server.received[-3:]:
                    assert f"{sent.method} {sent.path}" == called
                    assert (sent.headers.get("content-type", ""), sent.body) == (
                        media_type,
                        content,
                    )
            # A form cannot be null, whatever its schema says, and one without parts has an end.
            client.files.captions.update("f", body=None)
            end = server.last.headers["content-type"].removeprefix("multipart/form-data; boundary=")
            assert server.last.body == f"--{end}--\r\n".encode()
            client.scripts.content.update("s", metadata={"main": "a"}, script=b"x()")
            assert {part.name for part in service.parts(server.last)} == {"metadata", "script"}


def test_a_body_that_may_be_null_is_required(packages: Path) -> None:
    package = _bodies(packages)
    with package.Cloudflare(api_token="token") as client, pytest.raises(TypeError, match="body"):
        client.lists.limit.update(7)


def test_bytes_are_streamed_for_a_body_that_is_no_object(packages: Path) -> None:
    package = _bodies(packages)
    picture = Answer(b"\x89PNG", headers={"Content-Type": "image/png"})
    with (
        serve(lambda _: picture) as server,
        package.Cloudflare(api_token="token", base_url=server.url) as client,
        client.files.stream_bytes("f", 3) as stream,
    ):
        assert b"".join(stream) == b"\x89PNG"
        assert server.last.body == b"3"


def test_headers_and_cookies_are_keywords(packages: Path) -> None:
    package = _bodies(packages)
    with (
        serve(envelope({"id": "x"})) as server,
        package.Cloudflare(
            api_token="token", base_url=server.url, default_headers={"Cookie": "a=b"}
        ) as client,
    ):
        update = client.scripts.update
        update("s", "x", upload_length=1, x_flags=[True, False], cf_body_part="p", session="s1")
        sent = server.last.headers
        assert (sent["upload-length"], sent["x-flags"]) == ("1", "true,false")
        assert (sent["cf-body-part"], sent["cookie"]) == ("p", "a=b; session=s1")
        assert sent["authorization"] == "Bearer token"
        update("s", "x", upload_length=2, extra_headers={"Upload-Length": "3"})
        sent = server.last.headers
        assert (sent["upload-length"], sent["cookie"]) == ("3", "a=b")
        assert not {"x-flags", "cf-body-part"} & sent.keys()
        with pytest.raises(TypeError, match="upload_length"):
            update("s", "x")
        with pytest.raises(ValueError, match="CF-Body-Part"):
            update("s", "x", upload_length=1, cf_body_part="a\r\nb: c")
    assert len(server.received) == 2


def test_what_is_no_body_is_refused(packages: Path) -> None:
    package = _bodies(packages)
    with (
        serve(envelope({"id": "x"})) as server,
        package.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        for call in (
            lambda: client.files.update("f", "/etc/passwd"),
            lambda: client.scripts.update("s", ["x"], upload_length=1),
            lambda: client.scripts.update("s", 7, upload_length=1),
            lambda: client.lists.items.create(True, []),
        ):
            with pytest.raises(TypeError, match=r"^Expected "):
                call()
        for wrong in (
            lambda: client.lists.items.create(7, [], ids=["x"]),
            lambda: client.lists.items.bulk_delete(7, ids=["x"]),
            lambda: client.files.update("f", ids=["x"]),
        ):
            with pytest.raises(TypeError, match=r"takes `body`, and not 'ids': `extra_query` "):
                wrong()
    assert server.received == []


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), status, {"Content-Type": "application/json"})


def _file(media_type: str, content: bytes = b"text") -> Answer:
    return Answer(content, headers={"Content-Type": media_type})


_SHIP = {"name": "Argo", "errors": ["leak"]}
_ANSWERS: dict[str, tuple[Answer, str, Any]] = {
    "bare.get": (_json(_SHIP), "ShipResponse", _SHIP),
    "crew.list": (_json([_SHIP]), "list", [_SHIP]),
    "resultless.delete": (
        _json({"success": True, "errors": []}),
        "ShipsResultlessDeleteResponse",
        {"success": True, "errors": []},
    ),
    "empty": (Answer(), "NoneType", None),
    "either.get": (_json({"result": {"name": "Argo"}}), "ShipResponse", {"name": "Argo"}),
    "log.get": (_file("text/plain; charset=utf-8"), "BinaryResponse", b"text"),
    "photo.get": (_file("image/webp", b"RIFF"), "BinaryResponse", b"RIFF"),
    "odd.get": (_file("multipart/form-data; boundary=x"), "BinaryResponse", b"text"),
    "kinds.get": (
        _json({"result": {"kind": "motor", "power": 7}}),
        "ShipsKindsGetResponseMotor",
        {"kind": "motor", "power": 7},
    ),
}


def _plain(answer: Any) -> Any:
    if isinstance(answer, list):
        return [one.to_dict() for one in answer]
    return getattr(answer, "content", None) or (answer.to_dict() if answer is not None else None)


async def test_answers_of_every_kind(packages: Path, anyio_backend: str) -> None:
    concept = next(c for c in CONCEPTS if c.name == "answers")
    package = importlib.import_module(package_of(concept))
    assert [one.code for one in reading_of(concept).remarks] == ["answer-not-read"]
    waiting: list[Answer] = []
    with serve(lambda _: waiting[-1]) as server:
        options = {"api_token": "token", "base_url": server.url, "on_drift": "raise"}
        client = package.Cloudflare(**options, max_retries=0)
        other = package.AsyncCloudflare(**options, max_retries=0)
        for name, (sent, kind, plain) in _ANSWERS.items():
            waiting.append(sent)
            for answer in (
                attrgetter(name)(client.ships)(),
                attrgetter(name)(client.ships.with_raw_response)().parse(),
                await attrgetter(name)(other.ships)(),
            ):
                assert (type(answer).__name__, _plain(answer)) == (kind, plain), name
        ships = client.ships
        waiting.append(_json({"result": {"task": "t"}}, 202))
        assert ships.either.get().task == "t"
        waiting.append(Answer(status=204))
        assert ships.either.get() is None
        # A service that has an envelope all the same, and one that says that it failed.
        waiting.append(_json({"success": True, "result": _SHIP}))
        assert ships.bare.get().name == "Argo"
        waiting.append(_json({"success": True, "result": [_SHIP]}))
        assert ships.crew.list()[0].name == "Argo"
        for failure in (ships.bare.get, ships.resultless.delete, ships.crew.list):
            waiting.append(_json({"success": False, "errors": [{"code": 7, "message": "no"}]}))
            with pytest.raises(package.APIStatusError, match="no"):
                failure()
        waiting.append(Answer())
        with pytest.raises(package.APIResponseError, match="empty"):
            ships.bare.get()
        waiting.append(_json({"nome": "Argo"}))
        with pytest.raises(package.SchemaDriftError, match="name"):
            ships.bare.get()
        client.close()
        await other.close()


def test_bytes_alone_are_sent_as_they_are(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "binary_in_and_out")
    package = importlib.import_module(package_of(concept))
    (operation,) = reading_of(concept).operations
    with serve(envelope({"text": "hello"})) as server:
        answer = _call(package, server.url, operation, package.RecognitionParams(audio=b"\1\2"))
        assert answer == package.RecognitionResponse(text="hello")
        assert server.last.headers["content-type"] == "application/octet-stream"
        assert server.last.body == b"\1\2"
        params = package.RecognitionParams(audio=b"\1\2", language="en")
        _call(package, server.url, operation, params)
        assert server.last.json() == {"audio": [1, 2], "language": "en"}


def test_free_form_takes_a_mapping_or_bytes(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "free_form")
    package = importlib.import_module(package_of(concept))
    (operation,) = reading_of(concept).operations
    with serve(envelope({"any": ["thing"]})) as server:
        assert _call(package, server.url, operation, {"text": "x"}) == {"any": ["thing"]}
        assert server.last.json() == {"text": "x"}
        assert _call(package, server.url, operation, b"bytes") == {"any": ["thing"]}
        assert server.last.body == b"bytes"
        for body in ({"body": 1}, [{"cron": "* * * * *"}], b"bytes"):
            _call(package, server.url, operation, body=body)
            assert server.last.body == (body if isinstance(body, bytes) else encoded(body))
        _call(package, server.url, operation, body=1, text="x")
        assert server.last.json() == {"body": 1, "text": "x"}


def encoded(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def test_answers_of_a_kind_that_the_document_names_are_files(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "nested_resources")
    package = importlib.import_module(package_of(concept))
    answers = {
        "/museum/archive/catalogue": ("text/csv; charset=utf-8", b'{"a",b\n1,2\n'),
        "/museum/archive/guide": ("application/pdf", b"%PDF-"),
    }

    def answer(request: Received) -> Answer:
        media_type, content = answers[request.path]
        return Answer(content, headers={"Content-Type": media_type})

    options = {"api_token": "token", "on_drift": "raise"}
    with serve(answer) as server, package.Cloudflare(base_url=server.url, **options) as client:
        for path, (media_type, content) in answers.items():
            found = getattr(client.museum.archive, path.rpartition("/")[2])()
            assert (type(found), found.content) == (package.BinaryResponse, content)
            assert found.media_type == media_type.partition(";")[0]
        answers["/museum/archive/guide"] = "application/json", b'{"result": {"shelf": "a"}}'
        assert client.museum.archive.guide().shelf == "a"
        answers["/museum/archive/catalogue"] = "text/html", b"<html>"
        with pytest.raises(package.APIResponseError):
            client.museum.archive.catalogue()


def test_a_body_of_bytes_has_the_answer_of_its_form(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "bytes_alone")
    package = importlib.import_module(package_of(concept))
    (operation,) = reading_of(concept).operations
    assert reading_of(concept).remarks == ()
    with serve(envelope({"text": "hello"})) as server:
        answer = _call(package, server.url, operation, b"RIFF")
        assert answer == package.SpeechResponse(text="hello")
        assert server.last.body == b"RIFF"


@pytest.fixture
def shelves(packages: Path) -> ModuleType:
    concept = next(c for c in CONCEPTS if c.name == "query_parameters")
    return importlib.import_module(package_of(concept))


def test_operations_without_a_body(shelves: ModuleType) -> None:
    query: dict[str, Any] = {
        "shelf_": "other",
        "order_by": "title",
        "timeout_": 2.5,
        "limit": None,
        "lent": False,
        "tags": ["a b", "c&d"],
        "since": 1999,
        "at": "https://a.test/b?c=d&e",
    }
    with (
        serve(envelope([{"title": "Emma", "year": 1815}])) as server,
        shelves.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        (book,) = client.shelves.books.list("top", **query, extra_query={"more": "x"}, timeout=7)
        assert (type(book).__name__, book.title) == ("ShelvesBooksListResponseItem", "Emma")
        sent = server.last
        assert (sent.method, sent.body) == ("GET", b"")
        assert "content-type" not in {name.lower() for name in sent.headers}
        assert sent.path == (
            "/shelves/top/books?shelf=other&order-by=title&timeout=2.5&lent=false"
            "&tags=a+b&tags=c%26d&since=1999&more=x&at=https://a.test/b?c=d%26e"
        )
        raw = client.shelves.books.with_raw_response.list("top", order_by="title")
        assert raw.parse() == [book]
        assert server.last.path == "/shelves/top/books?order-by=title"
        assert client.shelves.label.get("top") == [{"title": "Emma", "year": 1815}]
        with pytest.raises(TypeError, match="order_by"):
            client.shelves.books.list("top")
    assert len(server.received) == 3


def test_keywords_that_the_document_lacks_are_sent_and_reported(shelves: ModuleType) -> None:
    """The service may be newer than the document."""
    reports: list[Any] = []
    answers = iter([envelope([{"title": "Emma", "year": 1815}]), envelope({"response": "x"})])
    with (
        serve(lambda _: next(answers)) as server,
        shelves.Cloudflare(api_token="t", base_url=server.url, on_drift=reports.append) as client,
    ):
        (book,) = client.shelves.books.list("top", order_by="title", colour=["red", "blue"])
        assert type(book).__name__ == "ShelvesBooksListResponseItem"
        assert server.last.path == "/shelves/top/books?order-by=title&colour=red&colour=blue"
        found = client.shelves.search("top", text="x", page=1, colour={"red": None})
        assert type(found).__name__ == "ShelvesSearchResponse"
        assert server.last.path == "/shelves/top/search?page=1"
        assert server.last.json() == {"text": "x", "colour": {"red": None}}
    assert [tuple(report) for report in reports] == [
        ("", "ShelvesBooksListResponse", "$.colour", "nothing", "list"),
        ("", "ShelvesSearchParams", "$.colour", "nothing", "object"),
    ]


async def test_a_deprecated_operation_warns_of_the_line_that_calls_it(
    packages: Path, anyio_backend: str
) -> None:
    package = importlib.import_module("golden_pages")
    with serve(envelope([])) as server:
        options = {"api_token": "t", "base_url": server.url}
        with package.Cloudflare(**options) as client:
            with pytest.warns(DeprecationWarning, match=r"^whole\.list is deprecated: ") as caught:
                client.whole.list()
            assert [one.filename for one in caught] == [__file__]
            # Also of a call that is refused.
            with pytest.warns(match="^whole"), pytest.raises(TypeError, match="extra_body"):
                client.whole.list(extra_body=3)
        async with package.AsyncCloudflare(**options) as client:
            with pytest.warns(DeprecationWarning, match=r"^whole\.list is deprecated: "):
                await client.whole.list()


def test_objects_in_a_query_are_parameters_of_their_own(shelves: ModuleType) -> None:
    """As the official client writes them."""
    reports: list[Any] = []
    with (
        serve(envelope([])) as server,
        shelves.Cloudflare(api_token="t", base_url=server.url, on_drift=reports.append) as client,
    ):
        query = {"limit": {"most": 3, "least": None}, "by": {"name": {"exact": "a b"}}}
        client.shelves.books.list("top", order_by="x", **query, extra_query={"more": {"x": True}})
        path = "/shelves/top/books?order-by=x&limit.most=3&by.name.exact=a+b&more.x=true"
        assert server.last.path == path
    assert [report.path for report in reports] == ["$.by.name.exact"]


def test_any_letters_of_a_key_reach_the_service(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "without_variants")
    package = importlib.import_module(package_of(concept))
    with (
        serve(envelope({"title": "x"})) as server,
        package.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        client.shelves.books.get("https://e.org/?q=1#a\\b//é", shelf="top")
        key = "https:%2F%2Fe.org%2F%3Fq=1%23a%5Cb%2F%2F%C3%A9"
        assert server.last.path == f"/shelves/top/books/{key}"
        for key in (".", "..", "a/../b", "a\nb"):
            with pytest.raises(ValueError, match="`book` h"):
                client.shelves.books.get(key, shelf="top")
    assert len(server.received) == 1


def test_keywords_that_look_misspelt_are_refused(shelves: ModuleType) -> None:
    with (
        serve(envelope([])) as server,
        shelves.Cloudflare(api_token="t", base_url=server.url) as client,
    ):
        search, books = client.shelves.search, client.shelves.books.list
        for call, misspelt, best, way in (
            (
                partial(books, order_by="title", limt=1),
                "books.list takes no 'limt'",
                "limit",
                "query",
            ),
            (partial(search, page=1, txt="x"), "search takes no 'txt'", "text", "body"),
            (partial(search, page=1, time_out=3), "search takes no 'time_out'", "timeout", "body"),
        ):
            with pytest.raises(TypeError) as caught:
                call("top")
            advice = f"did you mean {best!r}? `extra_{way}` sends anything"
            assert str(caught.value) == f"shelves.{misspelt}: {advice}"
        with pytest.raises(TypeError, match=r"list takes no body: pass `extra_query`$"):
            books("top", order_by="title", extra_body={"colour": "red"})
        strict = client.with_options(on_drift="raise")
        with pytest.raises(shelves.SchemaDriftError, match="expected nothing, got bool"):
            strict.shelves.search("top", text="x", page=1, colour=True)
    assert server.received == []


async def test_operations_without_a_body_in_tasks(shelves: ModuleType, anyio_backend: str) -> None:
    with serve(envelope([{"title": "Emma"}])) as server:
        async with shelves.AsyncCloudflare(api_token="token", base_url=server.url) as client:
            (book,) = await client.shelves.books.list("top", order_by="title", lent=True)
            raw = await client.shelves.books.with_raw_response.list("top", order_by="title")
            assert await raw.parse() == [book]
    assert book.title == "Emma"
    assert server.received[0].path == "/shelves/top/books?order-by=title&lent=true"


def test_a_client_without_any_body(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "without_variants")
    package = importlib.import_module(package_of(concept))
    book = {"title": "Emma", "place": {"row": 3}}

    def answer(sent: Received) -> Answer:
        return Answer(status=204) if sent.method == "DELETE" else envelope(book)

    with (
        serve(answer) as server,
        package.Cloudflare(api_token="token", base_url=server.url, on_drift="raise") as client,
    ):
        found = client.shelves.books.get("emma", shelf="top", filter="x")
        assert (server.last.method, server.last.path) == ("GET", "/shelves/top/books/emma?filter=x")
        assert (found.title, found.place) == (
            "Emma",
            package.ShelvesBooksGetResponseShelfPlace(row=3),
        )
        assert client.shelves.books.delete("emma", shelf="top") is None
        assert (server.last.method, server.last.path) == ("DELETE", "/shelves/top/books/emma")


def test_a_query_next_to_a_body(shelves: ModuleType) -> None:
    with (
        serve(envelope({"response": "Emma"})) as server,
        shelves.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        params = shelves.ShelvesSearchParams(text="in the body")
        calls = [
            client.shelves.search("top", params, page=2, text_="in the query"),
            client.shelves.search("top", text="in the body", page=2, text_="in the query"),
        ]
        assert [answer.response for answer in calls] == ["Emma"] * 2
        for sent in server.received:
            assert sent.path == "/shelves/top/search?text=in+the+query&page=2"
            assert sent.json() == {"text": "in the body"}


def test_each_operation_streams_by_its_own_method(shelves: ModuleType) -> None:
    pieces = Answer(
        b'data: {"response": "Em"}\n\ndata: [DONE]\n\n',
        headers={"Content-Type": "text/event-stream"},
    )
    with (
        serve(pieces) as server,
        shelves.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        params = shelves.ShelvesSearchParams(text="x")
        assert [c.response for c in client.shelves.stream_search("top", params, page=1)] == ["Em"]
        assert server.last.path == "/shelves/top/search?page=1"
        chunks = client.shelves.stream("@cf/a/b", shelf="top", prompt="x")
        assert [chunk.response for chunk in chunks] == ["Em"]
        assert server.last.path == "/shelves/top/guess/@cf/a/b"
        assert not hasattr(client.shelves, "batch_search")


def _call(
    package: ModuleType, url: str, operation: NamedOperation, *params: object, **keywords: object
) -> Any:
    # Where there are two of them, either will do.
    held = {p.argument: "abc" for p in [p for p in operation.parameters if p.environment][:1]}
    keywords |= {p.argument: 1 for p in in_query(operation) if p.parameter.required}
    with package.Cloudflare(api_token="token", base_url=url, **held) as client:
        method = attrgetter(f"{operation.resource}.{operation.method}")(client)
        # The last parameter of the path by position, the others by keyword.
        in_path = _arguments(operation)
        last = [in_path.pop(name) for name in [*in_path][-1:]]
        return method(*last, *params, **in_path, **keywords)


def in_query(operation: NamedOperation) -> list[NamedParameter]:
    return [p for p in operation.parameters if p.parameter.location == "query"]


def _arguments(operation: NamedOperation) -> dict[str, str]:
    """A value for each path parameter that a call has to name."""
    return {p.argument: _value(p) for p in derived_methods.in_path(operation) if not p.environment}


def _value(parameter: NamedParameter) -> str:
    return "@cf/some/model" if parameter.argument == "model_name" else "abc"


def _path(operation: NamedOperation) -> str:
    path = operation.operation.path
    for parameter in operation.parameters:
        path = path.replace(f"{{{parameter.parameter.wire}}}", _value(parameter))
    needed = [p.parameter.wire for p in in_query(operation) if p.parameter.required]
    return path + "".join(f"?{wire}=1" for wire in needed)


def _result(task: NamedTask) -> Any:
    if task.response is None or task.response.variant.schema is None:
        return None
    return sample(task.response.variant.schema, full=True)


def _answer(task: NamedTask, result: Any) -> Answer:
    if task.response is not None and task.response.variant.schema is None:
        return Answer(_PNG, headers={"Content-Type": "image/png"})
    return envelope(result)


def _check_answer(package: ModuleType, task: NamedTask, answer: Any, result: Any) -> None:
    response = task.response
    if response is None:
        assert answer == result
    elif response.variant.schema is None:
        assert type(answer) is getattr(package, response.name)
        assert (answer.content, answer.media_type) == (_PNG, "image/png")
    elif isinstance(response.variant.schema, Object):
        assert type(answer) is getattr(package, response.name)
        assert answer.to_dict() == result
    elif isinstance(response.variant.schema, Array):
        assert [item.to_dict() for item in answer] == result


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).parent / command[0])
    return subprocess.run(
        [program, *command[1:]], cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_method_of_accounts_and_of_zones(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call, or else the client, names the one that it means."""
    package = importlib.import_module("golden_account_or_zone")
    monkeypatch.delenv("CLOUDFLARE_ACCOUNT_ID", raising=False)
    monkeypatch.delenv("CLOUDFLARE_ZONE_ID", raising=False)
    with (
        serve(envelope({"id": "r", "host": "h"})) as server,
        package.Cloudflare(api_token="token", base_url=server.url) as client,
    ):
        rule = client.rules.get("r", zone_id="z", deep=True)
        assert (type(rule).__name__, server.last.path) == (
            "RulesGetResponse",
            "/zones/z/rules/r?deep=true",
        )
        client.rules.get("r", account_id="a")
        assert server.last.path == "/accounts/a/rules/r"
        client.with_options(account_id="b").rules.get("r", zone_id="z")
        assert server.last.path == "/zones/z/rules/r"
        client.with_options(zone_id="y").rules.get("r")
        assert server.last.path == "/zones/y/rules/r"
        rule = client.rules.update("r", package.RulesUpdateZoneParams(action="block"), zone_id="z")
        assert (type(rule).__name__, rule.host) == ("RulesUpdateResponseZoneItem", "h")
        assert (server.last.path, server.last.json()) == ("/zones/z/rules/r", {"action": "block"})
        client.rules.update("r", action="block", scope="all", account_id="a")
        assert server.last.path == "/accounts/a/rules/r"
        client.rules.get("r", account_id="", zone_id="z")
        assert server.last.path == "/zones/z/rules/r"
        # One alone is a mistake, whatever the client has.
        with pytest.raises(ValueError, match="non-empty value for `account_id`"):
            client.with_options(zone_id="y").rules.get("r", account_id="")
        with pytest.raises(ValueError, match="either `account_id` or `zone_id` but received both"):
            client.rules.get("r", account_id="a", zone_id="z")
        with pytest.raises(ValueError, match="`account_id` or `zone_id`: pass one of them here"):
            client.rules.get("r")
        with pytest.raises(ValueError, match="received neither, and the client has both"):
            client.with_options(account_id="a", zone_id="z").rules.get("r")
    assert len(server.received) == 7


def test_the_keyword_of_another_path_is_refused(packages: Path) -> None:
    package = importlib.import_module("golden_account_or_zone")
    with (
        serve(envelope({"id": "r"})) as server,
        package.Cloudflare(api_token="token", base_url=server.url, zone_id="z") as client,
    ):
        for call in (client.host.get, client.host.with_raw_response.get):
            with pytest.raises(TypeError) as caught:
                call(account_id="a")
            said = "host.get takes no 'account_id': its path has `zone_id`"
            assert str(caught.value) == said
        assert server.received == []
        client.host.get(extra_query={"account_id": "a"})
        assert server.last.path == "/zones/z/host?account_id=a"


def test_names_that_no_class_inside_has_are_sent_and_reported(packages: Path) -> None:
    concept = next(c for c in CONCEPTS if c.name == "keywords")
    package = importlib.import_module(package_of(concept))
    reported: list[Any] = []
    sent = {
        "address": "a",
        "timeout": 7,
        "http": {"method": "GET", "metod": "GET", "header": {"any": "x"}},
        "labels": {"any": "x"},
        "steps": [{"method": "GET"}, {"method": "GET", "retries": 3}],
    }
    with (
        serve(envelope({"id": "x"})) as server,
        package.Cloudflare(
            api_token="token", base_url=server.url, zone_id="z", on_drift=reported.append
        ) as client,
    ):
        client.probes.update("p", package.ProbesUpdateParams.from_dict(sent))
        assert reported == []
        renamed = {**sent, "steps": [], "http": {"method": "GET", "expected_codes": []}}
        client.probes.update("p", **renamed)
        assert reported == []
        client.probes.update("p", **sent)
        assert server.last.json() == sent
    assert [str(drift) for drift in reported] == [
        "$.http.metod: expected nothing, got str (ProbesUpdateParams)",
        "$.steps[1].retries: expected nothing, got int (ProbesUpdateParams)",
    ]
