"""The HTTP client below: whose it is, what it may not do, and copies that share it."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import anyio
import httpx2
import pytest
from httpcore2._backends.sync import SyncStream
from workers_ai import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AsyncCloudflare,
    Cloudflare,
    CloudflareError,
    StreamInterruptedError,
    TextGenerationPromptParams,
    TextToImageParams,
    TranslationParams,
)

from tests.runtime.callers import LLAMA, TOKEN, Caller
from tests.runtime.wire import Cut, Reply, Service, Wait, body, events, refusal, result, serving

TRANSLATE = TranslationParams(text="x", target_lang="fr")
GENERATE = TextGenerationPromptParams(prompt="x")
PAINT = TextToImageParams(prompt="x")
JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_credentials_follow_no_redirect(caller: Caller, service: Service, status: int) -> None:
    with serving() as elsewhere:
        location = f"{elsewhere.origin}/x"
        service.replies(refusal(status, None, location=location))
        for act in (caller.run, caller.stream):
            with pytest.raises(APIStatusError) as caught:
                act(LLAMA, GENERATE)
            said = f"redirects are not followed, and this one leads to {location}"
            assert str(caught.value) == f"{status} Because: {said}"
        assert elsewhere.received == []


@pytest.mark.anyio
async def test_not_even_where_an_http_client_would_follow(
    anyio_backend: str, service: Service
) -> None:
    options: dict[str, Any] = {
        "api_token": TOKEN,
        "account_id": "a",
        "base_url": service.base_url,
    }
    with serving() as elsewhere:
        service.replies(refusal(307, None, location=f"{elsewhere.origin}/x"))
        with httpx2.Client(follow_redirects=True) as http:
            with pytest.raises(APIStatusError):
                Cloudflare(**options, http_client=http).ai.run(LLAMA, GENERATE)
        async with httpx2.AsyncClient(follow_redirects=True) as parallel:
            with pytest.raises(APIStatusError):
                await AsyncCloudflare(**options, http_client=parallel).ai.run(LLAMA, GENERATE)
        assert elsewhere.received == []


def test_a_redirect_to_nowhere(caller: Caller, service: Service) -> None:
    service.replies(refusal(302, None))
    with pytest.raises(APIStatusError, match=r"^302 Because: {"):
        caller.run(LLAMA, TRANSLATE)


def test_extra_headers_stay_with_their_call(client: Cloudflare, service: Service) -> None:
    client.ai.run(LLAMA, TRANSLATE, extra_headers={"X-Once": "1", "User-Agent": None})
    client.ai.run(LLAMA, TRANSLATE)
    once, after = service.received
    assert once.headers["x-once"] == "1"
    assert "x-once" not in after.headers
    assert after.headers["user-agent"].startswith("workers-ai-python httpx2/")
    assert "workers-ai" not in once.headers.get("user-agent", "")


def test_copies_share_connections_and_change_nothing(client: Cloudflare, service: Service) -> None:
    copied = client.with_options(
        timeout=1, max_retries=0, default_headers={"X-Tag": "a"}, default_query={"q": "b"}
    )
    assert copied.connections is client.connections
    assert (copied.max_retries, client.max_retries) == (0, 2)
    assert (copied.timeout.read, client.timeout.read) == (1, 60)
    assert copied.base_url == client.base_url == httpx2.URL(service.base_url)
    for _ in range(3):
        copied.ai.run(LLAMA, TRANSLATE)
        client.ai.run(LLAMA, TRANSLATE)
    assert service.connections == 1
    assert service.received[0].headers["x-tag"] == "a"
    assert service.received[0].target.endswith("?q=b")
    assert "x-tag" not in service.received[1].headers
    assert "?" not in service.received[1].target


def test_a_copy_with_an_http_client_of_its_own(client: Cloudflare, service: Service) -> None:
    with httpx2.Client(headers={"X-Mine": "1"}) as mine:
        copied = client.with_options(http_client=mine)
        copied.with_options(max_retries=0).ai.run(LLAMA, TRANSLATE)
        assert service.last.headers["x-mine"] == "1"
        client.ai.run(LLAMA, TRANSLATE)
        assert "x-mine" not in service.last.headers
        copied.close()
        assert not mine.is_closed
        assert not copied.is_closed
    assert copied.is_closed


def test_an_http_client_may_authenticate(service: Service) -> None:
    with httpx2.Client(auth=("me", "password")) as mine:
        client = Cloudflare(account_id="a", base_url=service.base_url, http_client=mine)
        client.ai.run(LLAMA, TRANSLATE)
    assert service.last.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    ("mine", "options", "extra", "expected"),
    [
        ({"User-Agent": "mine/1"}, {}, {}, "mine/1"),
        ({"User-Agent": "mine/1"}, {"User-Agent": "ours"}, {}, "ours"),
        ({"User-Agent": "mine/1"}, {"User-Agent": "ours"}, {"User-Agent": "once"}, "once"),
        # What nobody chose is what httpx2 calls itself.
        ({}, {}, {}, f"workers-ai-python httpx2/{httpx2.__version__}"),
    ],
)
def test_the_name_that_an_http_client_chose_wins(
    caller: Caller,
    service: Service,
    mine: dict[str, str],
    options: dict[str, str],
    extra: dict[str, str],
    expected: str,
) -> None:
    kind = httpx2.Client if caller.mode == "threads" else httpx2.AsyncClient
    # Closes each connection, as the event loop of the next test is another one.
    caller.options["http_client"] = kind(headers={**mine, "Connection": "close"})
    caller.options["default_headers"] = options
    caller.run(LLAMA, TRANSLATE, extra_headers=extra)
    assert service.last.headers["user-agent"] == expected
    assert service.last.headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    "chosen", [{"Authorization": "Bearer mine"}, {"X-Auth-Email": "a@b.example", "X-Auth-Key": "k"}]
)
@pytest.mark.parametrize("others", [{}, {"api_token": TOKEN}])
def test_an_http_client_may_have_credentials_as_headers(
    service: Service, chosen: dict[str, str], others: dict[str, Any]
) -> None:
    with httpx2.Client(headers=chosen) as mine:
        options = {"account_id": "a", "base_url": service.base_url, "http_client": mine, **others}
        Cloudflare(**options).ai.run(LLAMA, TRANSLATE)
    names = ("authorization", "x-auth-email", "x-auth-key", "x-auth-user-service-key")
    sent = {name: service.last.headers[name] for name in names if name in service.last.headers}
    assert sent == {name.lower(): value for name, value in chosen.items()}


@pytest.mark.parametrize(
    "chosen", [{"Authorization": "Bearer mine"}, {"X-Auth-Email": "a@b.example", "X-Auth-Key": "k"}]
)
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (dict.fromkeys(("Authorization", "X-Auth-Key", "X-Auth-Email")), {}),
        ({"Authorization": "Bearer once"}, {"authorization": "Bearer once"}),
    ],
)
@pytest.mark.parametrize("way", ["default_headers", "extra_headers"])
def test_credentials_of_an_http_client_can_be_removed_and_replaced(
    service: Service, chosen: dict[str, str], changes: Any, expected: dict[str, str], way: str
) -> None:
    with httpx2.Client(headers=chosen) as mine:
        options: dict[str, Any] = {"account_id": "a", "base_url": service.base_url}
        client = Cloudflare(**options, http_client=mine)
        if way == "default_headers":
            client.with_options(default_headers=changes).ai.run(LLAMA, TRANSLATE)
        else:
            client.ai.run(LLAMA, TRANSLATE, extra_headers=changes)
    names = ("authorization", "x-auth-email", "x-auth-key")
    sent = {name: service.last.headers[name] for name in names if name in service.last.headers}
    assert sent == expected


@pytest.mark.parametrize("place", ["http_client", "default_headers"])
@pytest.mark.parametrize(
    ("chosen", "changes", "expected"),
    [
        ({"Authorization": "Bearer mine"}, {"api_token": "t"}, {"authorization": "Bearer t"}),
        (
            {"X-Auth-Email": "a@b.c", "X-Auth-Key": "k"},
            {"api_token": "t"},
            {"authorization": "Bearer t"},
        ),
        (
            {"Authorization": "Bearer mine"},
            {"api_email": "a@b.c", "api_key": "k"},
            {"x-auth-email": "a@b.c", "x-auth-key": "k"},
        ),
        (
            {"Authorization": "Bearer mine"},
            {"default_headers": {"X-Auth-User-Service-Key": "k"}},
            {"x-auth-user-service-key": "k"},
        ),
        (
            {"Authorization": "Bearer mine"},
            {"api_token": "t", "default_headers": {"authorization": "Bearer other"}},
            {"authorization": "Bearer other"},
        ),
    ],
)
def test_credentials_that_are_given_last_are_the_only_ones(
    service: Service, chosen: Any, changes: Any, expected: dict[str, str], place: str
) -> None:
    with httpx2.Client(headers=chosen if place == "http_client" else {}) as mine:
        own = {"default_headers": chosen} if place == "default_headers" else {}
        options: dict[str, Any] = {"account_id": "a", "base_url": service.base_url, **own}
        client = Cloudflare(**options, http_client=mine).with_options(**changes)
        for one in (client, client.with_options(max_retries=0)):
            one.ai.run(LLAMA, TRANSLATE)
            names = ("authorization", "x-auth-email", "x-auth-key", "x-auth-user-service-key")
            headers = service.last.headers
            assert {name: headers[name] for name in names if name in headers} == expected


def test_a_child_of_a_fork_keeps_the_callers_http_client(
    client: Cloudflare, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = client.connections.client
    with httpx2.Client() as mine:
        connections = client.with_options(http_client=mine).connections
        monkeypatch.setattr(os, "getpid", lambda: -1)
        assert connections.client is mine
    assert client.connections.client is not made
    assert client.connections.client is client.connections.client
    client.close()
    assert not made.is_closed
    made.close()


def test_the_first_call_of_many_threads_after_a_fork_makes_one_client(
    client: Cloudflare, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.connections.client.close()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    barrier = threading.Barrier(16)
    found: list[Any] = []

    def look() -> None:
        barrier.wait()
        found.append(client.connections.client)

    threads = [threading.Thread(target=look) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, found))) == 1


def test_what_the_library_refuses_is_not_tried_again(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with httpx2.Client(headers={"X-Mine": " spaces "}) as mine:
        client = Cloudflare(
            api_token="t", account_id="a", base_url=service.base_url, http_client=mine
        )
        with caplog.at_level("INFO", logger="workers_ai"):
            with pytest.raises(APIConnectionError, match=r"^Connection failed: Illegal header"):
                client.ai.run(LLAMA, TRANSLATE)
    assert [record for record in caplog.records if record.name == "workers_ai"] == []


COMPRESSED = gzip.compress(b'{"result": {"translated_text": "%s"}}' % (b"abcdefgh" * 5000))


def test_compressed_answers(caller: Caller, service: Service) -> None:
    service.replies(body(COMPRESSED, "application/json", content_encoding="gzip"))
    assert len(caller.run(LLAMA, TRANSLATE).translated_text) == 40_000


@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
@pytest.mark.parametrize(
    ("content", "error"),
    [
        (COMPRESSED[:60], APIResponseError),
        (b"this was never compressed", APIResponseError),
        (COMPRESSED[:40] + bytes(60), APIResponseError),
    ],
    ids=["cut", "plain", "damaged"],
)
def test_compressed_answers_that_broke(
    caller: Caller, service: Service, content: bytes, error: type[Exception]
) -> None:
    service.replies(body(content, "application/json", content_encoding="gzip"))
    with pytest.raises(error):
        caller.run(LLAMA, TRANSLATE)
    assert len(service.received) == 1
    with pytest.raises((APIResponseError, StreamInterruptedError)):
        caller.stream(LLAMA, GENERATE)


@pytest.mark.parametrize("name", ["iter_bytes", "iter_lines", "read", "text", "json", "parse"])
def test_unread_responses_fail_with_errors_of_the_client(
    client: Cloudflare, service: Service, name: str
) -> None:
    service.replies(Reply((b'{"result": ', Cut()), length=100, headers=JSON))
    message = "^Connection failed: peer closed connection"
    with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
        with pytest.raises(APIConnectionError, match=message) as caught:
            list(getattr(response, name)())
    assert caught.value.request is not None
    assert len(service.received) == 1


@pytest.mark.anyio
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
@pytest.mark.parametrize("name", ["iter_bytes", "iter_lines", "read", "text", "json", "parse"])
async def test_unread_responses_fail_so_in_tasks(
    anyio_backend: str, service: Service, name: str
) -> None:
    service.replies(Reply((b'{"result": ', Cut()), length=100, headers=JSON))
    async with AsyncCloudflare(
        api_token=TOKEN, account_id="a", base_url=service.base_url
    ) as client:
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:

            async def act() -> None:
                if name.startswith("iter"):
                    async for _ in getattr(response, name)():
                        pass
                else:
                    await getattr(response, name)()

            with pytest.raises(APIConnectionError, match=r"^Connection failed: peer closed"):
                await act()


@pytest.mark.anyio
async def test_responses_are_read_in_tasks(anyio_backend: str, service: Service) -> None:
    content = b'{"result":\n{"translated_text": "y"}}'
    service.replies(body(content, "application/json"))
    async with AsyncCloudflare(
        api_token=TOKEN, account_id="a", base_url=service.base_url
    ) as client:
        raw = await client.ai.with_raw_response.run(LLAMA, TRANSLATE)
        assert await raw.read() == content
        assert repr(raw) == "<AsyncRawResponse [200]>"
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            pieces = [piece async for piece in response.iter_bytes(10)]
        assert (pieces[0], b"".join(pieces)) == (content[:10], content)
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            lines = [line async for line in response.iter_lines()]
        assert lines == content.decode().split("\n")


def test_raw_calls_retry_and_fail_like_others(caller: Caller, service: Service) -> None:
    service.replies(refusal(503, None), refusal(503, None), result({"translated_text": "y"}))
    response, answer = caller.raw(LLAMA, TRANSLATE)
    assert (answer.translated_text, response.retries_taken) == ("y", 2)
    assert caller.raw(LLAMA, TRANSLATE)[0].retries_taken == 0
    service.replies(refusal(400, 5007))
    with pytest.raises(APIStatusError):
        caller.raw(LLAMA, TRANSLATE)
    service.replies(refusal(200, 5007))
    with pytest.raises(APIStatusError, match="5007"):
        caller.raw(LLAMA, TRANSLATE)
    assert len(service.received) == 6


@pytest.mark.parametrize("way", ["run", "stream", "file", "raw"])
def test_extra_body_goes_with_every_call(caller: Caller, service: Service, way: str) -> None:
    replies = {
        "stream": events(b"data: [DONE]\n\n"),
        "file": body(b"x", "image/png"),
    }
    service.replies(replies.get(way, result({})))
    caller.options["on_drift"] = "ignore"
    for arguments, fields in (((GENERATE,), {}), ((), {"prompt": "x"}), (({"prompt": "x"},), {})):
        getattr(caller, way)(LLAMA, *arguments, **fields, extra_body={"beta": True, "prompt": "y"})
        flag = {"stream": True} if way == "stream" else {}
        assert service.last.json() == {"prompt": "y", "beta": True, **flag}
        getattr(caller, way)(LLAMA, *arguments, **fields, extra_body=None)
        assert service.last.json() == {"prompt": "x", **flag}


@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
@pytest.mark.parametrize("way", ["run", "stream", "file"])
def test_streams_are_tried_again_only_before_the_first_byte(
    caller: Caller, service: Service, way: str
) -> None:
    service.replies(refusal(503, None), refusal(429, 3040, retry_after="0"), refusal(400, 5004))
    with pytest.raises(APIStatusError, match="5004"):
        getattr(caller, way)(LLAMA, GENERATE)
    assert len(service.received) == 3
    service.received.clear()
    broken = Reply((b'data: {"response": "a"}\n\n', Cut()), headers={"content-type": "image/png"})
    service.replies(broken)
    with pytest.raises((StreamInterruptedError, APIConnectionError)):
        getattr(caller, way)(LLAMA, GENERATE)
    assert len(service.received) == 1


def test_a_stream_that_is_answered_by_half_a_document(caller: Caller, service: Service) -> None:
    service.replies(Reply((b'{"result": ', Cut()), length=100, headers=JSON))
    with pytest.raises(
        StreamInterruptedError, match=r"^The connection broke before the answer was complete$"
    ):
        caller.stream(LLAMA, GENERATE)
    with pytest.raises(
        StreamInterruptedError, match=r"^The connection broke before the answer was complete$"
    ):
        caller.file(LLAMA, PAINT)
    assert len(service.received) == 2


def test_connecting_takes_five_seconds_at_most(caller: Caller) -> None:
    client = Cloudflare(api_token="t", timeout=httpx2.Timeout(1, read=7))
    assert client.timeout.as_dict() == {"connect": 1, "read": 7, "write": 1, "pool": 1}
    for seconds, connect in ((30, 5), (5, 5), (3, 3)):
        timeout = Cloudflare(api_token="t", timeout=seconds).timeout
        assert timeout.as_dict() == {
            "connect": connect,
            "read": seconds,
            "write": seconds,
            "pool": None,
        }


def test_time_outs_of_a_call(caller: Caller, service: Service) -> None:
    service.replies(Reply((Wait(0.4), b"{}"), length=2, headers=JSON))
    caller.options.update(on_drift="ignore", timeout=0.1)
    with pytest.raises(APITimeoutError, match=r"^Timed out: ") as caught:
        caller.run(LLAMA, TRANSLATE)
    assert caught.value.request is not None
    caller.run(LLAMA, TRANSLATE, timeout=None)
    caller.run(LLAMA, TRANSLATE, timeout=httpx2.Timeout(5))


@pytest.mark.parametrize("options", [{"max_retry_wait": -1}, {"max_retry_wait": float("nan")}])
def test_waits_that_can_never_work(options: dict[str, Any]) -> None:
    with pytest.raises(
        ValueError, match=r"^Expected `max_retry_wait` to be 0 or more but received"
    ):
        Cloudflare(api_token="t", **options)


def test_no_wait_is_longer_than_the_client_allows(caller: Caller, service: Service) -> None:
    service.replies(refusal(429, 3040, retry_after="3600"))
    caller.options["max_retry_wait"] = 0.01
    with pytest.raises(APIStatusError):
        caller.run(LLAMA, TRANSLATE)
    assert len(service.received) == 3


def test_a_pool_that_is_full(service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', Wait(5)))
    with httpx2.Client(limits=httpx2.Limits(max_connections=1)) as mine:
        client = Cloudflare(
            api_token="t", account_id="a", base_url=service.base_url, http_client=mine
        )
        with client.ai.stream(LLAMA, GENERATE) as stream:
            next(stream)
            with pytest.raises(APITimeoutError, match=r"^Timed out: the deadline of 0.2 s has"):
                client.ai.run(LLAMA, TRANSLATE, timeout=0.05, deadline=0.2)
    assert len(service.received) == 1


@pytest.mark.anyio
async def test_the_client_for_threads_does_not_wait_for_an_event_loop(anyio_backend: str) -> None:
    from workers_ai._runtime.waiting import run_blocking

    with pytest.raises(RuntimeError, match="waits for an event loop"):
        run_blocking(anyio.sleep(0))


def test_importing_the_package_is_quick_to_forget() -> None:
    """Nothing of what a call needs is loaded before there is a client."""
    root = Cloudflare.__module__.split(".")[0]
    code = f"import sys, {root}; print([m for m in ('httpx2', 'msgspec') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


class _Unlucky(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """A transport of the caller's on which every request fails in the same way."""

    def __init__(self, kind: type[Exception]) -> None:
        self.kind = kind
        self.tries = 0

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.tries += 1
        raise self.kind("no luck")

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self.handle_request(request)


@pytest.mark.parametrize(
    ("kind", "error", "tries"),
    [
        (httpx2.ConnectError, APIConnectionError, 3),
        (httpx2.ConnectTimeout, APITimeoutError, 3),
        (httpx2.PoolTimeout, APITimeoutError, 3),
        # The inference may be running, and is paid for.
        (httpx2.ReadError, APIConnectionError, 1),
        (httpx2.WriteError, APIConnectionError, 1),
        (httpx2.RemoteProtocolError, APIConnectionError, 1),
        (httpx2.WriteTimeout, APITimeoutError, 1),
        (httpx2.ReadTimeout, APITimeoutError, 1),
        (TimeoutError, APITimeoutError, 1),
        # Nothing that trying again would change.
        (httpx2.ProxyError, APIConnectionError, 1),
        (httpx2.LocalProtocolError, APIConnectionError, 1),
    ],
)
def test_what_failed_on_a_transport_of_the_caller(
    caller: Caller, kind: type[Exception], error: type[APIConnectionError], tries: int
) -> None:
    client = httpx2.Client if caller.mode == "threads" else httpx2.AsyncClient
    transport = _Unlucky(kind)
    caller.options["http_client"] = client(transport=transport)
    with pytest.raises(error, match="no luck") as caught:
        caller.run(LLAMA, TRANSLATE)
    assert type(caught.value) is error
    assert isinstance(caught.value.__cause__, kind)
    assert transport.tries == tries
    assert caught.value.transient is (tries == 3)
    transport.tries = 0
    caller.options["retry_reads"] = True
    with pytest.raises(error):
        caller.run(LLAMA, TRANSLATE)
    hopeless = issubclass(kind, httpx2.ProxyError | httpx2.LocalProtocolError)
    assert transport.tries == (1 if hopeless else 3)


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that calls wait for; nobody does."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(anyio, "sleep", sleep)
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


def _date_in(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("retry_after", "longest"),
    [
        (lambda: "7", 7),
        (lambda: _date_in(30), 30),
        (lambda: "3600", 60),
        (lambda: _date_in(900), 60),
    ],
    ids=["seconds", "date", "too many seconds", "too late a date"],
)
def test_calls_wait_as_the_service_asks_and_a_minute_at_most(
    caller: Caller,
    service: Service,
    slept: list[float],
    retry_after: Callable[[], str],
    longest: float,
) -> None:
    busy = refusal(429, 3040, retry_after=retry_after())
    service.replies(busy, busy, result({"translated_text": "y"}))
    assert caller.run(LLAMA, TRANSLATE).translated_text == "y"
    assert len(slept) == 2
    assert all(longest - 5 < seconds <= longest for seconds in slept)


@pytest.mark.parametrize("size", [10, 200_000])
def test_a_request_leaves_in_as_few_pieces_as_it_can(
    size: int, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    write = SyncStream.write

    def recorded(stream: SyncStream, buffer: bytes, timeout: float | None = None) -> None:
        written.append(len(buffer))
        write(stream, buffer, timeout)

    monkeypatch.setattr(SyncStream, "write", recorded)
    service.replies(*(result({"translated_text": text}) for text in "xy"))
    with Cloudflare(api_token=TOKEN, account_id="a", base_url=service.base_url) as client:
        text = "x" * size
        for wanted in "xy":
            params = TranslationParams(text=text, target_lang="fr")
            assert client.ai.run("@cf/meta/m2m100-1.2b", params).translated_text == wanted
    assert [request.json()["text"] for request in service.received] == [text, text]
    # A head alone is a packet of its own, for which the service has no use; a copy costs more.
    pieces = [one for one in written if one]
    assert len(pieces) == (2 if size == 10 else 4)


@pytest.mark.parametrize("first", ["pieces", "nothing"])
def test_a_body_that_went_elsewhere_cannot_be_read(
    caller: Caller, service: Service, first: str
) -> None:
    said = r"^The response is closed, or was read before$"

    def sync(client: Cloudflare) -> None:
        with client.ai.with_streaming_response.run(LLAMA, GENERATE) as response:
            if first == "pieces":
                assert b"".join(response.iter_bytes()).startswith(b"{")
        ways: tuple[Callable[[], object], ...] = (response.parse, response.read, response.json)
        for way in (
            *ways,
            lambda: list(response.iter_bytes()),
            lambda: list(response.iter_lines()),
        ):
            with pytest.raises(CloudflareError, match=said):
                way()

    async def parallel(client: AsyncCloudflare) -> None:
        async with client.ai.with_streaming_response.run(LLAMA, GENERATE) as response:
            if first == "pieces":
                assert b"".join([one async for one in response.iter_bytes()]).startswith(b"{")
        ways: tuple[Callable[[], Any], ...] = (response.parse, response.read, response.json)
        for way in (
            *ways,
            lambda: anext(response.iter_bytes()),
            lambda: anext(response.iter_lines()),
        ):
            with pytest.raises(CloudflareError, match=said):
                await way()

    caller.call(sync, parallel)


def test_the_pieces_of_a_response_are_there_once(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', b"data: [DONE]\n\n"))

    def sync(client: Cloudflare) -> None:
        with client.ai.with_streaming_response.run(LLAMA, prompt="x", stream=True) as response:
            assert len(list(response.parse())) == 1
            with pytest.raises(CloudflareError, match="was read before"):
                list(response.parse())

    async def parallel(client: AsyncCloudflare) -> None:
        call = client.ai.with_streaming_response.run(LLAMA, prompt="x", stream=True)
        async with call as response:
            assert len([chunk async for chunk in await response.parse()]) == 1
            with pytest.raises(CloudflareError, match="was read before"):
                await anext(await response.parse())

    caller.call(sync, parallel)


def test_a_client_whose_connections_are_closed(caller: Caller, service: Service) -> None:
    """Its own, or those of the HTTP client that it was given."""
    caller.options["http_client"] = None
    calls: tuple[Callable[[Any], Any], ...] = (
        lambda c: c.ai.run(LLAMA, GENERATE),
        lambda c: c.ai.batch(LLAMA, [GENERATE]),
        lambda c: c.ai.with_raw_response.run(LLAMA, GENERATE),
    )

    def sync(client: Cloudflare) -> None:
        with httpx2.Client() as http:
            other = client.with_options(http_client=http)
        client.close()
        for closed in (client, client.with_options(max_retries=0), other):
            for call in (*calls, lambda c: list(c.ai.stream(LLAMA, GENERATE))):
                with pytest.raises(CloudflareError, match="closed"):
                    call(closed)

    async def parallel(client: AsyncCloudflare) -> None:
        async with httpx2.AsyncClient() as http:
            other = client.with_options(http_client=http)
        await client.close()
        for closed in (client, client.with_options(max_retries=0), other):
            for call in (*calls, lambda c: anext(c.ai.stream(LLAMA, GENERATE))):
                with pytest.raises(CloudflareError, match="closed"):
                    await call(closed)

    caller.call(sync, parallel)
    assert service.received == []
