"""One client in several event loops, one after the other and at the same time."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import anyio
import pytest
from workers_ai import AsyncCloudflare, CloudflareError, TextGenerationPromptParams

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN
from tests.runtime.wire import Service, Wait, events, result

try:
    import uvloop
except ImportError:
    uvloop = None  # type: ignore[assignment]

PARAMS = TextGenerationPromptParams(prompt="x")
STREAM = events(b'data: {"response": "a"}\n\n', b"data: [DONE]\n\n")
Main = Callable[[], Awaitable[Any]]


def in_uvloop(main: Main) -> Any:
    if uvloop is None:
        pytest.skip("uvloop is not installed")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main())  # type: ignore[arg-type]


@pytest.fixture(params=["asyncio", "trio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Callable[[Main], Any]:
    """Runs an event loop to its end."""
    if request.param == "uvloop":
        return in_uvloop
    return partial(anyio.run, backend=request.param)


@pytest.fixture
def tasks(service: Service) -> AsyncCloudflare:
    return AsyncCloudflare(api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url)


def test_calls_and_streams_in_one_loop_after_the_other(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service
) -> None:
    async def main() -> list[str | None]:
        service.replies(result({"response": "hi"}))
        answer = await tasks.ai.run(LLAMA, PARAMS)
        service.replies(STREAM)
        return [
            answer.response,
            *[chunk.response async for chunk in tasks.ai.stream(LLAMA, PARAMS)],
        ]

    with warnings.catch_warnings():
        # Neither an open socket nor an open generator is left behind.
        warnings.simplefilter("error")
        assert [run(main) for _ in range(4)] == [["hi", "a"]] * 4
        gc.collect()
    assert service.wait_until_free(), "a loop that ended left its connections open"
    assert service.connections == 4


def test_closing_in_another_loop_than_that_of_the_calls(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service
) -> None:
    run(lambda: tasks.ai.run(LLAMA, PARAMS))
    run(tasks.close)
    assert tasks.is_closed
    with pytest.raises(CloudflareError, match=r"^The client is closed: make a new one$"):
        run(lambda: tasks.ai.run(LLAMA, PARAMS))
    run(tasks.close)
    assert service.wait_until_free()


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_a_stream_left_open_when_its_loop_ends(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service
) -> None:
    async def main() -> None:
        stream = tasks.ai.stream(LLAMA, PARAMS)
        assert (await anext(stream)).response == "a"
        await stream.close()

    service.replies(events(b'data: {"response": "a"}\n\n', Wait(3)))
    run(main)
    run(main)
    assert service.wait_until_free()


def test_loops_of_several_threads_at_the_same_time(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service
) -> None:
    found: list[str | None] = []
    together = threading.Barrier(3, timeout=10)

    async def main() -> None:
        for _ in range(20):
            answer = await tasks.ai.run(LLAMA, PARAMS)
            found.append(answer.response)

    def work() -> None:
        together.wait()
        run(main)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["hi"] * 60
    assert service.wait_until_free()


def test_a_loop_that_was_closed_without_a_word(tasks: AsyncCloudflare, service: Service) -> None:
    for _ in range(2):
        loop = asyncio.new_event_loop()
        assert loop.run_until_complete(tasks.ai.run(LLAMA, PARAMS)).response == "hi"
        loop.close()
    assert len(tasks.connections._made) == 1
    with warnings.catch_warnings():
        # What such a loop leaves is for asyncio to report.
        warnings.simplefilter("ignore")
        asyncio.run(tasks.close())
        tasks.connections._made.clear()
        gc.collect()


def test_no_loop_uses_a_client_that_another_closed(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service
) -> None:
    with asyncio.Runner() as first:
        assert first.run(tasks.ai.run(LLAMA, PARAMS)).response == "hi"
        run(tasks.close)
        assert tasks.is_closed
        with pytest.raises(CloudflareError, match=r"^The client is closed: make a new one$"):
            first.run(tasks.ai.run(LLAMA, PARAMS))
    assert service.wait_until_free()


@pytest.mark.parametrize("alive", [True, False])
@pytest.mark.parametrize("way", ["stream", "next", "file", "response", "lines"])
# What is left open when its loop ends, asyncio closes in any order, and says so.
@pytest.mark.filterwarnings("ignore")
def test_what_is_read_in_another_loop_says_so(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service, way: str, alive: bool
) -> None:
    """It read as the end of the answer, or raised what the HTTP library stumbled over."""
    service.replies(events(b'data: {"response": "a"}\n\n', Wait(0.3), b"data: [DONE]\n\n"))

    async def opened() -> Any:
        if way in {"stream", "next"}:
            stream = tasks.ai.stream(LLAMA, PARAMS)
            assert (await anext(stream)).response == "a"
            return stream
        if way == "file":
            file = tasks.ai.stream_bytes(LLAMA, PARAMS)
            await file.response()
            return file
        return await tasks.ai.with_streaming_response.run(LLAMA, PARAMS)

    async def read(source: Any) -> list[Any]:
        if way == "response":
            return [await source.read()]
        if way == "next":
            return [await anext(source)]
        return [one async for one in (source.iter_lines() if way == "lines" else source)]

    first = asyncio.Runner()
    source = first.run(opened())
    if not alive:
        first.close()
    words = r"^The response belongs to another event loop: read it there, or ask again$"
    with pytest.raises(CloudflareError, match=words):
        run(partial(read, source))
    run(source.close)
    if alive:
        first.run(source.close())
        first.close()
    assert service.wait_until_free()


def test_a_response_that_was_read_is_read_anywhere(
    run: Callable[[Main], Any], tasks: AsyncCloudflare
) -> None:
    async def asked() -> Any:
        return await tasks.ai.with_raw_response.run(LLAMA, PARAMS)

    response = asyncio.run(asked())
    assert b"hi" in run(response.read)
    assert run(response.parse).response == "hi"
    run(response.close)


def test_one_loop_uses_one_pool(
    run: Callable[[Main], Any], tasks: AsyncCloudflare, service: Service
) -> None:
    async def main() -> None:
        for _ in range(5):
            await tasks.ai.run(LLAMA, PARAMS)
        await tasks.with_options(max_retries=0).ai.run(LLAMA, PARAMS)

    run(main)
    assert service.connections == 1
