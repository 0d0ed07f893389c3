"""The tree of errors: what each holds, and that it survives pickling, copying and processes."""

from __future__ import annotations

import asyncio
import copy
import multiprocessing
import pickle
from collections.abc import Callable
from typing import Any

import pytest
import workers_ai
from workers_ai import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    BatchError,
    CloudflareError,
    QuotaExceededError,
    RateLimitError,
    SchemaDriftError,
    StreamInterruptedError,
    TextGenerationResponse,
    TranslationResponse,
)
from workers_ai._runtime.errors import ErrorDetail, RequestInfo

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import HANG_UP, RAY, Reply, Service, body, refusal

INFO = RequestInfo("POST", "https://api.example.com/ai/run/m")
PARENTS = {
    "APIConnectionError": CloudflareError,
    "APITimeoutError": APIConnectionError,
    "APIResponseError": CloudflareError,
    "APIStatusError": CloudflareError,
    "AuthenticationError": APIStatusError,
    "BadRequestError": APIStatusError,
    "BatchError": CloudflareError,
    "CloudflareError": Exception,
    "ConflictError": APIStatusError,
    "InternalServerError": APIStatusError,
    "NotFoundError": APIStatusError,
    "PermissionDeniedError": APIStatusError,
    "QuotaExceededError": RateLimitError,
    "RateLimitError": APIStatusError,
    "RequestTooLargeError": APIStatusError,
    "SchemaDriftError": APIResponseError,
    "StreamInterruptedError": CloudflareError,
    "UnprocessableEntityError": APIStatusError,
}
ANSWERED = (APIStatusError, APIResponseError)
WAYS: dict[str, Callable[[Any], Any]] = {
    **{
        f"pickle-{protocol}": lambda error, p=protocol: pickle.loads(pickle.dumps(error, p))
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


def made(name: str) -> CloudflareError:
    cls = getattr(workers_ai, name)
    message = f"{name} in words"
    if issubclass(cls, ANSWERED):
        return cls(
            message,
            status_code=429,
            headers={"cf-ray": RAY},
            body=b"\xff{}",
            errors=[ErrorDetail(3040, "no")],
            retry_after=1.5,
            request=INFO,
        )
    if cls is StreamInterruptedError:
        chunk = TranslationResponse.from_dict({"translated_text": "x", "score": 1})
        return cls(message, chunks=[chunk], request=INFO)
    if cls is BatchError:
        return cls(message, answers=[made("RateLimitError"), TextGenerationResponse()])
    return cls(message, request=INFO)


def held(error: CloudflareError) -> dict[str, Any]:
    """What an error holds, errors inside it as what they hold."""
    values = dict(vars(error), text=str(error), shown=repr(error))
    if isinstance(error, BatchError):
        values["answers"] = [
            held(answer) if isinstance(answer, CloudflareError) else answer
            for answer in error.answers
        ]
    return values


def test_the_whole_tree() -> None:
    named = {name for name in dir(workers_ai) if name.endswith("Error")}
    found = {name for name in named if issubclass(getattr(workers_ai, name), CloudflareError)}
    assert found == PARENTS.keys()
    for name, parent in PARENTS.items():
        assert issubclass(getattr(workers_ai, name), parent)
    assert not issubclass(APIResponseError, APIStatusError)
    assert not issubclass(APIStatusError, APIResponseError)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", PARENTS)
def test_every_error_survives(name: str, way: str) -> None:
    error = made(name)
    error.add_note("found by a caller")
    twin = WAYS[way](error)
    assert type(twin) is type(error)
    assert held(twin) == held(error)
    assert twin.__notes__ == ["found by a caller"]
    if isinstance(error, StreamInterruptedError):
        assert twin.chunks[0].extra_fields == {"score": 1}


def test_an_interrupted_stream_counts_at_least_the_chunks_that_it_holds() -> None:
    assert [StreamInterruptedError("cut", chunks=chunks).count for chunks in ("", "ab")] == [0, 2]


def _raise(name: str) -> None:
    raise made(name)


def test_errors_cross_processes() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        for name in PARENTS:
            with pytest.raises(CloudflareError) as caught:
                pool.apply(_raise, (name,))
            assert type(caught.value) is getattr(workers_ai, name)
            assert held(caught.value) == held(made(name))


class _CallersError(CloudflareError):
    def __init__(self, first: int, second: int) -> None:
        super().__init__(f"{first} and {second}")
        self.sum = first + second


def test_errors_of_callers_may_derive_from_the_root() -> None:
    twin = pickle.loads(pickle.dumps(_CallersError(1, 2)))
    assert (type(twin), str(twin), twin.sum) == (_CallersError, "1 and 2", 3)


def test_what_an_error_of_the_service_holds(caller: Caller, service: Service) -> None:
    service.replies(refusal(429, 3036, "all used up", retry_after="2"))
    with pytest.raises(QuotaExceededError) as caught:
        caller.run(LLAMA, prompt="x")
    error = caught.value
    assert str(error) == error.message == "429 Because: 3036: all used up"
    assert error.errors == (ErrorDetail(3036, "all used up"),)
    assert (error.errors[0].code, error.errors[0].message) == (3036, "all used up")
    assert (error.status_code, error.ray_id, error.retry_after) == (429, RAY, 2)
    assert error.headers["retry-after"] == "2"
    assert error.request is not None
    assert error.request.method == "POST"
    assert error.request.url.endswith(LLAMA)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"errors": [{"code": 1, "message": "a"}, {"message": "b"}]}', "1: a; b"),
        (b'{"errors": ["in words"]}', "in words"),
        (b'{"error": "in words"}', "in words"),
        (b'{"error": {"message": "a", "code": "12"}}', "12: a"),
        (b'{"error": {"message": "a", "code": "rate_limited"}}', "a"),
        (b'{"error": {"message": "a", "code": true}}', "True: a"),
        (b'{"errors": [{"code": "' + b"9" * 5000 + b'", "message": "a"}]}', "a"),
        (b'{"errors": [{"code": 5, "message": null}]}', "5"),
        (b'{"error": {"code": "500"}}', "500"),
        (b'{"errors": [{"code": 5, "message": ""}, {"code": 6, "message": "b"}]}', "5; 6: b"),
        (b'{"error": {"code": 5, "detail": "x"}}', "5: {'code': 5, 'detail': 'x'}"),
        (b'{"error": {"code": "odd"}}', "{'code': 'odd'}"),
        (b'{"errors": [], "detail": "x"}', '{"errors": [], "detail": "x"}'),
        (b"  plain words\n", "plain words"),
        (b"\xff\xfe", "\N{REPLACEMENT CHARACTER}" * 2),
        (b"", ""),
    ],
)
def test_what_the_service_said(
    caller: Caller, service: Service, content: bytes, expected: str
) -> None:
    service.replies(body(content, "application/json", 400))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, prompt="x")
    assert str(caught.value) == (f"400 Because: {expected}" if expected else "400 Because")
    assert caught.value.body == content


def test_a_long_message_is_cut(caller: Caller, service: Service) -> None:
    service.replies(body(b"y" * 9000, "text/html", 400))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, prompt="x")
    start = "400 Because: "
    total = 9000 + len(start)
    assert str(caught.value) == start + "y" * (2000 - len(start)) + f"... ({total} characters)"


@pytest.mark.parametrize("reply", [HANG_UP, body(b"x", "text/html"), refusal(418, None)])
def test_every_error_knows_the_request(caller: Caller, service: Service, reply: Reply) -> None:
    service.replies(reply)
    with pytest.raises(CloudflareError) as caught:
        caller.run(LLAMA, prompt="x")
    assert caught.value.request is not None
    assert caught.value.request.url.startswith(service.base_url)
    assert pickle.loads(pickle.dumps(caught.value)).request == caught.value.request


def test_an_error_may_be_raised_again(caller: Caller, service: Service) -> None:
    service.replies(HANG_UP)

    async def later() -> None:
        with pytest.raises(APIConnectionError) as caught:
            await asyncio.to_thread(caller.run, LLAMA, prompt="x")
        assert type(caught.value) is APIConnectionError

    asyncio.run(later())


def test_a_time_out_is_a_connection_error() -> None:
    assert issubclass(APITimeoutError, APIConnectionError)
    assert issubclass(SchemaDriftError, APIResponseError)
