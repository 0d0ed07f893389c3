"""Streams: typed pieces, every way of cutting their bytes, every way of ending."""

from __future__ import annotations

import gc
import json
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import pytest
from workers_ai import (
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AsyncCloudflare,
    AsyncStream,
    AuthenticationError,
    Cloudflare,
    CloudflareError,
    InternalServerError,
    QuotaExceededError,
    RateLimitError,
    SchemaDriftWarning,
    StreamInterruptedError,
    TextGenerationChunk,
    TextGenerationPromptParams,
    TextToImageParams,
    TranslationParams,
)
from workers_ai._runtime.pieces import EventDecoder

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import (
    RAY,
    Cut,
    Raw,
    Reply,
    Service,
    Wait,
    body,
    document,
    events,
    refusal,
    result,
)

PARAMS = TextGenerationPromptParams(prompt="x")
HELLO = 'data: {"response": "Grüß"}\n\ndata: {"response": " Gott 👋"}\n\ndata: [DONE]\n\n'.encode()


def texts(chunks: list[TextGenerationChunk]) -> list[str | None]:
    return [chunk.response for chunk in chunks]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("line", [b"\n", b"\r\n", b"\r"])
def test_however_the_bytes_are_cut(
    caller: Caller, service: Service, size: int, line: bytes
) -> None:
    content = HELLO.replace(b"\n", line)
    service.replies(events(*(content[i : i + size] for i in range(0, len(content), size))))
    chunks = caller.stream(LLAMA, PARAMS)
    assert {type(chunk) for chunk in chunks} == {TextGenerationChunk}
    assert texts(chunks) == ["Grüß", " Gott 👋"]
    assert service.last.json() == {"prompt": "x", "stream": True}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'data: {"a":\ndata: 1}\n\n', [b'{"a":\n1}']),
        (b": comment\n\ndata: 1\n\n", [b"1"]),
        (b"event: message\nid: 5\ndata: 1\nretry: 10\n\n", [b"1"]),
        # Space around says nothing in JSON.
        (b"data:1\n\ndata:  2 \n\ndata: 3\t\n\n", [b"1", b"2", b"3"]),
        (b"\xef\xbb\xbfdata: 1\n\n", [b"1"]),
        (b"\n\n\ndata: 1\n\n\n\ndata: 2\n\n", [b"1", b"2"]),
        (b"data\n\ndata:\n\n", [b"", b""]),
        (b"database: 1\n\n", []),
        # To keep the connection open, with data that belongs to no answer.
        (b"event: ping\ndata: {}\n\ndata: noon\nevent:ping\n\ndata: 1\n\n", [b"1"]),
        (b"event: pings\ndata: 1\n\n", [b"1"]),
        (b"data: 1\r\n\r\ndata: 2\r\n\r\n", [b"1", b"2"]),
        (b"data: [1,\r\ndata: 2]\r\n\r\n", [b"[1,\n2]"]),
    ],
)
def test_events_as_the_standard_has_them(content: bytes, expected: list[bytes]) -> None:
    for size in (1, 2, len(content)):
        decoder = EventDecoder()
        pieces = [content[i : i + size] for i in range(0, len(content), size)]
        assert [data for piece in pieces for data in decoder.feed(piece)] == expected
        assert decoder.end() == []


def test_pieces_hold_what_people_want(caller: Caller, service: Service) -> None:
    chunks = [
        {"response": "a", "p": "padding"},
        {"response": None, "tool_calls": [{"name": "f", "arguments": {"x": 1}}]},
        {"response": "", "usage": {"prompt_tokens": 5}},
        {"choices": [{"delta": {"content": "b"}, "finish_reason": None}]},
    ]
    lines = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks)
    service.replies(events(lines.encode(), b"data: [DONE]\n\n"))
    first, second, third, fourth = caller.stream(LLAMA, prompt="x")
    assert (first.response, first.extra_fields) == ("a", {"p": "padding"})
    assert second.tool_calls[0].name == "f"
    assert third.usage.prompt_tokens == 5
    assert fourth.choices[0].delta.content == "b"


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_nothing_after_the_end_counts(caller: Caller, service: Service) -> None:
    service.replies(events(HELLO, b"data: nonsense\n\n", Cut()))
    assert len(caller.stream(LLAMA, PARAMS)) == 2


@pytest.mark.parametrize(
    "end", [b"data: [DONE] \n\n", b"data:  [DONE]\n\n", b"id: 1\ndata: [DONE]\t\n\n"]
)
def test_space_around_the_end_counts_for_nothing(
    caller: Caller, service: Service, end: bytes
) -> None:
    service.replies(events(b'data: {"response": "a"}\n\ndata: \n\n', end))
    assert texts(caller.stream(LLAMA, PARAMS)) == ["a"]


def test_a_reason_to_finish_is_an_end(caller: Caller, service: Service) -> None:
    last = b'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\n'
    service.replies(events(b'data: {"response": "a"}\n\n', last))
    assert len(caller.stream(LLAMA, PARAMS)) == 2


@pytest.mark.parametrize(
    "end", [b"data: [DONE]", b"data: [DONE]\n", b"data: [DONE]\r\n", b"data: [DONE] "]
)
def test_the_last_line_may_lack_its_end(caller: Caller, service: Service, end: bytes) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', end))
    assert texts(caller.stream(LLAMA, PARAMS)) == ["a"]


@pytest.mark.parametrize(
    "rest",
    [
        (),
        (b'data: {"resp',),
        (Cut(),),
        (b"data: {}", Cut()),
        (b'data: "gr\xc3', Cut()),
        # Where a chunk makes no HTTP, aiohttp waited for ever.
        (Wait(0.2), Raw(b"no chunk\r\n")),
    ],
)
def test_a_cut_stream_says_so_and_holds_what_came(
    caller: Caller, service: Service, rest: tuple[Any, ...]
) -> None:
    service.replies(events(b'data: {"response": "a"}\n\ndata: {"response": "b"}\n\n', *rest))
    with pytest.raises(StreamInterruptedError) as caught:
        caller.stream(LLAMA, PARAMS)
    assert texts(list(caught.value.chunks))[:2] == ["a", "b"]
    assert caught.value.request is not None
    assert caught.value.ray_id == RAY


def test_a_stream_that_falls_silent(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', Wait(3)))
    with pytest.raises(StreamInterruptedError) as caught:
        caller.stream(LLAMA, PARAMS, timeout=0.2)
    assert texts(list(caught.value.chunks)) == ["a"]


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ({"errors": [{"code": 3040, "message": "no capacity"}]}, RateLimitError),
        ({"errors": [{"message": "no capacity"}], "success": False}, APIStatusError),
        ({"error": {"message": "no capacity", "code": 5}}, APIStatusError),
        ({"error": "no capacity"}, APIStatusError),
    ],
)
# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_an_error_event_raises(
    caller: Caller, service: Service, event: Any, error: type[CloudflareError]
) -> None:
    content = f'data: {{"response": "a"}}\n\ndata: {json.dumps(event)}\n\n'
    service.replies(events(content.encode()))
    with pytest.raises(error, match="no capacity"):
        caller.stream(LLAMA, PARAMS)


def _until_it_fails(caller: Caller, came: list[Any]) -> None:
    """Stream into a list, which then holds what came before the failure."""

    def sync(client: Cloudflare) -> None:
        came.extend(client.ai.stream(LLAMA, PARAMS))

    async def parallel(client: AsyncCloudflare) -> None:
        async with client.ai.stream(LLAMA, PARAMS) as stream:
            async for chunk in stream:
                came.append(chunk)  # noqa: PERF401  # what came before counts

    caller.call(sync, parallel)


FIRST = b'data: {"response": "a"}\n\n'


@pytest.mark.parametrize(
    ("event", "error", "said"),
    [
        # A failure that names no errors.
        (b'data: {"success": false}', APIStatusError, ""),
        (b'data: {"result": null, "success":false, "messages": []}', APIStatusError, ""),
        (b'data: {"success" :\ndata: false}', APIStatusError, ""),
        # A failure that only the kind of the event tells of.
        (b'event: error\ndata: {"code": 3040, "message": "full"}', RateLimitError, "3040: full"),
        (b'data: {"code": 3040, "message": "full"}\nevent: error', RateLimitError, "3040: full"),
        (b'event:error\ndata:{"message":"full"}', APIStatusError, "full"),
        (b'event: error\r\nid: 7\r\ndata: {"message": "full"}', APIStatusError, "full"),
        (b'event: error\ndata: {"message":\ndata: "full"}', APIStatusError, "full"),
        (b'event: error\ndata: "full"', APIStatusError, "full"),
        (b'event: error\ndata: [{"code": 3040, "message": "full"}]', RateLimitError, "3040: full"),
        (b'event: error\ndata: {"response": "full"}', APIStatusError, "full"),
        # As whole an envelope, or with a member of that name, as elsewhere.
        (
            b'event: error\ndata: {"errors": [{"code": 3040, "message": "full"}]}',
            RateLimitError,
            "full",
        ),
        (
            b'event: error\ndata: {"error": {"code": 3040, "message": "full"}}',
            RateLimitError,
            "full",
        ),
        (b'event: error\ndata: {"error": "full"}', APIStatusError, "failed: full"),
        (b'data: {"error": {"code": 500}}', InternalServerError, ""),
        (
            b'data: {"type": "error", "code": "x", "message": "full"}',
            APIStatusError,
            "failed: full",
        ),
        # However little it says.
        (b"event: error\ndata: null", APIStatusError, ""),
        (b"event: error\ndata: {}", APIStatusError, ""),
        (b'event: error\ndata: ""', APIStatusError, ""),
        # One that nobody can read is a failure all the same.
        (b"event: error\ndata: full", CloudflareError, ""),
    ],
)
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_failures_reported_in_other_words(
    caller: Caller, service: Service, event: bytes, error: type[CloudflareError], said: str
) -> None:
    """After what came before was handed over; it is not tried again."""
    service.replies(events(FIRST + event + b"\n\n" + HELLO))
    came: list[TextGenerationChunk] = []
    with pytest.raises(error, match=f"{said}.?.?$"):
        _until_it_fails(caller, came)
    assert texts(came) == ["a"]
    assert len(service.received) == 1


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            b'data: {"response": "\\"success\\": false, \\"error\\": 5"}',
            '"success": false, "error": 5',
        ),
        (b'data: {"response": "event: error"}', "event: error"),
        (b'data: {"response": "\\nevent: error\\ndata: {}"}', "\nevent: error\ndata: {}"),
        (b'data: {"response": "b", "success": true, "errors": []}', "b"),
        (b'data: {"response": "b", "success": "false", "error": null}', "b"),
        (b'data: {"response": "b", "details": {"success": false, "error": "x"}}', "b"),
        (b'event: message\ndata: {"response": "b"}', "b"),
        (b'event: errors\ndata: {"response": "b"}', "b"),
        (b'data: {"response": "b", "type": "errors"}', "b"),
        (b': event: error\ndata: {"response": "b"}', "b"),
        (b'id: error\ndata: {"response": "b"}', "b"),
    ],
)
def test_pieces_that_hold_the_words_of_failures(
    caller: Caller, service: Service, event: bytes, expected: str
) -> None:
    service.replies(events(FIRST + event + b"\n\ndata: [DONE]\n\n"))
    assert texts(caller.stream(LLAMA, PARAMS)) == ["a", expected]


def test_text_that_looks_like_an_error(caller: Caller, service: Service) -> None:
    said = '{"errors": [5]} "error"'
    content = f"data: {json.dumps({'response': said, 'errors': []})}\n\ndata: [DONE]\n\n"
    service.replies(events(content.encode()))
    assert texts(caller.stream(LLAMA, PARAMS)) == [said]


@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_events_that_are_not_json(caller: Caller, service: Service) -> None:
    service.replies(events(b"data: <html>\n\n"))
    with pytest.raises(APIResponseError, match="not JSON"):
        caller.stream(LLAMA, PARAMS)


def test_drift_in_a_stream(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": 5}\n\ndata: [DONE]\n\n'))
    with pytest.warns(SchemaDriftWarning, match=r"^\$\.response: expected str, got int"):
        assert texts(caller.stream(LLAMA, PARAMS)) == [5]


def test_a_model_that_does_not_stream(caller: Caller, service: Service) -> None:
    service.replies(result({"response": "whole"}))
    assert texts(caller.stream(LLAMA, PARAMS)) == ["whole"]
    service.replies(refusal(200, 3040))
    with pytest.raises(RateLimitError):
        caller.stream(LLAMA, PARAMS)


def test_opening_is_tried_again_and_refused(caller: Caller, service: Service) -> None:
    service.replies(refusal(503, None), events(HELLO))
    assert len(caller.stream(LLAMA, PARAMS)) == 2
    service.replies(refusal(401, 10000))
    with pytest.raises(AuthenticationError):
        caller.stream(LLAMA, PARAMS)


def test_what_cannot_stream_is_refused_before_sending(caller: Caller, service: Service) -> None:
    with pytest.raises(TypeError, match="cannot be streamed"):
        caller.stream(LLAMA, TranslationParams(text="x", target_lang="fr"))
    with pytest.raises(
        TypeError, match=r"^TranslationParams cannot be streamed: pass it to ai\.run$"
    ):
        caller.stream("@cf/meta/m2m100-1.2b", text="x", target_lang="fr")
    with pytest.raises(ValueError, match="model_name"):
        caller.stream("a//b", PARAMS)
    assert service.received == []


ENDLESS = events(b'data: {"response": "a"}\n\n', *([b'data: {"response": "b"}\n\n'] * 9), Wait(30))


def test_leaving_early_frees_the_connection(client: Cloudflare, service: Service) -> None:
    service.replies(ENDLESS)
    with client.ai.stream(LLAMA, PARAMS) as stream:
        assert next(stream).response == "a"
        assert stream.response.status_code == 200
    with pytest.raises(StopIteration):
        next(stream)
    stream.close()
    assert idle(client)


def test_dropping_a_stream_frees_the_connection(client: Cloudflare, service: Service) -> None:
    service.replies(ENDLESS)
    gc.disable()
    try:
        for chunk in client.ai.stream(LLAMA, PARAMS):
            assert chunk.response == "a"
            break
        assert idle(client)
    finally:
        gc.enable()


def idle(client: Cloudflare) -> bool:
    """Whether no connection of the pool is in use."""
    pool: Any = client.connections.client._transport
    return all(connection.is_idle() for connection in pool._pool.connections)


def test_a_finished_stream_gives_its_connection_back(client: Cloudflare, service: Service) -> None:
    service.replies(events(HELLO))
    for _ in range(3):
        assert len(list(client.ai.stream(LLAMA, PARAMS))) == 2
    assert service.connections == 1


def test_a_stream_that_was_never_opened(client: Cloudflare, service: Service) -> None:
    stream = client.ai.stream(LLAMA, PARAMS)
    stream.close()
    with pytest.raises(CloudflareError, match="closed"):
        assert stream.response
    assert service.received == []


@pytest.mark.anyio
async def test_cancellation_in_the_middle(anyio_backend: str, service: Service) -> None:
    service.replies(ENDLESS)
    came: list[TextGenerationChunk] = []
    async with AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url) as client:
        with anyio.move_on_after(0.3) as scope:
            async with client.ai.stream(LLAMA, PARAMS) as stream:
                async for chunk in stream:
                    came += [chunk]
        assert scope.cancelled_caught
        assert len(came) == 10
        pool: Any = client.connections.client._transport
        assert pool._pool.connections == []
        service.replies(events(HELLO))
        assert len([chunk async for chunk in client.ai.stream(LLAMA, PARAMS)]) == 2


@pytest.mark.anyio
async def test_the_client_for_threads_inside_an_event_loop(
    anyio_backend: str, client: Cloudflare, service: Service
) -> None:
    service.replies(events(HELLO))
    assert len(list(client.ai.stream(LLAMA, PARAMS))) == 2
    service.replies(ENDLESS)
    with client.ai.stream(LLAMA, PARAMS) as stream:
        assert next(stream).response == "a"
    assert idle(client)
    service.replies(result({"response": "whole"}))
    assert client.ai.run(LLAMA, PARAMS).response == "whole"


PIECE = bytes(range(256)) * 256


def test_files_are_streamed(caller: Caller, service: Service, tmp_path: Path) -> None:
    service.replies(Reply([PIECE] * 20, headers={"content-type": "image/png"}))
    params = TextToImageParams(prompt="x")
    assert caller.file(LLAMA, params) == PIECE * 20
    caller.save(tmp_path / "image", LLAMA, prompt="x")
    assert (tmp_path / "image").read_bytes() == PIECE * 20


def test_files_inside_json_are_streamed_all_the_same(caller: Caller, service: Service) -> None:
    service.replies(result({"image": "AAEC"}))
    assert caller.file(LLAMA, TextToImageParams(prompt="x")) == b"\x00\x01\x02"


@pytest.mark.parametrize(
    "reply", [document({"result": {}, "success": True}), body(b"x", "text/html")]
)
def test_no_file_in_the_answer(caller: Caller, service: Service, reply: Reply) -> None:
    service.replies(reply)
    caller.options["on_drift"] = "ignore"
    with pytest.raises(APIResponseError):
        caller.file(LLAMA, TextToImageParams(prompt="x"))


def test_a_truncated_file_is_not_saved(caller: Caller, service: Service, tmp_path: Path) -> None:
    service.replies(Reply((PIECE, Cut()), headers={"content-type": "image/png"}, length=10**6))
    with pytest.raises(StreamInterruptedError):
        caller.save(tmp_path / "image", LLAMA, TextToImageParams(prompt="x"))
    assert list(tmp_path.iterdir()) == []


def test_a_refused_file(caller: Caller, service: Service, tmp_path: Path) -> None:
    service.replies(refusal(401, 10000))
    with pytest.raises(AuthenticationError):
        caller.save(tmp_path / "image", LLAMA, TextToImageParams(prompt="x"))


def test_opening_may_time_out(caller: Caller, service: Service) -> None:
    service.replies(Reply((Wait(3),), status=200, length=2, headers={"x": "y"}))
    with pytest.raises((APITimeoutError, StreamInterruptedError)):
        caller.stream(LLAMA, PARAMS, timeout=0.05)


def test_a_long_event_is_one_event(caller: Caller, service: Service) -> None:
    text = "x" * 4_000_000
    content = f"data: {json.dumps({'response': text})}\n\ndata: [DONE]\n\n".encode()
    service.replies(events(*(content[i : i + 100_000] for i in range(0, len(content), 100_000))))
    assert texts(caller.stream(LLAMA, PARAMS)) == [text]


@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_errors_of_events_in_words(caller: Caller, service: Service) -> None:
    service.replies(events(b"data: <html>\n\n"))
    with pytest.raises(APIResponseError) as caught:
        caller.stream(LLAMA, PARAMS)
    reason = "JSON is malformed: invalid character (byte 0)"
    assert str(caught.value) == f"An event of the stream is not JSON: {reason}"
    assert caught.value.request is not None
    event = {"errors": [{"code": 3040, "message": "full"}, {"message": "later"}]}
    content = f"data: {json.dumps(event)}\n\n".encode()
    service.replies(events(content))
    with pytest.raises(RateLimitError) as failed:
        caller.stream(LLAMA, PARAMS)
    assert str(failed.value) == "The stream failed: 3040: full; later"
    assert failed.value.body == content[6:-2]
    assert failed.value.status_code == 200
    assert [error.code for error in failed.value.errors] == [3040, None]


def test_usage_may_come_on_any_piece(caller: Caller, service: Service) -> None:
    lines = [
        {"response": "a", "usage": {"total_tokens": 1}},
        {"response": "", "usage": {"total_tokens": 2}},
    ]
    content = "".join(f"data: {json.dumps(line)}\n\n" for line in lines)
    service.replies(events(content.encode(), b"data: [DONE]\n\n"))
    chunks = caller.stream(LLAMA, PARAMS)
    assert [chunk.usage.total_tokens for chunk in chunks] == [1, 2]


def test_a_finish_reason_inside_a_text_is_no_end(caller: Caller, service: Service) -> None:
    said = '"finish_reason": "stop"'
    service.replies(events(f"data: {json.dumps({'response': said})}\n\n".encode()))
    with pytest.raises(StreamInterruptedError, match="before its end"):
        caller.stream(LLAMA, PARAMS)
    unfinished = b'data: {"choices": [{"delta": {}, "finish_reason": null}]}\n\n'
    service.replies(events(unfinished))
    with pytest.raises(StreamInterruptedError, match="before its end"):
        caller.stream(LLAMA, PARAMS)


def test_a_stream_of_several_answers_ends_with_the_last_of_them(
    caller: Caller, service: Service
) -> None:
    def choice(index: int, reason: str | None) -> bytes:
        one = {"index": index, "delta": {"content": "x"}, "finish_reason": reason}
        return f"data: {json.dumps({'choices': [one]})}\n\n".encode()

    begun = choice(0, None) + choice(1, None) + choice(0, "stop")
    service.replies(events(begun))
    with pytest.raises(StreamInterruptedError, match="before its end"):
        caller.stream(LLAMA, PARAMS)
    # What is told after the end of one, such as its usage, does not begin it again.
    service.replies(events(begun, choice(1, "length"), choice(0, None)))
    assert len(caller.stream(LLAMA, PARAMS)) == 5
    service.replies(events(choice(0, "stop"), choice(1, "stop")))
    assert len(caller.stream(LLAMA, PARAMS)) == 2


def test_a_file_stream_knows_its_type(client: Cloudflare, service: Service) -> None:
    service.replies(Reply([b"x"], headers={"content-type": "image/png; charset=binary"}))
    with client.ai.stream_bytes(LLAMA, TextToImageParams(prompt="x")) as stream:
        assert stream.media_type == "image/png"
        assert b"".join(stream) == b"x"
        with pytest.raises(StopIteration):
            next(stream)


@pytest.mark.anyio
async def test_a_file_stream_in_tasks(anyio_backend: str, service: Service, tmp_path: Path) -> None:
    service.replies(Reply([b"x", b"y"], headers={"content-type": "image/png"}))
    async with AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url) as client:
        stream = client.ai.stream_bytes(LLAMA, TextToImageParams(prompt="x"))
        assert await stream.media_type() == "image/png"
        assert (await stream.response()).status_code == 200
        await stream.save(tmp_path / "image")
        await stream.close()
        # Headers stay: support asks for the ray id of what failed.
        assert (await stream.response()).status_code == 200
        with pytest.raises(CloudflareError, match=r"^The response is closed, or was") as caught:
            await stream.save(tmp_path / "image")
    assert caught.value.request is not None
    assert (tmp_path / "image").read_bytes() == b"xy"


def test_no_file_in_words(caller: Caller, service: Service) -> None:
    caller.options["on_drift"] = "ignore"
    for reply in (document({"result": {}, "success": True}), result({"image": ""})):
        service.replies(reply)
        with pytest.raises(APIResponseError, match=r"^The answer is not a file$"):
            caller.file(LLAMA, TextToImageParams(prompt="x"))
    service.replies(document({"result": "x", "success": True}))
    with pytest.raises(APIResponseError, match=r"^The answer is not a file$"):
        caller.file(LLAMA, TranslationParams(text="x", target_lang="fr"))


def test_the_end_counts_even_where_the_connection_breaks_after_it(
    caller: Caller, service: Service
) -> None:
    service.replies(events(b'data: {"response": "a"}\n\ndata: [DONE]\n\n', Wait(0.05), Cut()))
    assert texts(caller.stream(LLAMA, PARAMS)) == ["a"]


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "application/problem+json"])
def test_another_answer_than_a_stream_is_reported_as_what_it_is(
    caller: Caller, service: Service, media_type: str
) -> None:
    service.replies(body(b"<html>Just a moment...</html>", media_type))
    with pytest.raises(APIResponseError) as caught:
        caller.stream(LLAMA, PARAMS)
    assert (caught.value.status_code, caught.value.body) == (200, b"<html>Just a moment...</html>")
    quota = {"success": False, "errors": [{"code": 3036, "message": "gone"}], "result": None}
    service.replies(document(quota, content_type=media_type))
    with pytest.raises(QuotaExceededError):
        caller.stream(LLAMA, PARAMS)


def test_a_finished_chat_may_break_afterwards(caller: Caller, service: Service) -> None:
    last = b'data: {"choices": [{"delta": {"content": "x"}, "finish_reason": "stop"}]}\n\n'
    service.replies(events(last, Wait(0.05), Cut()))
    assert len(caller.stream(LLAMA, PARAMS)) == 1
    # Some services have the member in each piece, without a reason until the last.
    service.replies(events(last.replace(b"stop", b"")))
    with pytest.raises(StreamInterruptedError):
        caller.stream(LLAMA, PARAMS)


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_pings_after_the_end_hold_nobody(caller: Caller, service: Service) -> None:
    service.replies(events(HELLO, *([Wait(0.1), b": ping\n\n"] * 50)))
    before = time.monotonic()
    assert len(caller.stream(LLAMA, PARAMS)) == 2
    assert time.monotonic() - before < 3


def test_half_a_surrogate_pair_loses_nothing(caller: Caller, service: Service) -> None:
    halves = [rb'data: {"response": "\ud83d"}', rb'data: {"response": "\ude00"}', b"data: [DONE]"]
    service.replies(events(b"\n\n".join([*halves, b""])))
    assert texts(caller.stream(LLAMA, PARAMS)) == ["\ud83d", "\ude00"]


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
@pytest.mark.parametrize(
    "content",
    [
        b"event: error\ndata: out of capacity",
        b"event: error\ndata: out of capacity\n",
        b"event: error\ndata:\n\ndata: [DONE]\n\n",
    ],
)
def test_errors_at_the_very_end_and_without_words(
    caller: Caller, service: Service, content: bytes
) -> None:
    service.replies(events(content))
    with pytest.raises(APIStatusError, match=r"^The stream failed"):
        caller.stream(LLAMA, PARAMS)


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_an_event_that_is_not_json_is_kept(caller: Caller, service: Service) -> None:
    service.replies(events(b"data: <html>oops</html>\n\n"))
    with pytest.raises(APIResponseError) as caught:
        caller.stream(LLAMA, PARAMS)
    assert caught.value.body == b"<html>oops</html>"


def test_what_was_read_is_not_saved_as_nothing(
    client: Cloudflare, service: Service, tmp_path: Path
) -> None:
    service.replies(body(b"picture", "image/png"))
    path = tmp_path / "image"
    with client.ai.stream_bytes(LLAMA, TextToImageParams(prompt="x")) as stream:
        stream.save(path)
        with pytest.raises(CloudflareError, match="closed"):
            stream.save(path)
    with pytest.raises(CloudflareError, match="closed"):
        stream.save(path)
    assert path.read_bytes() == b"picture"


@pytest.mark.parametrize("kind", ["json", "file"])
def test_a_file_of_unsaid_type(caller: Caller, service: Service, kind: str) -> None:
    content = json.dumps({"success": False, "errors": [{"code": 3036, "message": "gone"}]}).encode()
    service.replies(body(content if kind == "json" else b"\x89PNG", ""))
    if kind == "file":
        assert caller.file(LLAMA, TextToImageParams(prompt="x")) == b"\x89PNG"
    else:
        with pytest.raises(QuotaExceededError):
            caller.file(LLAMA, TextToImageParams(prompt="x"))


async def test_closing_while_another_task_reads(anyio_backend: str, service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', Wait(5)))
    ended = anyio.Event()

    async def read(stream: AsyncStream[Any]) -> None:
        with pytest.raises(StreamInterruptedError) as caught:
            _ = [chunk async for chunk in stream]
        assert texts(list(caught.value.chunks)) == ["a"]  # type: ignore[arg-type]
        ended.set()

    async with AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url) as client:
        stream = client.ai.stream(LLAMA, PARAMS)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(read, stream)
            await anyio.sleep(0.3)
            with anyio.fail_after(3):
                await stream.close()
                await ended.wait()
    assert service.wait_until_free()


@pytest.mark.parametrize("mode", ["threads", "tasks"])
def test_half_a_file_is_not_saved(service: Service, tmp_path: Path, mode: str) -> None:
    service.replies(Reply((b"head", Wait(0.05), b"tail"), headers={"content-type": "image/png"}))
    options: dict[str, Any] = {"api_token": "t", "account_id": "a", "base_url": service.base_url}
    params, path = TextToImageParams(prompt="x"), tmp_path / "image"

    async def save() -> None:
        async with AsyncCloudflare(**options) as client:
            async with client.ai.stream_bytes(LLAMA, params) as stream:
                assert await anext(stream) == b"head"
                await stream.save(path)

    def save_at_once() -> None:
        with Cloudflare(**options) as client, client.ai.stream_bytes(LLAMA, params) as stream:
            assert next(stream) == b"head"
            stream.save(path)

    way = save_at_once if mode == "threads" else partial(anyio.run, save)
    with pytest.raises(CloudflareError, match=r"^The response is closed, or was read before"):
        way()
    assert list(tmp_path.iterdir()) == []


def test_closing_while_another_thread_reads(client: Cloudflare, service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\n', Wait(1), b'data: {"response": "b"}\n\n'))
    stream = client.ai.stream(LLAMA, PARAMS)
    assert next(stream).response == "a"
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(next, stream)
        time.sleep(0.2)
        stream.close()
        with pytest.raises((StreamInterruptedError, StopIteration)):
            reading.result()
    assert service.wait_until_free()


def test_pieces_with_numbers_that_are_none(caller: Caller, service: Service) -> None:
    numbers = (b"NaN", b"-Infinity")
    pieces = [b'data: {"response": "a", "p": %s}\n\n' % number for number in numbers]
    service.replies(events(*pieces, b"data: [DONE]\n\n"))
    caller.options["on_drift"] = "raise"
    assert [chunk.response for chunk in caller.stream(LLAMA, PARAMS)] == ["a", "a"]
