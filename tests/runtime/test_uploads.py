"""Large requests: how they leave, and what is said where the service does not take them."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import anyio
import httpx2
import msgspec
import pytest
from workers_ai import (
    APIConnectionError,
    APITimeoutError,
    AsyncCloudflare,
    AutomaticSpeechRecognitionParams,
    ImageToTextParams,
    RequestTooLargeError,
)

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import Service, result

MEBIBYTE = 1024 * 1024
FILE = bytes(range(256)) * (10 * MEBIBYTE // 256) + b"end"
TRANSCRIBE = AutomaticSpeechRecognitionParams(audio=FILE)
_REFUSAL = b'{"success": false, "errors": [{"code": 3006, "message": "too large"}]}'
_HEAD = b"HTTP/1.1 413 Because\r\nconnection: close\r\ncontent-length: %d\r\n\r\n" % len(_REFUSAL)


def test_a_large_file_arrives_whole(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    caller.run(LLAMA, TRANSCRIBE)
    assert service.last.body == FILE
    assert service.last.headers["content-length"] == str(len(FILE))
    assert "transfer-encoding" not in service.last.headers


@pytest.mark.anyio
async def test_tasks_have_their_turn_between_the_parts_of_a_file(anyio_backend: str) -> None:
    """An event loop copies, or encrypts, all that is written at once while nothing else runs."""
    parts: list[bytes] = []

    class Transport(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            assert isinstance(request.stream, httpx2.AsyncByteStream)
            parts.extend([part async for part in request.stream])
            return httpx2.Response(200, json={"result": {"text": "x"}})

    async with httpx2.AsyncClient(transport=Transport()) as http:
        client = AsyncCloudflare(api_token=TOKEN, account_id=ACCOUNT, http_client=http)
        assert (await client.ai.run(LLAMA, TRANSCRIBE)).text == "x"
    assert b"".join(parts) == FILE
    assert max(map(len, parts)) <= MEBIBYTE


_LLAVA = "@cf/llava-hf/llava-1.5-7b-hf"
ASKING: dict[str, Callable[..., Any]] = {
    "params": lambda c, **f: c.ai.run(LLAMA, ImageToTextParams(**f)),
    "model": lambda c, **f: c.ai.model(_LLAVA).run(**f),
}


@pytest.mark.parametrize("way", ASKING)
def test_tasks_have_their_turn_while_a_list_of_octets_is_made(service: Service, way: str) -> None:
    async def main() -> float:
        """The longest time for which the call kept another task waiting."""
        longest = 0.0

        async def tick() -> None:
            nonlocal longest
            while True:
                began = time.perf_counter()
                await asyncio.sleep(0.001)
                longest = max(longest, time.perf_counter() - began)

        async with AsyncCloudflare(
            api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url, on_drift="ignore"
        ) as client:
            ticking = asyncio.create_task(tick())
            await ASKING[way](client, image=FILE, prompt="x")
            ticking.cancel()
        return longest

    service.replies(*[result({"description": "x"})] * 4)
    began = time.perf_counter()
    in_one_step = msgspec.json.encode([*FILE])
    limit = (time.perf_counter() - began) / 3
    # A busy machine may keep a task waiting as well, but hardly four times.
    assert min(asyncio.run(main()) for _ in range(4)) < limit
    assert in_one_step in service.last.body


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
def test_octets_go_next_to_half_a_surrogate_pair(
    caller: Caller, service: Service, ask: Callable[..., Any]
) -> None:
    service.replies(result({"description": "x"}))
    caller.options["on_drift"] = "ignore"
    asking = partial(ask, image=b"abc", prompt="\ud83d")
    caller.call(asking, asking)
    assert service.last.json() == {"image": [97, 98, 99], "prompt": "\ud83d"}


@pytest.fixture
def hasty() -> Iterator[Callable[[bytes, bool], str]]:
    """The URL of a service that reads a little, answers, and reads on or closes the connection."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(answer: bytes, reads_on: bool) -> None:
        with suppress(OSError), listener.accept()[0] as connection:
            connection.recv(1000)
            connection.sendall(answer)
            # Until the client waits for its request to be taken.
            time.sleep(0.05)
            while reads_on and connection.recv(MEBIBYTE):
                pass

    def started(answer: bytes, reads_on: bool) -> str:
        threading.Thread(target=serve, args=(answer, reads_on), daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    with listener:
        yield started


def test_an_answer_that_comes_before_the_request_is_sent(
    caller: Caller, hasty: Callable[[bytes, bool], str]
) -> None:
    caller.options |= {"base_url": hasty(_HEAD + _REFUSAL, True), "max_retries": 0}
    with pytest.raises(RequestTooLargeError, match="3006: too large"):
        caller.run(LLAMA, TRANSCRIBE)


def test_a_service_that_closes_while_the_request_is_being_sent(
    caller: Caller, hasty: Callable[[bytes, bool], str]
) -> None:
    caller.options |= {"base_url": hasty(b"", False), "max_retries": 0}
    words = "^Connection failed: .*(reset by peer|isconnected|roken pipe)"
    with pytest.raises(APIConnectionError, match=words) as caught:
        caller.run(LLAMA, TRANSCRIBE)
    assert not caught.value.transient


@pytest.mark.anyio
async def test_a_service_that_does_not_read(anyio_backend: str) -> None:
    """What event loops say of a wait that they ended is no message for anybody."""
    with socket.create_server(("127.0.0.1", 0)) as listener, anyio.fail_after(5):
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        options = {"api_token": TOKEN, "account_id": ACCOUNT, "base_url": url}
        async with AsyncCloudflare(**options, timeout=0.1, max_retries=0) as client:
            with pytest.raises(APIConnectionError, match=r"^Timed out: sending \(127\.0\.0\.1:"):
                await client.ai.run(LLAMA, TRANSCRIBE)


def test_a_service_that_reads_nothing(caller: Caller) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        caller.options |= {"base_url": url, "max_retries": 0, "timeout": 0.2}
        with pytest.raises(APITimeoutError, match=r"^Timed out"):
            caller.run(LLAMA, TRANSCRIBE)


def test_a_service_that_reads_slowly(caller: Caller) -> None:
    """The time-out is one of silence: each piece that goes begins it anew."""

    def serve(listener: socket.socket) -> None:
        arrived = bytearray()
        with suppress(OSError), listener.accept()[0] as connection:
            while not arrived.endswith(FILE[-3:]):
                arrived += connection.recv(MEBIBYTE // 8)
                # The end lies in buffers of the system, of which a client sees nothing.
                time.sleep(0.02 if len(arrived) < len(FILE) / 2 else 0)
            connection.sendall(_HEAD + _REFUSAL)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, MEBIBYTE // 16)
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        caller.options |= {"base_url": url, "max_retries": 0, "timeout": 1}
        started = time.monotonic()
        with pytest.raises(RequestTooLargeError):
            caller.run(LLAMA, TRANSCRIBE)
        assert time.monotonic() - started > 1
