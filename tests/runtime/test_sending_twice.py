"""Which calls are sent again: those that cannot have reached the service."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator

import pytest
from workers_ai import APIConnectionError, TextGenerationPromptParams

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import HANG_UP, Cut, Reply, Service, Wait, result

PARAMS = TextGenerationPromptParams(prompt="x")
BROKEN = Reply((b'{"result": ', Cut()), length=100)
DROPPED = Reply((Wait(0.1), Cut()), length=100)


@pytest.mark.parametrize("reply", [HANG_UP, BROKEN, DROPPED], ids=["no answer", "half", "dropped"])
def test_what_the_service_may_have_worked_on_is_sent_once(
    caller: Caller, service: Service, reply: Reply
) -> None:
    service.replies(reply)
    with pytest.raises(APIConnectionError, match=r"^Connection failed: ") as caught:
        caller.run(LLAMA, PARAMS)
    assert len(service.received) == 1
    assert caught.value.transient is False
    assert f"({service.origin.removeprefix('http://')})" in str(caught.value)
    service.received.clear()
    service.replies(reply, result({"response": "hi"}))
    caller.options["retry_reads"] = True
    assert caller.run(LLAMA, PARAMS).response == "hi"
    assert len(service.received) == 2


class _Doorman:
    """Takes connections and closes them, so many times."""

    def __init__(self) -> None:
        self.connections = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.place = f"127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self, answer: bytes) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            with connection:
                connection.recv(65536)
                connection.sendall(answer)

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


@pytest.fixture(params=[b"", b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n"])
def doorman(request: pytest.FixtureRequest) -> Iterator[_Doorman]:
    door = _Doorman()
    thread = threading.Thread(target=door.serve, args=(request.param,))
    thread.start()
    yield door
    door.close()
    thread.join()


def test_tls_with_what_does_not_speak_it_is_tried_once(caller: Caller, doorman: _Doorman) -> None:
    """A connection that ends in the handshake may do better; an answer in the clear will not."""
    caller.options["base_url"] = f"https://{doorman.place}"
    with pytest.raises(APIConnectionError, match=doorman.place) as caught:
        caller.run(LLAMA, PARAMS)
    ended = isinstance(_root(caught.value), ssl.SSLEOFError | ssl.SSLZeroReturnError | EOFError)
    refused = isinstance(_root(caught.value), ssl.SSLError) and not ended
    assert doorman.connections == (1 if refused else 3)


def _root(error: BaseException) -> BaseException:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return error


def test_a_connection_that_is_refused_is_tried_again(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        place = f"127.0.0.1:{listener.getsockname()[1]}"
    caller.options["base_url"] = f"http://{place}"
    with caplog.at_level("INFO", logger="workers_ai"):
        with pytest.raises(APIConnectionError, match=place) as caught:
            caller.run(LLAMA, PARAMS)
    assert caught.value.transient is True
    lines = [record.getMessage() for record in caplog.records if record.name == "workers_ai"]
    assert len(lines) == 2
    assert all("Connection failed: " in line for line in lines)


def test_a_host_that_does_not_exist_is_looked_for_once(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    caller.options["base_url"] = "https://nowhere.invalid"
    with caplog.at_level("INFO", logger="workers_ai"):
        with pytest.raises(APIConnectionError, match=r"nowhere\.invalid") as caught:
            caller.run(LLAMA, PARAMS)
    assert caught.value.transient is False
    assert [record for record in caplog.records if record.name == "workers_ai"] == []


def test_a_proxy_that_refuses_is_asked_once(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = _Doorman()
    refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"
    thread = threading.Thread(target=proxy.serve, args=(refusal,))
    thread.start()
    for name in ("no_proxy", "NO_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.place}")
    caller.options["base_url"] = "https://service.example"
    try:
        with pytest.raises(APIConnectionError, match=r"407.*\(service\.example\)$"):
            caller.run(LLAMA, PARAMS)
        assert proxy.connections == 1
    finally:
        proxy.close()
        thread.join()
