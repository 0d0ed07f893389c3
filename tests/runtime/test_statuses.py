"""Every status of the service: which error it is, what that holds, whether it is tried again."""

from __future__ import annotations

import copy
import pickle
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest
import workers_ai
from workers_ai import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    Cloudflare,
    CloudflareError,
    InternalServerError,
    NotFoundError,
    RateLimitError,
    SchemaDriftWarning,
    TranslationParams,
)
from workers_ai._runtime import sending
from workers_ai._runtime.bodies import RequestBody
from workers_ai._runtime.call import Call
from workers_ai._runtime.errors import RequestInfo
from workers_ai._runtime.failures import parse_retry_after
from workers_ai._runtime.operations import Operation
from workers_ai._runtime.options import RetryPolicy
from workers_ai._runtime.sending import retry_wait

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import (
    HANG_UP,
    RAY,
    Cut,
    Raw,
    Reply,
    Service,
    Wait,
    body,
    document,
    refusal,
    result,
)

PARAMS = TranslationParams(text="x", target_lang="fr")
# Before tests make it shorter.
FIRST_WAIT = sending._FIRST_WAIT
ANSWER = result({"translated_text": "salut"})

# Status, code, class, tries with the default of two retries.
ROWS = [
    (400, 5004, "BadRequestError", 1),
    (400, 3003, "BadRequestError", 1),
    (400, 5007, "BadRequestError", 1),
    (400, 7000, "BadRequestError", 1),
    (400, 7003, "BadRequestError", 1),
    (401, 10000, "AuthenticationError", 1),
    (403, 9109, "PermissionDeniedError", 1),
    (403, 5016, "PermissionDeniedError", 1),
    (404, 3042, "NotFoundError", 1),
    (405, 5019, "APIStatusError", 1),
    (408, 3007, "APIStatusError", 3),
    (409, None, "ConflictError", 3),
    (413, 3006, "RequestTooLargeError", 1),
    (418, None, "APIStatusError", 1),
    (422, None, "UnprocessableEntityError", 1),
    (429, 3040, "RateLimitError", 3),
    (429, None, "RateLimitError", 3),
    (429, 3036, "QuotaExceededError", 1),
    (429, 4006, "QuotaExceededError", 1),
    (500, None, "InternalServerError", 3),
    (503, None, "InternalServerError", 3),
    (520, None, "InternalServerError", 3),
    (524, None, "InternalServerError", 3),
    (530, 1033, "InternalServerError", 3),
    (599, None, "InternalServerError", 3),
    (304, None, "APIStatusError", 1),
    # HTTP has no such status.
    (600, None, "APIStatusError", 1),
    (999, 5007, "APIStatusError", 1),
]


@pytest.mark.parametrize(("status", "code", "name", "tries"), ROWS)
def test_each_status(
    caller: Caller, service: Service, status: int, code: int | None, name: str, tries: int
) -> None:
    if status == 304 and caller.mode == "aiohttp":
        pytest.skip("aiohttp knows that such an answer has no body, and this one has")
    service.replies(refusal(status, code, "because"))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, PARAMS)
    error = caught.value
    assert type(error) is getattr(workers_ai, name)
    assert len(service.received) == tries
    assert (error.status_code, error.ray_id) == (status, RAY)
    assert [(e.code, e.message) for e in error.errors] == ([(code, "because")] if code else [])
    assert error.request == ("POST", f"{service.base_url}/accounts/{ACCOUNT}/ai/run/{LLAMA}")


@pytest.mark.parametrize(
    ("code", "name", "tries"),
    [
        (5007, "BadRequestError", 1),
        (10000, "AuthenticationError", 1),
        (3042, "NotFoundError", 1),
        (3040, "RateLimitError", 3),
        (3036, "QuotaExceededError", 1),
        # The status itself, as gateways have it.
        (400, "BadRequestError", 1),
        (429, "RateLimitError", 3),
        (500, "InternalServerError", 3),
        (599, "InternalServerError", 3),
        (399, "APIStatusError", 1),
        (600, "APIStatusError", 1),
        (None, "APIStatusError", 1),
        (424242, "APIStatusError", 1),
    ],
)
def test_success_false_is_the_error_it_is(
    caller: Caller, service: Service, code: int | None, name: str, tries: int
) -> None:
    service.replies(refusal(200, code))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, PARAMS)
    assert type(caught.value) is getattr(workers_ai, name)
    assert (caught.value.status_code, len(service.received)) == (200, tries)


def test_success_false_next_to_a_result(caller: Caller, service: Service) -> None:
    service.replies(document({"result": {"translated_text": "x"}, "success": False}))
    with pytest.raises(APIStatusError):
        caller.run(LLAMA, PARAMS)


@pytest.mark.parametrize(
    "content", [b"<html>Bad gateway</html>", b"", b"\xff\xfe", b'{"errors": 5}']
)
def test_failures_in_other_words(caller: Caller, service: Service, content: bytes) -> None:
    service.replies(body(content, "text/html", 502))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, PARAMS, max_retries=0)
    assert (caught.value.status_code, caught.value.body) == (502, content)
    assert content.decode("utf-8", "replace") in str(caught.value) or content == b'{"errors": 5}'


def test_long_texts_are_cut(caller: Caller, service: Service) -> None:
    service.replies(body(b"x" * 100_000, "text/html", 400))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, PARAMS)
    assert len(str(caught.value)) < 9000
    assert len(caught.value.body) == 100_000


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"", "application/json"),
        (b'{"result": {"translated', "application/json"),
        (b"<html>Just a moment...</html>", "text/html"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 100_000, "application/json"),
    ],
)
def test_answers_that_are_no_answer(
    caller: Caller, service: Service, content: bytes, media_type: str
) -> None:
    service.replies(body(content, media_type))
    with pytest.raises(APIResponseError) as caught:
        caller.run(LLAMA, PARAMS)
    error = caught.value
    assert (error.status_code, error.body, error.ray_id) == (200, content, RAY)
    assert error.headers["content-type"] == media_type
    assert len(service.received) == 1


def test_a_failure_that_passes_is_not_reported(caller: Caller, service: Service) -> None:
    service.replies(refusal(500, None), refusal(429, 3040), ANSWER)
    assert caller.run(LLAMA, PARAMS).translated_text == "salut"
    assert len(service.received) == 3
    assert len({request.body for request in service.received}) == 1


@pytest.mark.parametrize("options", [{"max_retries": 0}, {"max_retries": 1}])
def test_retries_can_be_chosen(caller: Caller, service: Service, options: dict[str, int]) -> None:
    service.replies(refusal(503, None))
    with pytest.raises(APIStatusError):
        caller.run(LLAMA, PARAMS, **options)
    assert len(service.received) == options["max_retries"] + 1
    caller.options.update(options)
    with pytest.raises(APIStatusError):
        caller.run(LLAMA, PARAMS)
    assert len(service.received) == 2 * (options["max_retries"] + 1)


def test_negative_retries_are_refused(caller: Caller) -> None:
    with pytest.raises(ValueError, match="max_retries"):
        caller.run(LLAMA, PARAMS, max_retries=-1)


def test_retry_after_is_read_in_both_forms() -> None:
    soon = datetime.now(UTC) + timedelta(seconds=30)
    assert parse_retry_after({"retry-after": "1.5"}) == 1.5
    date = parse_retry_after({"retry-after": format_datetime(soon, usegmt=True)})
    assert date is not None
    assert 25 < date <= 30
    past = "Wed, 21 Oct 2015 07:28:00 GMT"
    assert parse_retry_after({"retry-after": past}) == 0
    for nonsense in ("", "soon", "nan", "inf", "1e999", "Wed, 99 Foo 2015"):
        assert parse_retry_after({"retry-after": nonsense}) is None


def _call(policy: RetryPolicy) -> Call:
    url = httpx2.URL("https://api.example.com/x")
    return Call(
        settings=Cloudflare(api_token=TOKEN).settings,
        operation=Operation("x", "POST /x"),
        body=RequestBody(b""),
        content=b"",
        info=RequestInfo("POST", str(url)),
        url=url,
        headers=httpx2.Headers(),
        timeout=httpx2.Timeout(1),
        deadline=None,
        policy=policy,
        model="",
    )


def _limited(retry_after: float | None) -> RateLimitError:
    return RateLimitError(
        "slow down", status_code=429, headers={}, body=b"", retry_after=retry_after
    )


def test_the_service_decides_how_long_to_wait_and_the_client_how_long_at_most() -> None:
    policy = RetryPolicy(max_retries=5, max_wait=60)
    assert retry_wait(_limited(7), 0, _call(policy)) == 7
    assert retry_wait(_limited(3600), 0, _call(policy)) == 60
    assert retry_wait(_limited(7), 5, _call(policy)) is None


def test_waits_grow_with_full_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    assert FIRST_WAIT == 0.5
    monkeypatch.setattr(sending, "_FIRST_WAIT", FIRST_WAIT)
    policy = RetryPolicy(max_retries=50, max_wait=8)
    for made, longest in [(0, 0.5), (1, 1), (3, 4), (20, 8)]:
        waits = [retry_wait(_limited(None), made, _call(policy)) for _ in range(200)]
        assert all(wait is not None and 0 <= wait <= longest for wait in waits)
        assert max(wait or 0 for wait in waits) > longest / 2
        assert min(wait or 0 for wait in waits) < longest / 2


def test_no_time_to_wait_is_no_advice() -> None:
    call = _call(RetryPolicy(max_retries=9, max_wait=60))
    waits = [retry_wait(_limited(0), 5, call) for _ in range(50)]
    assert any(wait for wait in waits)


def test_any_number_of_retries() -> None:
    policy = RetryPolicy(max_retries=10_000, max_wait=2)
    waits = [retry_wait(_limited(None), 5_000, _call(policy)) or 0 for _ in range(50)]
    assert 0 < max(waits) <= 2


def test_errors_hold_how_long_to_wait(caller: Caller, service: Service) -> None:
    service.replies(refusal(429, 3040, retry_after="17"))
    with pytest.raises(RateLimitError) as caught:
        caller.run(LLAMA, PARAMS, max_retries=0)
    assert caught.value.retry_after == 17


def test_slow_answers_time_out_once(caller: Caller, service: Service) -> None:
    service.replies(Reply((Wait(3),), length=2))
    with pytest.raises(APITimeoutError):
        caller.run(LLAMA, PARAMS, timeout=0.05)
    assert len(service.received) == 1


def test_slow_answers_are_asked_for_again_on_request(caller: Caller, service: Service) -> None:
    slow = Reply((Wait(3),), length=2)
    service.replies(slow, slow, ANSWER)
    caller.options.update(retry_reads=True, timeout=0.3)
    assert caller.run(LLAMA, PARAMS).translated_text == "salut"


def test_truncated_bodies_are_no_answer(caller: Caller, service: Service) -> None:
    service.replies(Reply((b'{"result": ', Cut()), length=100))
    with pytest.raises(APIConnectionError) as caught:
        caller.run(LLAMA, PARAMS)
    assert len(service.received) == 1
    assert caught.value.request is not None


def test_a_failure_whose_words_break_off_is_that_failure(caller: Caller, service: Service) -> None:
    """The status has come, and says whether to send again."""
    broken = Reply((b'{"errors": [', Cut()), 503, length=100)
    service.replies(broken, ANSWER)
    assert caller.run(LLAMA, PARAMS).translated_text == "salut"
    service.replies(broken)
    with pytest.raises(InternalServerError, match=r"^503 Because: Connection failed: ") as caught:
        caller.run(LLAMA, PARAMS)
    assert (caught.value.status_code, caught.value.ray_id) == (503, RAY)


def test_a_hook_that_raises_for_the_status(service: Service) -> None:
    """It was a failed connection."""

    def raising(response: httpx2.Response) -> None:
        response.raise_for_status()

    service.replies(body(b"", "", 503), refusal(404, 7, "no such model"))
    hooks = {"response": [raising]}
    options = {"api_token": TOKEN, "account_id": ACCOUNT, "base_url": service.base_url}
    with (
        httpx2.Client(event_hooks=hooks) as http,
        Cloudflare(http_client=http, **options) as client,
    ):
        with pytest.raises(
            NotFoundError, match=r"^404 Because: Client error '404 Because'"
        ) as caught:
            client.ai.run(LLAMA, PARAMS)
    assert caught.value.ray_id == RAY
    assert len(service.received) == 2


def test_nobody_there(caller: Caller) -> None:
    caller.options["base_url"] = "http://127.0.0.1:9"
    with pytest.raises(APIConnectionError) as caught:
        caller.run(LLAMA, PARAMS)
    assert caught.value.__cause__ is not None


def _public_errors() -> list[type[CloudflareError]]:
    named = [getattr(workers_ai, name) for name in dir(workers_ai) if name.endswith("Error")]
    return [error for error in named if issubclass(error, CloudflareError)]


@pytest.mark.parametrize("error", _public_errors(), ids=lambda error: error.__name__)
def test_one_root(error: type[CloudflareError]) -> None:
    assert issubclass(error, CloudflareError)
    assert not issubclass(CloudflareError, error) or error is CloudflareError


@pytest.mark.parametrize("reply", [refusal(429, 3036, "gone"), body(b"x", "text/html"), HANG_UP])
def test_errors_survive_pickling_and_copying(
    caller: Caller, service: Service, reply: Reply
) -> None:
    service.replies(reply)
    with pytest.raises(CloudflareError) as caught:
        caller.run(LLAMA, PARAMS)
    for twin in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert type(twin) is type(caught.value)
        assert str(twin) == str(caught.value)
        assert vars(twin) == vars(caught.value)
    assert TOKEN.encode() not in pickle.dumps(caught.value)


# The table of the service's own codes, and what each is though the status says success.
CODES = [
    *[(code, 400, "BadRequestError", 1) for code in (3003, 3039, 5004, 5007, 7000, 7003)],
    *[(code, 401, "AuthenticationError", 1) for code in (9106, 9109, 10000)],
    *[(code, 403, "PermissionDeniedError", 1) for code in (3023, 3041, 5016, 5018)],
    (3042, 404, "NotFoundError", 1),
    *[(code, 405, "APIStatusError", 1) for code in (5005, 5019)],
    *[(code, 408, "APIStatusError", 3) for code in (3007, 3008)],
    (3006, 413, "RequestTooLargeError", 1),
    (3040, 429, "RateLimitError", 3),
    *[(code, 429, "QuotaExceededError", 1) for code in (3036, 4006)],
]


@pytest.mark.parametrize(("code", "status", "name", "tries"), CODES)
def test_each_code(
    caller: Caller, service: Service, code: int, status: int, name: str, tries: int
) -> None:
    for answered in (status, 200):
        service.received.clear()
        service.replies(refusal(answered, code))
        with pytest.raises(APIStatusError) as caught:
            caller.run(LLAMA, PARAMS)
        assert type(caught.value) is getattr(workers_ai, name)
        assert (caught.value.status_code, len(service.received)) == (answered, tries)


def test_a_code_of_another_status_does_not_change_the_status(
    caller: Caller, service: Service
) -> None:
    service.replies(refusal(400, 3036))
    with pytest.raises(workers_ai.BadRequestError):
        caller.run(LLAMA, PARAMS)
    service.replies(refusal(500, 10000))
    with pytest.raises(workers_ai.InternalServerError):
        caller.run(LLAMA, PARAMS, max_retries=0)


def test_warnings_next_to_a_result_are_no_failure(caller: Caller, service: Service) -> None:
    said = {"errors": [{"code": 1, "message": "soon gone"}], "result": {"translated_text": "y"}}
    service.replies(document(said))
    assert caller.run(LLAMA, PARAMS).translated_text == "y"
    service.replies(document({"errors": said["errors"], "result": None, "success": True}))
    with pytest.warns(SchemaDriftWarning):
        caller.run(LLAMA, PARAMS)
    service.replies(document({"errors": said["errors"], "result": None}))
    with pytest.raises(APIStatusError, match="1: soon gone"):
        caller.run(LLAMA, PARAMS)


def test_dates_of_all_forms() -> None:
    moment = datetime.now(UTC) + timedelta(seconds=100)
    for form in ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y"):
        seconds = parse_retry_after({"retry-after": moment.strftime(form)})
        assert seconds is not None
        assert 95 < seconds <= 100
    assert parse_retry_after({}) is None
    assert parse_retry_after({"retry-after": "-5"}) == 0


def test_where_the_clock_of_the_machine_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets no zone")
    time.tzset()
    try:
        test_dates_of_all_forms()
    finally:
        monkeypatch.undo()
        time.tzset()


_HINTS = Raw(b"HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n")


def test_what_comes_before_the_answer_is_passed_over(caller: Caller, service: Service) -> None:
    content = b'{"result":{"translated_text":"salut"}}'
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    whole = Raw(head % len(content) + content)
    service.replies(Reply((_HINTS, Wait(0.05), _HINTS, whole), status=0, length=0))
    assert caller.run(LLAMA, PARAMS).translated_text == "salut"


def test_a_service_that_says_that_it_is_at_work(caller: Caller, service: Service) -> None:
    """The time-out is one of silence, and a status of 1xx is none."""
    at_work = [Raw(b"HTTP/1.1 102 Processing\r\n\r\n"), Wait(0.25)] * 7
    head = Raw(b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n")
    service.replies(Reply((*at_work, head), status=0, length=0))
    with pytest.raises(InternalServerError):
        caller.run(LLAMA, PARAMS, timeout=0.5, max_retries=0)


def test_silence_after_an_informational_status(caller: Caller, service: Service) -> None:
    service.replies(Reply((_HINTS, Wait(5)), status=0))
    with pytest.raises(APITimeoutError):
        caller.run(LLAMA, PARAMS, timeout=0.2, max_retries=0)


def test_a_reason_that_is_not_a_text(caller: Caller, service: Service) -> None:
    head = Raw(b"HTTP/1.1 503 Gr\xfc\xdfe\r\ncontent-length: 0\r\n\r\n")
    service.replies(Reply((head,), status=0, length=0))
    with pytest.raises(InternalServerError, match=r"^503"):
        caller.run(LLAMA, PARAMS)
