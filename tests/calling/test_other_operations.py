"""Everything but running models, against a server that validates what it is sent."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest
import workers_ai as w

from flaregen.names.named import NamedOperation
from tests.support import service
from tests.support.documents import sample
from tests.support.loopback import Loopback, serve
from tests.support.pinned import pinned

_OPTIONS: Any = {"api_token": "token", "account_id": "abc", "max_retries": 0, "on_drift": "raise"}
_CALLS = {
    *("ai.authors.list", "ai.finetunes.assets.create", "ai.finetunes.create", "ai.finetunes.list"),
    *("ai.finetunes.public.list", "ai.models.list", "ai.models.schema.get", "ai.run"),
    *("ai.tasks.list", "ai.to_markdown.supported", "ai.to_markdown.transform"),
}
_PNG = service.FILES["image/png"]


class Case(NamedTuple):
    """A call: arguments of the path, keywords of the query and of the body."""

    operation: NamedOperation
    keywords: dict[str, Any]
    fields: dict[str, Any]

    @property
    def label(self) -> str:
        return f"{self.operation.resource}.{self.operation.method}"

    def method(self, client: Any, way: str = "") -> Any:
        resource = attrgetter(self.operation.resource)(client)
        return getattr(getattr(resource, way) if way else resource, self.operation.method)


@cache
def _cases() -> tuple[Case, ...]:
    return tuple(_made())


def _made() -> Iterator[Case]:
    """Two calls of each operation: with all that it takes, and with what it needs."""
    for operation in pinned().operations[1:]:
        for full in (True, False):
            keywords = {
                one.argument: sample(one.parameter.schema, full=True)
                for one in operation.parameters
                if not one.environment and (full or one.parameter.required)
            }
            fields = {
                field.name: sample(field.schema, full=True)
                for task in operation.tasks
                for variant in task.variants
                for field in variant.cls.fields
                if full or field.required
            }
            yield Case(operation, keywords, fields)


def _client(server: Loopback) -> w.Cloudflare:
    return w.Cloudflare(base_url=server.url, **_OPTIONS)


def test_the_names_of_the_official_sdk() -> None:
    assert {f"{one.resource}.{one.method}" for one in pinned().operations} == _CALLS


def _items(answer: object) -> object:
    """Those of a page; an answer of another kind as it is."""
    return getattr(answer, "result", answer)


def test_every_operation_takes_all_that_it_can_and_what_it_needs() -> None:
    with serve(service.answer) as server, _client(server) as client:
        for case in _cases():
            answer = case.method(client)(**case.keywords, **case.fields)
            assert answer is not None
            raw = case.method(client, "with_raw_response")(**case.keywords, **case.fields)
            assert raw.parse() is not None
            with case.method(client, "with_streaming_response")(
                **case.keywords, **case.fields
            ) as response:
                assert _items(response.parse()) == _items(answer)


def test_every_operation_in_a_task() -> None:
    async def run(url: str) -> None:
        async with w.AsyncCloudflare(base_url=url, **_OPTIONS) as client:
            for case in _cases():
                answer = await case.method(client)(**case.keywords, **case.fields)
                raw = case.method(client, "with_raw_response")(**case.keywords, **case.fields)
                assert _items(await (await raw).parse()) == _items(answer)

    with serve(service.answer) as server:
        asyncio.run(run(server.url))


def test_raw_responses_are_there_from_the_outside_in() -> None:
    with serve(service.answer) as server, _client(server) as client:
        raw = client.ai.with_raw_response.models.schema.get(model="@cf/a/b")
        assert raw.parse() == client.ai.models.schema.get(model="@cf/a/b")
        with client.ai.with_streaming_response.finetunes.public.list() as response:
            assert response.parse().result == client.ai.finetunes.public.list().result


def test_a_search_is_written_into_the_query() -> None:
    with serve(service.answer) as server, _client(server) as client:
        (model,) = client.ai.models.list(
            task="Text Generation", hide_experimental=True, page=1, per_page=50
        )
        (deprecated,) = client.ai.models.list(include_deprecated=True, account_id="other")
    first, second, third = (urlsplit(one.path) for one in server.received)
    assert dict(parse_qsl(first.query)) == {
        "task": "Text Generation",
        "hide_experimental": "true",
        "page": "1",
        "per_page": "50",
    }
    # Without a size, nothing but an empty page says that there are no more.
    assert dict(parse_qsl(third.query)) == {"include_deprecated": "true", "page": "2"}
    assert (second.path, second.query) == (
        "/accounts/other/ai/models/search",
        "include_deprecated=true",
    )
    assert isinstance(model, w.CatalogueModel)
    assert isinstance(deprecated.task, w.CatalogueModelTask)
    (known,) = model.properties or []
    assert known.property_id


def test_files_are_parts_with_their_names_and_kinds(tmp_path: Path) -> None:
    page, table = tmp_path / "page.html", io.BytesIO(b"a,b")
    page.write_bytes(b"<p>")
    table.name = "/elsewhere/table.csv"
    with serve(service.answer) as server, _client(server) as client, page.open("rb") as opened:
        client.ai.to_markdown.transform(
            files=[page, opened, table, _PNG],
            conversion_options={"html": {"cssSelector": "p"}},
        )
        *files, options = service.parts(server.last)
        assert [part[:3] for part in files] == [
            ("files", "page.html", "text/html"),
            ("files", "page.html", "text/html"),
            ("files", "table.csv", "text/csv"),
            ("files", "files", "image/png"),
        ]
        assert [part.content for part in files] == [b"<p>", b"<p>", b"a,b", _PNG]
        assert (options.name, options.media_type) == ("conversionOptions", "application/json")
        assert json.loads(options.content) == {"html": {"cssSelector": "p"}}


def test_params_and_keywords_send_the_same_form() -> None:
    with serve(service.answer) as server, _client(server) as client:
        params = w.AIFinetunesAssetsCreateParams(file=b"weights", file_name="adapter")
        client.ai.finetunes.assets.create("f1", params)
        client.ai.finetunes.assets.create(
            finetune_id="f1", file=b"weights", file_name="adapter", account_id="abc"
        )
        client.ai.finetunes.assets.create(
            "f1",
            w.AIFinetunesAssetsCreateParams(file=b"weights"),
            extra_body={"file_name": "adapter"},
        )
    first, *others = map(service.parts, server.received)
    assert [part[:2] for part in first] == [("file", "file"), ("file_name", "")]
    assert others == [first, first]
    assert {one.path for one in server.received} == {
        "/accounts/abc/ai/finetunes/f1/finetune-assets"
    }


def test_the_server_refuses_what_the_document_lacks() -> None:
    with serve(service.answer) as server, _client(server) as client:
        with pytest.raises(w.BadRequestError, match="unknown parameter"):
            client.ai.models.list(extra_query={"color": "red"})
        with pytest.raises(w.BadRequestError, match="required"):
            client.ai.finetunes.create(name="x")
        with pytest.raises(w.SchemaDriftError, match=r"\$\.colour: expected nothing, got str"):
            client.ai.finetunes.create(model="m", name="x", colour="red")
