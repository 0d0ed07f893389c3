"""HTTP/2 without TLS: a service that says by its frames what it did not work on."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

import anyio
import httpx2
import pytest
from workers_ai import (
    APIConnectionError,
    APITimeoutError,
    AsyncCloudflare,
    Cloudflare,
    TextGenerationPromptParams,
)

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN

pytestmark = pytest.mark.skipif(
    find_spec("h2") is None, reason="h2 is missing: install httpx2[http2]"
)
PARAMS = TextGenerationPromptParams(prompt="x")
# Kinds of frames, RFC 9113, section 6.
_DATA, _HEADERS, _RESET, _SETTINGS, _GOAWAY = 0, 1, 3, 4, 7
_END_STREAM, _END_HEADERS, _ACKNOWLEDGED = 1, 4, 1
_NO_ERROR, _INTERNAL_ERROR, _REFUSED = 0, 2, 7
_STATUS_200 = b"\x88"


def _frame(kind: int, flags: int, stream: int, content: bytes = b"") -> bytes:
    return (
        struct.pack(">I", len(content))[1:]
        + bytes([kind, flags])
        + struct.pack(">I", stream)
        + content
    )


def _going_away(last: int, code: int = _NO_ERROR) -> bytes:
    return _frame(_GOAWAY, 0, 0, struct.pack(">II", last, code))


class _Service:
    """Answers the first request with frames, and all others with an answer."""

    def __init__(self, first: bytes) -> None:
        self.first, self.requests = first, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with suppress(OSError), connection, connection.makefile("rb") as stream:
            assert stream.read(24) == b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            connection.sendall(_frame(_SETTINGS, 0, 0))
            while head := stream.read(9):
                length, kind, flags = int.from_bytes(head[:3], "big"), head[3], head[4]
                number, _ = struct.unpack(">I", head[5:])[0], stream.read(length)
                if kind in {_DATA, _HEADERS} and flags & _END_STREAM:
                    self.requests += 1
                    connection.sendall(self.first if self.requests == 1 else self._answer(number))

    @staticmethod
    def _answer(number: int) -> bytes:
        content = b'{"success": true, "result": {"response": "hi"}}'
        head = _frame(_HEADERS, _END_HEADERS, number, _STATUS_200)
        return head + _frame(_DATA, _END_STREAM, number, content)

    def close(self) -> None:
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


@pytest.fixture
def answering(request: pytest.FixtureRequest) -> Iterator[_Service]:
    running = _Service(request.param)
    yield running
    running.close()


def _run(origin: str, mode: str, deadline: float | None = None) -> Any:
    """The answer; with a deadline, to a second call, the first of which runs into it."""
    options: Any = {"api_token": TOKEN, "account_id": ACCOUNT, "base_url": origin}
    if mode == "threads":
        with httpx2.Client(http1=False, http2=True) as http:
            client = Cloudflare(**options, http_client=http)
            if deadline is not None:
                with pytest.raises(APITimeoutError, match="the deadline of"):
                    client.ai.run(LLAMA, PARAMS, deadline=deadline)
            return client.ai.run(LLAMA, PARAMS)

    async def main() -> Any:
        async with httpx2.AsyncClient(http1=False, http2=True) as http:
            client = AsyncCloudflare(**options, http_client=http)
            if deadline is not None:
                with pytest.raises(APITimeoutError, match="the deadline of"):
                    await client.ai.run(LLAMA, PARAMS, deadline=deadline)
            return await client.ai.run(LLAMA, PARAMS)

    return anyio.run(main, backend=mode)


_RESET_BROKEN = _frame(_RESET, 0, 1, struct.pack(">I", _INTERNAL_ERROR))


@pytest.mark.parametrize("mode", ["threads", "asyncio", "trio"])
@pytest.mark.parametrize(
    "answering",
    [_going_away(1), _going_away(2**31 - 1), _RESET_BROKEN],
    ids=["going away after it", "going away soon", "reset"],
    indirect=True,
)
def test_what_the_service_may_have_processed_is_sent_once(answering: _Service, mode: str) -> None:
    with pytest.raises(APIConnectionError, match=r"^Connection failed: ") as caught:
        _run(answering.origin, mode)
    assert (answering.requests, caught.value.transient) == (1, False)


@pytest.mark.parametrize("mode", ["threads", "asyncio", "trio"])
@pytest.mark.parametrize("answering", [b""], ids=["silent"], indirect=True)
def test_a_deadline_ends_one_call_and_not_the_connection(answering: _Service, mode: str) -> None:
    assert _run(answering.origin, mode, deadline=0.1).response == "hi"
    assert answering.requests == 2
