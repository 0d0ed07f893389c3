"""What an answer may cost: memory, time, and work for messages that nobody may read."""

from __future__ import annotations

import gc
import gzip
import json
import time
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import pytest
from workers_ai import (
    APIResponseError,
    APIStatusError,
    CloudflareError,
    InternalServerError,
    RateLimitError,
    StreamInterruptedError,
    TextGenerationPromptParams,
    TextToImageParams,
)
from workers_ai._runtime.pieces import EventDecoder

from tests.runtime.callers import LLAMA, TOKEN, Caller
from tests.runtime.wire import RAY, Cut, Reply, Service, Wait, body, events, refusal, result

# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
pytestmark = pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")

PARAMS = TextGenerationPromptParams(prompt="x")
JSON = {"content-type": "application/json"}
# Codings other than those of Python itself, and where what unpacks them is.
_DECODERS = {"br": "brotli", "zstd": "backports.zstd"}


def coding(name: str) -> object:
    """A parameter; skipped where nothing unpacks it, since then no service sends it."""
    decoder = _DECODERS.get(name)
    missing = decoder is not None and find_spec(decoder) is None
    return pytest.param(name, marks=pytest.mark.skipif(missing, reason=f"{decoder} is missing"))


@cache
def bomb(coded: str) -> bytes:
    """300 MB of spaces, packed."""
    content = b" " * 300_000_000
    if coded == "br":
        import brotli

        return brotli.compress(content, quality=1)
    if coded == "zstd":
        from backports import zstd

        return zstd.compress(content, 1)
    return gzip.compress(content, 1)


def peak_of(act: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("coded", [coding("gzip"), coding("br"), coding("zstd")])
@pytest.mark.parametrize(("status", "error"), [(200, APIResponseError), (500, InternalServerError)])
def test_a_body_that_unpacks_to_too_much(
    caller: Caller, service: Service, status: int, error: type[CloudflareError], coded: str
) -> None:
    service.replies(body(bomb(coded), "application/json", status, content_encoding=coded))
    caller.options |= {"max_response_bytes": 10_000_000, "max_retries": 0}

    def act() -> None:
        with pytest.raises(error, match="10000000 bytes") as caught:
            caller.run(LLAMA, PARAMS)
        failure = caught.value
        assert isinstance(failure, APIResponseError | APIStatusError)
        assert (failure.status_code, failure.ray_id) == (status, RAY)
        assert "max_response_bytes" in str(failure)

    assert peak_of(act) < 40_000_000


def test_the_default_is_128_mib(caller: Caller, service: Service) -> None:
    service.replies(body(bomb("gzip"), "application/json", content_encoding="gzip"))
    with pytest.raises(APIResponseError, match=f"more than {128 * 1024 * 1024} bytes"):
        caller.run(LLAMA, PARAMS)


@pytest.mark.parametrize("reply", [result({"response": "x" * 1000}), Reply([b" " * 1200])])
def test_lengths_that_are_said_and_unsaid(caller: Caller, service: Service, reply: Reply) -> None:
    service.replies(Reply(reply.pieces, headers=JSON, length=reply.length))
    caller.options["max_response_bytes"] = 1100
    if reply.length:
        assert len(caller.run(LLAMA, PARAMS).response) == 1000
    caller.options["max_response_bytes"] = 1000
    with pytest.raises(APIResponseError, match="more than 1000 bytes"):
        caller.run(LLAMA, PARAMS)
    with pytest.raises(APIResponseError, match="more than 1000 bytes"):
        caller.raw(LLAMA, PARAMS)
    with pytest.raises(APIResponseError, match="more than 1000 bytes"):
        caller.stream(LLAMA, PARAMS)


def test_streams_have_no_limit(caller: Caller, service: Service) -> None:
    piece = b'data: {"response": "a"}\n\n'
    service.replies(events(*[piece] * 100, b"data: [DONE]\n\n"))
    caller.options["max_response_bytes"] = 100
    assert len(caller.stream(LLAMA, PARAMS)) == 100
    service.replies(Reply([b"x" * 500] * 3, headers={"content-type": "image/png"}))
    assert len(caller.file(LLAMA, TextToImageParams(prompt="x"))) == 1500


@pytest.mark.parametrize("end", [b"\n\n", b""], ids=["whole", "without an end"])
def test_an_event_has_the_limit_of_an_answer(caller: Caller, service: Service, end: bytes) -> None:
    long = b'data: {"response": "%s"}' % (b"a" * 5000) + end
    service.replies(events(b'data: {"response": "a"}\n\n', long[:2000], long[2000:], Wait(2)))
    caller.options["max_response_bytes"] = 1000
    said = r"^An event of the stream has more than 1000 bytes, which is what `max_resp"
    with pytest.raises(APIResponseError, match=said) as caught:
        caller.stream(LLAMA, PARAMS)
    assert caught.value.ray_id == RAY
    assert service.wait_until_free()


def test_a_line_has_the_limit_of_an_answer(caller: Caller, service: Service) -> None:
    service.replies(events(b"x\n" * 2000, b"x" * 600, b"x" * 600, Wait(2)))
    caller.options["max_response_bytes"] = 1000
    said = r"^A line of the answer has more than 1000 bytes, which is what `max_resp"
    with pytest.raises(APIResponseError, match=said) as caught:
        caller.lines(LLAMA, PARAMS)
    assert caught.value.ray_id == RAY
    assert service.wait_until_free()


@pytest.mark.parametrize(
    "encoding", [coding("gzip"), coding("deflate"), coding("br"), coding("zstd")]
)
def test_a_body_that_does_not_unpack(caller: Caller, service: Service, encoding: str) -> None:
    service.replies(body(b"not compressed", "application/json", content_encoding=encoding))
    with pytest.raises(APIResponseError, match=f"^The answer is not {encoding}: ") as caught:
        caller.run(LLAMA, PARAMS)
    assert (caught.value.status_code, caught.value.ray_id) == (200, RAY)
    service.replies(body(b"not compressed", "text/html", 502, content_encoding=encoding))
    with pytest.raises(InternalServerError, match=f"^502 Because: The answer is not {encoding}: "):
        caller.run(LLAMA, PARAMS, max_retries=0)


@pytest.mark.parametrize("encoding", [coding("gzip"), coding("br"), coding("zstd")])
def test_pieces_that_do_not_unpack(caller: Caller, service: Service, encoding: str) -> None:
    for media_type, read in (("text/event-stream", caller.stream), ("image/png", caller.file)):
        packed = {"content-type": media_type, "content-encoding": encoding}
        service.replies(Reply([b"not compressed"], headers=packed))
        with pytest.raises(APIResponseError, match=f"^The answer is not {encoding}: ") as caught:
            read(LLAMA, TextToImageParams(prompt="x") if read == caller.file else PARAMS)
        assert (caught.value.status_code, caught.value.ray_id) == (200, RAY)
    assert service.wait_until_free()


def test_a_stream_whose_end_does_not_unpack(caller: Caller, service: Service) -> None:
    end = b'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\n'
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    packed = packer.compress(end) + packer.flush(zlib.Z_SYNC_FLUSH)
    headers = {"content-type": "text/event-stream", "content-encoding": "gzip"}
    service.replies(Reply([packed, Wait(0.05), b"\xff not compressed"], headers=headers))
    assert len(caller.stream(LLAMA, PARAMS)) == 1


def seconds_of(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return time.process_time() - before


def test_a_long_event_takes_time_by_its_length() -> None:
    def feed(size: int) -> None:
        decoder, found = EventDecoder(), list[bytes]()
        content = b"data: " + b"x" * size + b"\n\n"
        for start in range(0, len(content), 64):
            found += decoder.feed(content[start : start + 64])
        assert [len(data) for data in found] == [size]

    one, four = (
        min(seconds_of(lambda s=s: feed(s)) for _ in range(3)) for s in (500_000, 2_000_000)
    )
    assert four < 8 * one + 0.05


def test_a_stream_keeps_a_megabyte_for_an_error(caller: Caller, service: Service) -> None:
    piece = b'data: {"response": "%s"}\n\n' % (b"x" * 1000)
    service.replies(events(*[piece * 20] * 200, Cut()))
    with pytest.raises(StreamInterruptedError) as caught:
        caller.stream(LLAMA, PARAMS)
    error = caught.value
    assert error.count == 4000
    assert 1000 < len(error.chunks) < 1100


def test_after_the_end_nobody_waits_for_the_service(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\ndata: [DONE]\n\n', Wait(4)))
    before = time.monotonic()
    assert len(caller.stream(LLAMA, PARAMS)) == 1
    assert time.monotonic() - before < 1.5
    assert service.wait_until_free()


def test_an_end_that_comes_soon_keeps_the_connection(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": "a"}\n\ndata: [DONE]\n\n', Wait(0.03)))

    def sync(client: object) -> None:
        for _ in range(3):
            list(client.ai.stream(LLAMA, PARAMS))  # type: ignore[attr-defined]

    async def parallel(client: object) -> None:
        for _ in range(3):
            async for _ in client.ai.stream(LLAMA, PARAMS):  # type: ignore[attr-defined]
                pass

    caller.call(sync, parallel)
    assert service.connections == 1


def test_a_refusal_costs_no_more_than_an_answer(caller: Caller, service: Service) -> None:
    prompt = "The quick brown fox jumps over the lazy dog. " * 40_000
    params = TextGenerationPromptParams(prompt=prompt)
    said = "too many requests at the moment, please try again later"

    def act() -> None:
        service.replies(result({"response": "hi"}))
        answered = seconds_of(lambda: client_run(caller, params))
        service.replies(refusal(429, 3040, said))
        with pytest.raises(RateLimitError, match=said):
            client_run(caller, params)
        refused = min(seconds_of(lambda: refuse(caller, params)) for _ in range(3))
        assert refused < 3 * answered + 0.02

    act()


def client_run(caller: Caller, params: TextGenerationPromptParams) -> None:
    caller.run(LLAMA, params, max_retries=0)


def refuse(caller: Caller, params: TextGenerationPromptParams) -> None:
    with pytest.raises(RateLimitError):
        client_run(caller, params)


def test_a_prompt_repeated_from_its_midst_is_masked(caller: Caller, service: Service) -> None:
    prompt = " ".join(f"On day {n} the patient took {n * 7} mg of it." for n in range(100))
    service.replies(refusal(400, 5004, f"cannot use '{prompt[200:300]}' here"))
    with pytest.raises(APIStatusError, match=r"^400 Because: 5004: cannot use '\*\*\*' here$"):
        caller.run(LLAMA, TextGenerationPromptParams(prompt=prompt))


def test_names_of_fields_are_not_masked(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5006, "unknown property 'max_completion_tokens'"))
    with pytest.raises(APIStatusError, match="unknown property 'max_completion_tokens'"):
        caller.run(LLAMA, PARAMS, extra_body={"max_completion_tokens": 5})


def test_a_credential_that_comes_back_is_held_nowhere(caller: Caller, service: Service) -> None:
    service.replies(body(f"<p>{TOKEN}</p>".encode(), "text/html", 502, x_echo=f"Bearer {TOKEN}"))
    with pytest.raises(InternalServerError) as caught:
        caller.run(LLAMA, PARAMS, max_retries=0)
    assert caught.value.body == b"<p>***</p>"
    assert TOKEN not in repr(vars(caught.value))


def test_two_hundred_thousand_errors_in_an_answer(caller: Caller, service: Service) -> None:
    errors = [{"code": n, "message": f"error {n}"} for n in range(200_000)]
    service.replies(body(json.dumps({"errors": errors}).encode(), "application/json", 400))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, PARAMS)
    assert len(caught.value.errors) == 20
