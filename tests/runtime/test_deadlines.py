"""How long a call may take: with its retries, byte by byte, and while it waits for a connection."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partialmethod
from typing import Any

import anyio
import httpx2
import pytest
from workers_ai import (
    APITimeoutError,
    AsyncCloudflare,
    Cloudflare,
    RateLimitError,
    StreamInterruptedError,
    TextGenerationPromptParams,
    TextToImageParams,
)
from workers_ai._runtime.waiting import TaskIO, ThreadIO

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import Reply, Service, Wait, events, refusal, result

PARAMS = TextGenerationPromptParams(prompt="x")
JSON = {"content-type": "application/json"}
TRICKLE = Reply([piece for _ in range(60) for piece in (b" ", Wait(0.1))], headers=JSON)
PINGS = events(
    b'data: {"response": "a"}\n\n', *[p for _ in range(60) for p in (b": ping\n\n", Wait(0.1))]
)


@contextmanager
def taking(least: float, most: float) -> Iterator[None]:
    before = time.monotonic()
    yield
    took = time.monotonic() - before
    assert least <= took <= most, f"it took {took:.2f} s"


HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-long: " + b"x" * 200 + b"\r\n\r\n{}"


def test_a_body_that_trickles(caller: Caller, service: Service) -> None:
    service.replies(TRICKLE)
    with (
        taking(0.4, 1.5),
        pytest.raises(APITimeoutError, match=r"^Timed out: the deadline of"),
    ):
        caller.run(LLAMA, PARAMS, timeout=1, deadline=0.5)
    caller.options["deadline"] = 0.5
    with taking(0.4, 1.5), pytest.raises(APITimeoutError) as caught:
        caller.run(LLAMA, PARAMS)
    assert caught.value.request is not None
    assert len(service.received) == 2


def test_a_head_that_trickles(caller: Caller, trickling_head: str) -> None:
    caller.options["base_url"] = trickling_head
    with taking(0.4, 1.5), pytest.raises(APITimeoutError, match="deadline"):
        caller.run(LLAMA, PARAMS, timeout=1, deadline=0.5)


@pytest.fixture
def trickling_head() -> Iterator[str]:
    """The URL of a server that sends the head of its answer letter by letter."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        # A client whose time is over before it connects never comes.
        with suppress(OSError), listener.accept()[0] as connection:
            assert connection.recv(65536).startswith(b"POST ")
            for letter in HEAD:
                if done.wait(0.05):
                    return
                connection.sendall(bytes([letter]))

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    done.set()
    listener.shutdown(socket.SHUT_RDWR)
    thread.join()
    listener.close()


def test_retries_are_within_the_deadline(caller: Caller, service: Service) -> None:
    """What the service said last is more worth than that time has run out."""
    service.replies(refusal(429, 3040, retry_after="10"))
    with taking(0, 1), pytest.raises(RateLimitError):
        caller.run(LLAMA, PARAMS, deadline=2)
    assert len(service.received) == 1
    service.replies(refusal(503, None), TRICKLE)
    with taking(0.4, 1.5), pytest.raises(APITimeoutError, match="deadline"):
        caller.run(LLAMA, PARAMS, deadline=0.5)


def test_what_is_in_time_is_an_answer(caller: Caller, service: Service) -> None:
    service.replies(refusal(503, None), result({"response": "hi"}))
    assert caller.run(LLAMA, PARAMS, deadline=5).response == "hi"
    caller.options["deadline"] = 0.001
    for endless in (None, float("inf")):
        assert caller.run(LLAMA, PARAMS, deadline=endless).response == "hi"


def test_the_silence_of_a_stream(caller: Caller, service: Service) -> None:
    service.replies(PINGS)
    with taking(0.4, 1.5), pytest.raises(StreamInterruptedError, match="fell silent") as caught:
        caller.stream(LLAMA, PARAMS, deadline=0.5)
    assert [chunk.response for chunk in caught.value.chunks] == ["a"]  # type: ignore[attr-defined]


def test_a_lively_stream_may_take_longer(caller: Caller, service: Service) -> None:
    pieces = [p for _ in range(6) for p in (b'data: {"response": "a"}\n\n', Wait(0.2))]
    service.replies(events(*pieces, b"data: [DONE]\n\n"))
    assert len(caller.stream(LLAMA, PARAMS, deadline=0.7)) == 6


def test_the_silence_of_a_file(caller: Caller, service: Service) -> None:
    service.replies(Reply((b"x" * 100, Wait(3)), headers={"content-type": "image/png"}))
    with taking(0.4, 1.5), pytest.raises(StreamInterruptedError, match="fell silent"):
        caller.file(LLAMA, TextToImageParams(prompt="x"), deadline=0.5)


def test_an_answer_in_place_of_a_stream_is_within_the_deadline(
    caller: Caller, service: Service
) -> None:
    """Letter by letter, so that no single wait is long."""
    letters = [one for n in b'{"result": {"response": "hi"}}' for one in (bytes([n]), Wait(0.05))]
    service.replies(Reply(letters, headers={"content-type": "application/json"}))
    for read in (caller.stream, caller.file):
        with taking(0.2, 1.2), pytest.raises(StreamInterruptedError, match="fell silent"):
            read(LLAMA, prompt="x", deadline=0.3)


@pytest.mark.parametrize("deadline", [-1, float("nan")])
def test_deadlines_that_can_never_be(caller: Caller, service: Service, deadline: float) -> None:
    with pytest.raises(ValueError, match=r"^Expected `deadline` to be 0 or more but received"):
        caller.run(LLAMA, PARAMS, deadline=deadline)
    caller.options["deadline"] = deadline
    with pytest.raises(ValueError, match=r"^Expected `deadline` to be 0 or more but received"):
        caller.run(LLAMA, PARAMS)
    assert service.received == []


def test_http_clients_of_callers_know_deadlines(caller: Caller, service: Service) -> None:
    service.replies(TRICKLE)
    kind: Any = httpx2.Client if caller.mode == "threads" else httpx2.AsyncClient
    caller.options["http_client"] = kind(limits=httpx2.Limits(max_connections=1))
    with taking(0.4, 1.5), pytest.raises(APITimeoutError, match="deadline"):
        caller.run(LLAMA, PARAMS, deadline=0.5)


def test_waiting_for_a_connection_is_no_time_out(service: Service) -> None:
    """Calls of a fifth of a second, which together take longer than each of them may."""
    slow = Reply((Wait(0.2), *result({"response": "hi"}).pieces), headers=JSON)
    service.replies(slow)

    async def main(**options: Any) -> list[str | None]:
        limits = httpx2.Limits(max_connections=2)
        found: list[str | None] = []
        async with httpx2.AsyncClient(limits=limits) as http:
            client = AsyncCloudflare(
                api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url, http_client=http
            )

            async def call() -> None:
                found.append((await client.ai.run(LLAMA, PARAMS, timeout=1, **options)).response)

            async with anyio.create_task_group() as tasks:
                for _ in range(20):
                    tasks.start_soon(call)
        return found

    for backend in ("asyncio", "trio"):
        assert anyio.run(main, backend=backend) == ["hi"] * 20

    async def impatient() -> None:
        await main(deadline=0.7)

    with pytest.raises(ExceptionGroup) as caught:
        anyio.run(impatient)
    assert all(type(error) is APITimeoutError for error in caught.value.exceptions)


def test_threads_wait_for_a_connection_until_the_deadline(service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', Wait(3)))
    limits = httpx2.Limits(max_connections=1)
    with httpx2.Client(limits=limits) as http:
        client = Cloudflare(
            api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url, http_client=http
        )
        with client.ai.stream(LLAMA, PARAMS) as stream:
            next(stream)
            with taking(0.25, 1.5), pytest.raises(APITimeoutError, match="deadline"):
                client.ai.run(LLAMA, PARAMS, timeout=0.05, deadline=0.3)


SILENT = Reply([b'{"result": ', Wait(3)], headers=JSON)


def test_a_batch_is_queued_and_polled_within_it(caller: Caller, service: Service) -> None:
    caller.options["deadline"] = 0.2
    queued = result({"status": "queued", "request_id": "1"})
    for replies in ([TRICKLE], [queued, TRICKLE]):
        service.replies(*replies)
        with taking(0.1, 1.5), pytest.raises(APITimeoutError, match=r"the deadline of 0\.2 s"):
            caller.batch(LLAMA, [PARAMS])


@pytest.mark.parametrize("way", ["read", "text", "json", "parse", "iter_bytes", "iter_lines"])
def test_the_silence_of_a_response_that_is_read_as_it_comes(
    caller: Caller, service: Service, way: str
) -> None:
    service.replies(SILENT)

    def sync(client: Cloudflare) -> None:
        with client.ai.with_streaming_response.run(LLAMA, PARAMS) as response:
            found = getattr(response, way)()
            list(found) if way.startswith("iter") else None

    async def parallel(client: AsyncCloudflare) -> None:
        async with client.ai.with_streaming_response.run(LLAMA, PARAMS) as response:
            found = getattr(response, way)()
            [one async for one in found] if way.startswith("iter") else await found

    caller.options["deadline"] = 0.2
    with taking(0.1, 1.5), pytest.raises(APITimeoutError, match=r"the deadline of 0\.2 s"):
        caller.call(sync, parallel)
    assert service.wait_until_free()


def test_a_response_that_is_read_as_it_comes_may_take_longer(
    caller: Caller, service: Service
) -> None:
    service.replies(Reply([p for _ in range(4) for p in (b"x\n", Wait(0.1))], headers=JSON))

    def sync(client: Cloudflare) -> list[str]:
        with client.ai.with_streaming_response.run(LLAMA, PARAMS) as response:
            return list(response.iter_lines())

    async def parallel(client: AsyncCloudflare) -> list[str]:
        async with client.ai.with_streaming_response.run(LLAMA, PARAMS) as response:
            return [line async for line in response.iter_lines()]

    caller.options["deadline"] = 0.3
    assert caller.call(sync, parallel) == ["x"] * 4


def test_a_loop_that_ends_a_wait_too_soon(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its own clock, which is not that of `time.monotonic`."""
    for kind in (ThreadIO, TaskIO):
        within: Any = kind.within
        early = partialmethod(lambda io, moment, within: within(io, moment - 0.01), within=within)
        monkeypatch.setattr(kind, "within", early)
    service.replies(TRICKLE)
    for call in (caller.run, caller.raw):
        with pytest.raises(APITimeoutError, match=r"the deadline of 0\.2 s"):
            call(LLAMA, PARAMS, deadline=0.2)
