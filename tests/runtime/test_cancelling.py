"""Calls and streams that are cancelled, left or dropped: no connection stays taken."""

from __future__ import annotations

import gc
import threading
import warnings
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx2
import pytest
from workers_ai import (
    APIConnectionError,
    AsyncCloudflare,
    Cloudflare,
    CloudflareError,
    SchemaDrift,
    TextGenerationPromptParams,
    TextToImageParams,
    TranslationParams,
)

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import Cut, Reply, Service, Wait, body, events, refusal, result

GENERATE = TextGenerationPromptParams(prompt="x")
PAINT = TextToImageParams(prompt="x")
TRANSLATE = TranslationParams(text="x", target_lang="fr")
ANSWER = result({"translated_text": "y"})
JSON = {"content-type": "application/json"}
ENDLESS = events(b'data: {"response": "a"}\n\n', Wait(30))
PICTURE = Reply((b"x" * 100, Wait(30)), headers={"content-type": "image/png"})


async def call(client: AsyncCloudflare) -> None:
    await client.ai.run(LLAMA, TRANSLATE)


async def stream(client: AsyncCloudflare) -> None:
    async with client.ai.stream(LLAMA, GENERATE) as chunks:
        async for _ in chunks:
            pass


async def stream_without_a_context(client: AsyncCloudflare) -> None:
    async for _ in client.ai.stream(LLAMA, GENERATE):
        pass


async def file(client: AsyncCloudflare) -> None:
    async with client.ai.stream_bytes(LLAMA, PAINT) as pieces:
        async for _ in pieces:
            pass


async def raw(client: AsyncCloudflare) -> None:
    async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
        async for _ in response.iter_bytes():
            pass


async def batch(client: AsyncCloudflare) -> None:
    await (await client.ai.batch(LLAMA, [TRANSLATE])).wait()


CASES: list[tuple[Callable[[AsyncCloudflare], Awaitable[None]], Reply]] = [
    (call, Reply((Wait(30),), length=5)),
    (call, Reply((b"{", Wait(30)), length=5, headers=JSON)),
    (stream, ENDLESS),
    (stream, Reply((b"{", Wait(30)), length=50, headers=JSON)),
    (stream_without_a_context, ENDLESS),
    (file, PICTURE),
    (raw, ENDLESS),
    (batch, result({"request_id": "1", "status": "queued"})),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("act", "reply"), CASES, ids=lambda case: getattr(case, "__name__", ""))
async def test_two_hundred_cancellations_with_two_connections(
    anyio_backend: str,
    service: Service,
    act: Callable[[AsyncCloudflare], Awaitable[None]],
    reply: Reply,
) -> None:
    service.replies(reply)
    async with httpx2.AsyncClient(limits=httpx2.Limits(max_connections=2)) as http:
        client = AsyncCloudflare(
            api_token="t", account_id="a", base_url=service.base_url, http_client=http, timeout=5
        )
        cancelled = 0
        for number in range(200):
            with anyio.move_on_after(0.0005 * (number % 12)) as scope:
                await act(client)
            cancelled += scope.cancelled_caught
        assert cancelled == 200
        service.replies(ANSWER)
        for _ in range(3):
            assert (await client.ai.run(LLAMA, TRANSLATE)).translated_text == "y"


@pytest.mark.anyio
async def test_tasks_cancelled_together(anyio_backend: str, service: Service) -> None:
    service.replies(ENDLESS)
    async with httpx2.AsyncClient(limits=httpx2.Limits(max_connections=2)) as http:
        client = AsyncCloudflare(
            api_token="t", account_id="a", base_url=service.base_url, http_client=http, timeout=5
        )
        with anyio.move_on_after(0.3):
            async with anyio.create_task_group() as tasks:
                for _ in range(50):
                    tasks.start_soon(stream, client)
        service.replies(ANSWER)
        assert (await client.ai.run(LLAMA, TRANSLATE)).translated_text == "y"


def dropped(act: Callable[[], Any]) -> list[str]:
    """Warnings from what `act` leaves behind."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        act()
        gc.collect()
    return [str(warning.message) for warning in caught]


def test_streams_dropped_by_threads(client: Cloudflare, service: Service) -> None:
    def act() -> None:
        client.ai.stream(LLAMA, GENERATE)
        next(client.ai.stream(LLAMA, GENERATE))
        client.ai.stream(LLAMA, GENERATE).__enter__()
        iter(client.ai.stream_bytes(LLAMA, PAINT))
        next(client.ai.stream_bytes(LLAMA, PAINT))

    service.replies(ENDLESS, ENDLESS, PICTURE)
    assert dropped(act) == []


def test_streams_dropped_by_tasks_of_asyncio(service: Service) -> None:
    async def main() -> None:
        async with AsyncCloudflare(
            api_token="t", account_id="a", base_url=service.base_url
        ) as client:
            client.ai.stream(LLAMA, GENERATE)
            client.ai.stream_bytes(LLAMA, PAINT)
            async for _ in client.ai.stream(LLAMA, GENERATE):
                break
            async for _ in client.ai.stream_bytes(LLAMA, PAINT):
                break
            gc.collect()
            await anyio.sleep(0.05)
            pool: Any = client.connections.client._transport
            assert all(connection.is_idle() for connection in pool._pool.connections)

    service.replies(ENDLESS, PICTURE)
    assert dropped(lambda: anyio.run(main, backend="asyncio")) == []


def test_streams_never_opened_by_tasks_of_trio(service: Service) -> None:
    async def main() -> None:
        async with AsyncCloudflare(
            api_token="t", account_id="a", base_url=service.base_url
        ) as client:
            client.ai.stream(LLAMA, GENERATE)
            async with client.ai.stream(LLAMA, GENERATE) as chunks:
                await anext(chunks)

    service.replies(ENDLESS)
    # httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
    found = dropped(lambda: anyio.run(main, backend="trio"))
    assert [text for text in found if "httpcore2" not in text] == []


@pytest.mark.anyio
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
async def test_closing_twice_and_using_afterwards(anyio_backend: str, service: Service) -> None:
    service.replies(ENDLESS)
    async with AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url) as client:
        async with client.ai.stream(LLAMA, GENERATE) as chunks:
            assert (await anext(chunks)).response == "a"
            assert (await chunks.response()).status_code == 200
        await chunks.close()
        with pytest.raises(StopAsyncIteration):
            await anext(chunks)
        service.replies(ANSWER)
        await client.ai.run(LLAMA, TRANSLATE)
        pool: Any = client.connections.client._transport
        (connection,) = pool._pool.connections
    assert client.is_closed
    assert connection.is_closed()


def test_closing_the_client_while_a_call_waits(caller: Caller, service: Service) -> None:
    """What a loop, or the system, says of a socket that was closed under it helps nobody."""
    service.replies(Reply((), delay=2))
    words = "the client was closed meanwhile"

    def sync(client: Cloudflare) -> None:
        closing = threading.Timer(0.3, client.close)
        closing.start()
        with pytest.raises(APIConnectionError, match=words):
            client.ai.run(LLAMA, TRANSLATE)
        closing.join()

    async def parallel(client: AsyncCloudflare) -> None:
        async def close() -> None:
            await anyio.sleep(0.3)
            await client.close()

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(close)
            with pytest.raises(APIConnectionError, match=words):
                await client.ai.run(LLAMA, TRANSLATE)

    if caller.mode != "aiohttp":
        caller.call(sync, parallel)
    assert len(service.received) <= 1


@pytest.mark.anyio
async def test_a_response_left_unread_is_closed(anyio_backend: str, service: Service) -> None:
    service.replies(ENDLESS)
    async with AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url) as client:
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            assert not response.is_closed
        assert response.is_closed


def loud(drift: SchemaDrift) -> None:
    raise LookupError(drift.path)


HTML = body(b"<html>", "text/html")
FAILURES: list[tuple[str, Reply]] = [
    ("run", refusal(400, 5004)),
    ("run", refusal(200, 5004)),
    ("run", HTML),
    ("run", result({"translated_text": 5, "response": 5})),
    ("stream", refusal(500, None)),
    ("stream", refusal(200, 5004)),
    ("stream", HTML),
    ("stream", events(b"data: <html>\n\n", Wait(1))),
    ("stream", events(b'data: {"errors": [{"message": "no"}]}\n\n', Wait(1))),
    ("stream", events(b'data: {"response": 5}\n\n', Wait(1))),
    ("stream", events(b'data: {"response": "a"}\n\n')),
    ("stream_bytes", refusal(429, 3036)),
    ("stream_bytes", HTML),
    ("stream_bytes", result({})),
    ("stream_bytes", Reply((b"x", Cut()), headers={"content-type": "image/png"}, length=5)),
    ("raw", refusal(404, 3042)),
    ("raw", HTML),
    ("batch", refusal(413, 3006)),
    ("batch", result({"responses": [{"success": False}]})),
]


def act_in_threads(client: Cloudflare, way: str) -> None:
    if way == "raw":
        with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            response.parse()
    elif way == "batch":
        client.ai.batch(LLAMA, [TRANSLATE]).wait()
    elif way == "run":
        client.ai.run(LLAMA, TRANSLATE)
    else:
        for _ in getattr(client.ai, way)(LLAMA, GENERATE):
            pass


async def act_in_tasks(client: AsyncCloudflare, way: str) -> None:
    if way == "raw":
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            await response.parse()
    elif way == "batch":
        await (await client.ai.batch(LLAMA, [TRANSLATE])).wait()
    elif way == "run":
        await client.ai.run(LLAMA, TRANSLATE)
    else:
        async for _ in getattr(client.ai, way)(LLAMA, GENERATE):
            pass


@pytest.mark.anyio
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
@pytest.mark.parametrize(("way", "reply"), FAILURES)
async def test_no_failure_keeps_a_connection(
    anyio_backend: str, service: Service, way: str, reply: Reply
) -> None:
    limits = httpx2.Limits(max_connections=1)
    options: dict[str, Any] = {
        "api_token": "t",
        "account_id": "a",
        "base_url": service.base_url,
        "max_retries": 0,
        "on_drift": loud,
        "timeout": 5,
    }
    with httpx2.Client(limits=limits) as http:
        client = Cloudflare(**options, http_client=http)
        for _ in range(3):
            service.replies(reply)
            with pytest.raises((CloudflareError, LookupError)):
                act_in_threads(client, way)
        service.replies(ANSWER)
        assert client.ai.run(LLAMA, TRANSLATE).translated_text == "y"
    async with httpx2.AsyncClient(limits=limits) as parallel:
        tasks = AsyncCloudflare(**options, http_client=parallel)
        for _ in range(3):
            service.replies(reply)
            with pytest.raises((CloudflareError, LookupError)):
                await act_in_tasks(tasks, way)
        service.replies(ANSWER)
        assert (await tasks.ai.run(LLAMA, TRANSLATE)).translated_text == "y"


@pytest.mark.anyio
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
async def test_streams_opened_and_left_unread_free_their_connection(
    anyio_backend: str, service: Service
) -> None:
    options: dict[str, Any] = {"api_token": "t", "account_id": "a", "base_url": service.base_url}
    limits = httpx2.Limits(max_connections=1)
    with httpx2.Client(limits=limits) as http:
        client = Cloudflare(**options, http_client=http, timeout=2)
        for reply, open_one in ((ENDLESS, client.ai.stream), (PICTURE, client.ai.stream_bytes)):
            service.replies(reply)
            with open_one(LLAMA, GENERATE):
                pass
            opened = open_one(LLAMA, GENERATE)
            assert opened.response.status_code == 200
            opened.close()
        service.replies(ANSWER)
        assert client.ai.run(LLAMA, TRANSLATE).translated_text == "y"
    async with httpx2.AsyncClient(limits=limits) as parallel:
        tasks = AsyncCloudflare(**options, http_client=parallel, timeout=2)
        for reply, begin in ((ENDLESS, tasks.ai.stream), (PICTURE, tasks.ai.stream_bytes)):
            service.replies(reply)
            async with begin(LLAMA, GENERATE):
                pass
            begun = begin(LLAMA, GENERATE)
            assert (await begun.response()).status_code == 200
            await begun.close()
        service.replies(ANSWER)
        assert (await tasks.ai.run(LLAMA, TRANSLATE)).translated_text == "y"
