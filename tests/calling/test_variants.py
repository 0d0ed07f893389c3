"""Every variant is called, sync and async, against a real server, and answers as typed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import workers_ai

from flaregen.schemas.schema import Array, Object
from tests.support.documents import sample
from tests.support.loopback import Answer, Loopback, envelope, refusal, serve
from tests.support.pinned import Case, cases

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
MP3 = b"ID3\x04" + bytes(64)
MODEL = "@cf/some/model-1.2"


def _call(server: Loopback, params: object, *, asynchronous: bool) -> Any:
    options = {"api_token": "token", "account_id": "abc", "base_url": server.url}
    if not asynchronous:
        with workers_ai.Cloudflare(**options) as client:
            return client.ai.run(MODEL, params)

    async def call() -> Any:
        async with workers_ai.AsyncCloudflare(**options) as client:
            return await client.ai.run(MODEL, params)

    return asyncio.run(call())


def _document(case: Case, *, full: bool) -> dict[str, Any]:
    document = sample(case.variant.cls.schema, full=full)
    document.pop(case.variant.variant.stream_flag, None)
    return document


def _params(case: Case, document: dict[str, Any]) -> Any:
    return getattr(workers_ai, case.variant.cls.name).from_dict(document)


def _answering_json() -> list[Case]:
    return [c for c in cases() if c.task.response and c.task.response.variant.schema]


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("full", [False, True], ids=["required", "full"])
@pytest.mark.parametrize("case", _answering_json(), ids=str)
def test_json(case: Case, full: bool, asynchronous: bool) -> None:
    document = _document(case, full=full)
    response = case.task.response
    assert response is not None
    schema = response.variant.schema
    assert schema is not None
    result = sample(schema, full=full)
    with serve(envelope(result)) as server:
        answer = _call(server, _params(case, document), asynchronous=asynchronous)
    assert server.last.method == "POST"
    assert server.last.path == f"/accounts/abc/ai/run/{MODEL}"
    assert server.last.headers["authorization"] == "Bearer token"
    assert server.last.json() == document
    match schema:
        case Object():
            assert type(answer) is getattr(workers_ai, response.name)
            assert answer.to_dict() == result
        case Array():
            assert [item.to_dict() for item in answer] == result
        case _:
            pytest.fail(f"no expectation for {type(schema).__name__}")


def _files() -> list[Case]:
    return [case for case in cases() if case.task.response and case.task.response.variant.binary]


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("content", "media_type"), [(PNG, "image/png"), (MP3, "audio/mpeg")])
@pytest.mark.parametrize("case", _files(), ids=str)
def test_files(case: Case, content: bytes, media_type: str, asynchronous: bool) -> None:
    assert case.task.response is not None
    params = _params(case, _document(case, full=False))
    with serve(Answer(content, headers={"Content-Type": media_type})) as server:
        answer = _call(server, params, asynchronous=asynchronous)
    assert type(answer) is getattr(workers_ai, case.task.response.name)
    assert (answer.content, answer.media_type) == (content, media_type)


def _uploads() -> list[Case]:
    return [case for case in cases() if case.variant.variant.raw]


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("case", _uploads(), ids=str)
def test_bytes_upload(case: Case, asynchronous: bool) -> None:
    response = case.task.response
    assert response is not None
    assert response.variant.schema is not None
    result = sample(response.variant.schema, full=True)
    params = getattr(workers_ai, case.variant.cls.name)(**{case.variant.variant.raw: PNG})
    with serve(envelope(result)) as server:
        answer = _call(server, params, asynchronous=asynchronous)
    assert server.last.headers["content-type"] == "application/octet-stream"
    assert server.last.body == PNG
    assert answer


def _streams() -> list[Case]:
    return [case for case in cases() if case.task.response and case.task.response.chunk]


EVENTS = (
    b'data: {"response": "Hel"}\n\n',
    b'data: {"response": "lo"}\n\ndata: {"response": "", "usage": {"total_tokens": 7}}\n\n',
    b"data: [DONE]\n\n",
)


@pytest.mark.parametrize("case", _streams(), ids=str)
def test_streams(case: Case) -> None:
    assert case.task.response is not None
    assert case.task.response.chunk is not None
    chunk_class = getattr(workers_ai, case.task.response.chunk.name)
    params = _params(case, _document(case, full=False))
    answer = Answer(EVENTS, headers={"Content-Type": "text/event-stream"})
    options = {"api_token": "token", "account_id": "abc"}

    async def collect(url: str) -> list[Any]:
        async with workers_ai.AsyncCloudflare(**options, base_url=url) as client:
            async with client.ai.stream(MODEL, params) as stream:
                return [chunk async for chunk in stream]

    with serve(answer) as server:
        with workers_ai.Cloudflare(**options, base_url=server.url) as client:
            with client.ai.stream(MODEL, params) as stream:
                chunks = list(stream)
        assert asyncio.run(collect(server.url)) == chunks
    assert {type(chunk) for chunk in chunks} == {chunk_class}
    assert "".join(chunk.response for chunk in chunks) == "Hello"
    assert chunks[-1].usage.total_tokens == 7
    assert server.last.json()[case.variant.variant.stream_flag] is True


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("case", cases(), ids=str)
def test_error_envelope(case: Case, asynchronous: bool) -> None:
    params = _params(case, _document(case, full=False))
    with serve(refusal(400, 5007, "No such model")) as server:
        with pytest.raises(workers_ai.BadRequestError) as caught:
            _call(server, params, asynchronous=asynchronous)
    assert caught.value.status_code == 400
    assert [(e.code, e.message) for e in caught.value.errors] == [(5007, "No such model")]
    assert caught.value.ray_id == "ray"
