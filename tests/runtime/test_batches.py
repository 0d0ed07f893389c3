"""Batches: queued, polled, answered in order."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
from workers_ai import (
    UNSET,
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AsyncCloudflare,
    BadRequestError,
    BatchError,
    BatchHandle,
    Cloudflare,
    CloudflareError,
    RateLimitError,
    SchemaDrift,
    SchemaDriftError,
    SchemaDriftWarning,
    TextEmbeddingsParams,
    TextGenerationMessagesParams,
    TextGenerationPromptParams,
    TextGenerationResponse,
    TranslationParams,
    TranslationResponse,
    with_unknown_fields,
)
from workers_ai._runtime import batches
from workers_ai._runtime.waiting import TaskIO, ThreadIO

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import HANG_UP, Cut, Reply, Service, Wait, refusal, result

REQUESTS = [TranslationParams(text=str(number), target_lang="fr") for number in range(3)]
QUEUED = result({"request_id": "batch-1", "status": "queued", "model": LLAMA})
RUNNING = result({"request_id": "batch-1", "status": "running"})


def answers(*order: int, **names: str) -> Reply:
    items = []
    for number in order:
        item: dict[str, Any] = {"success": True, "result": {"translated_text": str(number)}}
        item.update({key: kind(number) for key, kind in (("id", int),) if key not in names})
        item.update({name: str(number) for name in names})
        items.append(item)
    return result({"responses": items, "usage": {}})


@pytest.mark.parametrize(
    "reply", [answers(0, 1, 2), answers(2, 0, 1), answers(1, 2, 0, external_reference="")]
)
def test_answers_are_typed_and_in_order(caller: Caller, service: Service, reply: Reply) -> None:
    service.replies(QUEUED, QUEUED, RUNNING, reply)
    found = caller.batch(LLAMA, REQUESTS)
    assert found == [TranslationResponse(translated_text=str(number)) for number in range(3)]
    queued, *polls = service.received
    assert queued.target.endswith(f"/ai/run/{LLAMA}?queueRequest=true")
    assert [request["text"] for request in queued.json()["requests"]] == ["0", "1", "2"]
    assert {poll.target for poll in polls} == {queued.target}
    assert [poll.json() for poll in polls] == [{"request_id": "batch-1"}] * 3


def test_one_step_at_a_time(client: Cloudflare, service: Service) -> None:
    service.replies(QUEUED, RUNNING, answers(0, 1, 2))
    handle = client.ai.batch(LLAMA, REQUESTS)
    assert type(handle) is BatchHandle
    assert (handle.request_id, handle.status) == ("batch-1", "queued")
    assert handle.poll() is None
    assert handle.status == "running"
    assert len(handle.poll() or ()) == 3
    assert handle.status == "done"
    assert len(handle.wait()) == 3
    assert len(service.received) == 3


def test_failures_among_the_answers(caller: Caller, service: Service) -> None:
    failed = {"id": 1, "success": False, "error": {"code": 5004, "message": "too odd"}}
    whole = {"id": 0, "success": True, "result": {"translated_text": "0"}}
    service.replies(QUEUED, result({"responses": [failed, whole]}))
    with pytest.raises(BatchError, match="2 of 3") as caught:
        caller.batch(LLAMA, REQUESTS)
    first, second, third = caught.value.answers
    assert first == TranslationResponse(translated_text="0")
    assert isinstance(second, CloudflareError)
    assert "too odd" in str(second)
    assert isinstance(third, CloudflareError)


def test_a_batch_that_takes_too_long(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is polled for at growing intervals, of which the last ends with the time."""
    service.replies(QUEUED)
    slept: list[float] = []

    async def sleep(io: object, seconds: float) -> None:
        slept.append(seconds)

    # Nobody waits, and the clock goes on as if they had.
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + sum(slept))
    monkeypatch.setattr(batches, "time", clock)
    for kind in (ThreadIO, TaskIO):
        monkeypatch.setattr(kind, "sleep", sleep)
    with pytest.raises(APITimeoutError, match="not done after 600 seconds"):
        caller.batch(LLAMA, REQUESTS, timeout=600)
    assert slept[:3] == pytest.approx([0.001, 0.0015, 0.00225])
    assert max(slept) == 15 == slept[-2]
    assert 500 < sum(slept) < 600
    assert len(service.received) == 2 + len(slept)


def test_a_batch_that_is_too_large_is_not_sent(caller: Caller, service: Service) -> None:
    with pytest.raises(ValueError, match="split it"):
        caller.batch(LLAMA, [TextEmbeddingsParams(text="x" * 10_000_000)])
    with pytest.raises(ValueError, match="at least one"):
        caller.batch(LLAMA, [])
    assert service.received == []


def test_a_batch_that_is_refused(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5007))
    with pytest.raises(BadRequestError):
        caller.batch(LLAMA, REQUESTS)


FULL = [{"code": 3040, "message": "full"}]


@pytest.mark.parametrize(
    ("state", "error", "said"),
    [
        ({"status": "failed"}, APIStatusError, "failed"),
        ({"status": "cancelled"}, APIStatusError, "cancelled"),
        ({"status": "failed", "error": {"code": 3040, "message": "full"}}, RateLimitError, "full"),
        ({"status": "failed", "errors": FULL}, RateLimitError, "full"),
        ({"status": "queued", "errors": FULL}, RateLimitError, "full"),
        ({"status": "running", "error": "full"}, APIStatusError, "full"),
        ({"errors": FULL}, RateLimitError, "full"),
    ],
)
@pytest.mark.parametrize("way", ["poll", "wait"])
def test_a_batch_that_failed_is_not_waited_for(
    caller: Caller,
    service: Service,
    way: str,
    state: dict[str, Any],
    error: type[CloudflareError],
    said: str,
) -> None:
    service.replies(QUEUED, result({"request_id": "batch-1", **state}))

    def sync(client: Cloudflare) -> Any:
        handle = client.with_options(max_retries=0).ai.batch(LLAMA, REQUESTS)
        return handle.poll() if way == "poll" else handle.wait(1, interval=0.01)

    async def parallel(client: AsyncCloudflare) -> Any:
        handle = await client.with_options(max_retries=0).ai.batch(LLAMA, REQUESTS)
        return await (handle.poll() if way == "poll" else handle.wait(1, interval=0.01))

    with pytest.raises(error, match=said) as caught:
        caller.call(sync, parallel)
    assert caught.value.request is not None
    assert len(service.received) == 2


def test_a_batch_that_failed_at_once(caller: Caller, service: Service) -> None:
    service.replies(result({"request_id": "batch-1", "status": "failed"}))
    with pytest.raises(APIStatusError, match="failed"):
        caller.batch(LLAMA, REQUESTS, timeout=1)
    assert len(service.received) == 1


def test_a_batch_that_names_no_status_is_at_work(caller: Caller, service: Service) -> None:
    quiet = result({"request_id": "batch-1", "errors": [], "error": None})
    service.replies(QUEUED, quiet, RUNNING, answers(0, 1, 2))
    assert len(caller.batch(LLAMA, REQUESTS)) == 3


def test_batches_hold_no_streams(caller: Caller, service: Service) -> None:
    plain = TextGenerationPromptParams(prompt="x", stream=False)
    asking: list[Any] = [
        TextGenerationPromptParams(prompt="x", stream=True),
        TextGenerationMessagesParams(messages=(), stream=True),
    ]
    for params in asking:
        with pytest.raises(ValueError, match=r"^`stream=True` belongs to ai\.stream"):
            caller.batch(LLAMA, [plain, params])
    assert service.received == []
    service.replies(QUEUED, result({"responses": [{"id": 0, "result": {"response": "y"}}]}))
    assert caller.batch(LLAMA, [plain]) == [TextGenerationResponse(response="y")]


def test_what_is_no_state_of_a_batch(caller: Caller, service: Service) -> None:
    service.replies(result([1]))
    with pytest.raises(APIResponseError, match="state of a batch"):
        caller.batch(LLAMA, REQUESTS)


def test_drift_in_a_batch(caller: Caller, service: Service) -> None:
    item = {"id": 0, "success": True, "result": {"translated_text": 5}}
    service.replies(QUEUED, result({"responses": [item]}))
    place = r"^\$\.result\.responses\[0\]\.result\.translated_text: expected str, got int"
    with pytest.warns(SchemaDriftWarning, match=place):
        caller.batch(LLAMA, REQUESTS[:1])


@pytest.mark.parametrize(
    ("items", "order"),
    [
        # Without any reference, the order is that of the requests.
        ([{}, {}, {}], "012"),
        # What was sent along beats the number of the service.
        ([{"id": 0, "external_reference": "2"}, {"id": 1, "external_reference": "1"}], "1 0"),
        ([{"id": "2"}, {"id": "0"}, {"id": "1"}], "120"),
        ([{"id": "batch-7"}, {"id": -1}, {"id": True}], "012"),
        ([{"id": 7}, {"id": 1}], " 1 "),
    ],
)
def test_whose_answer_it_is(
    client: Cloudflare, service: Service, items: list[dict[str, Any]], order: str
) -> None:
    named = [
        {**item, "result": {"translated_text": str(place)}} for place, item in enumerate(items)
    ]
    service.replies(QUEUED, result({"responses": named}))
    handle = client.ai.batch(LLAMA, REQUESTS)
    wanted = {"012": "012", "120": "120", "1 0": " 10", " 1 ": " 1 "}[order]
    if " " not in wanted:
        assert [answer.translated_text for answer in handle.wait()] == list(wanted)
        return
    with pytest.raises(BatchError) as caught:
        handle.wait()
    assert str(caught.value) == f"{wanted.count(' ')} of 3 requests failed"
    for answer, text in zip(caught.value.answers, wanted, strict=True):
        if text == " ":
            assert str(answer) == "The service left this request out"
            assert isinstance(answer, CloudflareError)
            assert answer.request == caught.value.request
            assert caught.value.request is not None
        else:
            assert answer == TranslationResponse(translated_text=text)


def test_a_failure_is_raised_again_to_who_asks_again(client: Cloudflare, service: Service) -> None:
    failed = {"id": 0, "success": False, "errors": [{"code": 3040, "message": "full"}]}
    service.replies(QUEUED, result({"responses": [failed]}))
    handle = client.ai.batch(LLAMA, REQUESTS[:1])
    for _ in range(2):
        with pytest.raises(BatchError, match=r"^1 of 1 requests failed$") as caught:
            handle.poll()
        (error,) = caught.value.answers
        assert type(error) is RateLimitError
        assert str(error) == "The request failed: 3040: full"
    assert handle.status == "done"


@pytest.mark.parametrize(
    "reply", [result({"translated_text": "at once"}), result({}), result(None), result("queued")]
)
def test_a_model_that_queues_nothing(caller: Caller, service: Service, reply: Reply) -> None:
    service.replies(reply)
    with pytest.raises(APIResponseError, match=r"^The answer is not the state of a batch$"):
        caller.batch(LLAMA, REQUESTS)
    assert len(service.received) == 1


def test_answers_that_come_at_once(caller: Caller, service: Service) -> None:
    service.replies(answers(0, 1, 2))
    assert len(caller.batch(LLAMA, REQUESTS)) == 3


def test_options_of_a_batch(client: Cloudflare, service: Service) -> None:
    service.replies(QUEUED, answers(0))
    handle = client.ai.batch(
        LLAMA,
        REQUESTS[:1],
        account_id="other",
        extra_body={"tags": ["a"]},
        extra_query={"x": 1},
        extra_headers={"X-Tag": "b"},
    )
    handle.wait()
    queued, polled = service.received
    assert queued.json().keys() == {"requests", "tags"}
    assert queued.json()["tags"] == ["a"]
    assert polled.json() == {"request_id": "batch-1"}
    for request in (queued, polled):
        assert request.target.endswith("/accounts/other/ai/run/" + LLAMA + "?x=1&queueRequest=true")
        assert request.headers["x-tag"] == "b"


def test_what_is_no_request_of_a_batch(caller: Caller, service: Service) -> None:
    requests = [*REQUESTS, {"text": "x", "target_lang": "fr"}]
    with pytest.raises(
        TypeError, match=r"^Expected instances of params classes but received dict$"
    ):
        caller.batch(LLAMA, requests)
    assert not service.received


def test_what_is_no_option_of_a_batch(caller: Caller, service: Service) -> None:
    def act(client: Any) -> Any:
        return client.ai.batch(LLAMA, REQUESTS, tone="formal", text="x")

    with pytest.raises(TypeError) as caught:
        caller.call(act, act)
    assert str(caught.value) == "Not an option of a call: text, tone"
    with pytest.raises(TypeError, match=r"^Expected `extra_body` to be a mapping"):
        caller.call(
            lambda client: client.ai.batch(LLAMA, REQUESTS, extra_body=5),
            lambda client: client.ai.batch(LLAMA, REQUESTS, extra_body=5),
        )
    assert service.received == []


def test_how_large_a_batch_may_be(client: Cloudflare, service: Service) -> None:
    empty = len('{"requests":[{"text":"","external_reference":"0"}]}')
    service.replies(QUEUED)
    client.ai.batch(LLAMA, [TextEmbeddingsParams(text="x" * (10_000_000 - empty))])
    assert len(service.last.body) == 10_000_000
    with pytest.raises(ValueError, match="split it") as caught:
        client.ai.batch(LLAMA, [TextEmbeddingsParams(text="x" * (10_000_001 - empty))])
    said = "A batch takes 10000000 bytes and this one has 10000001: split it"
    assert str(caught.value) == said


def test_waits_grow(client: Cloudflare, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(_: object, seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(type(client.settings.io), "sleep", sleep)
    service.replies(QUEUED, *[RUNNING] * 11, answers(0, 1, 2))
    client.ai.batch(LLAMA, REQUESTS).wait()
    assert waits[:3] == [1, 1.5, 2.25]
    assert waits[-3:] == [15, 15, 15]
    service.replies(QUEUED)
    waits.clear()
    with pytest.raises(APITimeoutError) as caught:
        client.ai.batch(LLAMA, REQUESTS).wait(0.1, interval=5)
    assert str(caught.value) == "The batch is not done after 0.1 seconds"
    assert caught.value.request is not None
    assert waits
    assert all(seconds <= 0.1 for seconds in waits)


def test_polls_are_tried_again(caller: Caller, service: Service) -> None:
    service.replies(refusal(503, None), QUEUED, refusal(503, None), RUNNING, answers(0, 1, 2))
    assert len(caller.batch(LLAMA, REQUESTS)) == 3
    assert len(service.received) == 5


def test_unknown_members_in_a_batch(caller: Caller, service: Service) -> None:
    item = {"id": 0, "success": True, "result": {"translated_text": "x", "score": 1}}
    service.replies(QUEUED, result({"responses": [item]}))
    drifts: list[SchemaDrift] = []
    caller.options["on_drift"] = with_unknown_fields(drifts.append)
    (answer,) = caller.batch(LLAMA, REQUESTS[:1])
    assert answer.extra_fields == {"score": 1}
    path = "$.result.responses[0].result.score"
    assert drifts == [(LLAMA, "TranslationResponse", path, "nothing", "int")]


def test_drift_of_requests_is_reported_when_they_are_queued_and_not_at_each_poll(
    client: Cloudflare, service: Service
) -> None:
    drifts: list[SchemaDrift] = []
    service.replies(QUEUED, RUNNING, RUNNING, result({"responses": [{"result": {"shape": [1]}}]}))
    bge = client.with_options(on_drift=drifts.append).ai.model("@cf/baai/bge-m3")
    odd: Any = {"text": "x", "wholly_unknown": 1}
    handle = bge.batch([odd])
    assert [drift.path for drift in drifts] == ["$.wholly_unknown"]
    handle.wait(interval=0.001)
    assert len(service.received) == 4
    assert [drift.path for drift in drifts] == ["$.wholly_unknown"]


def test_names_that_no_class_has_are_reported_in_a_batch_of_params(
    client: Cloudflare, service: Service
) -> None:
    drifts: list[SchemaDrift] = []
    service.replies(QUEUED)
    messages: Any = [{"role": "user", "content": "x", "newer": 1, "left_out": UNSET}]
    newer = client.with_options(on_drift=drifts.append).ai
    newer.batch("@cf/new/model", [TextGenerationMessagesParams(messages=messages)])
    (sent,) = service.last.json()["requests"]
    assert sent["messages"] == [{"role": "user", "content": "x", "newer": 1}]
    place = "$.messages[0].newer"
    assert drifts == [("", "TextGenerationMessagesParams", place, "nothing", "int")]


def test_drift_in_a_batch_can_raise_and_loses_no_answer(caller: Caller, service: Service) -> None:
    good = {"id": 0, "success": True, "result": {"translated_text": "x"}}
    bad = {"id": 1, "success": True, "result": {"translated_text": 5}}
    service.replies(QUEUED, result({"responses": [bad, good]}))
    caller.options["on_drift"] = "raise"
    with pytest.raises(BatchError, match="1 of 2 requests failed") as caught:
        caller.batch(LLAMA, REQUESTS[:2])
    answer, error = caught.value.answers
    assert answer == TranslationResponse(translated_text="x")
    assert isinstance(error, SchemaDriftError)
    assert "responses[0].result.translated_text" in str(error)


@pytest.mark.parametrize("begun", [[], None, [{"id": 0, "result": {"translated_text": "0"}}]])
def test_a_batch_at_work_may_have_answers(caller: Caller, service: Service, begun: Any) -> None:
    state = {"request_id": "batch-1", "status": "running", "responses": begun}
    service.replies(result({**state, "status": "queued"}), result(state), answers(0, 1, 2))
    assert [answer.translated_text for answer in caller.batch(LLAMA, REQUESTS)] == ["0", "1", "2"]


def test_a_request_keeps_the_name_that_its_caller_gave_it(
    client: Cloudflare, service: Service
) -> None:
    drifts: list[SchemaDrift] = []
    requests: list[Any] = [{"text": "0"}, {"text": "1", "external_reference": "0"}, {"text": "2"}]
    items = [
        {"external_reference": name, "result": {"shape": [number]}}
        for name, number in (("2", 2), ("request 0", 0), ("0", 1))
    ]
    service.replies(result({"responses": items}))
    bge = client.with_options(on_drift=drifts.append).ai.model("@cf/baai/bge-m3")
    found = bge.batch(requests).wait()
    assert [answer.shape for answer in found] == [[0], [1], [2]]
    sent = service.received[0].json()["requests"]
    assert [one["external_reference"] for one in sent] == ["request 0", "0", "2"]
    assert [drift for drift in drifts if drift.path == "$.external_reference"] == []
    twice: list[Any] = [{"text": "x", "external_reference": "a"}] * 2
    with pytest.raises(ValueError, match="'a' is there more often"):
        bge.batch(twice)


def test_waiting_ends_though_a_poll_hangs(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last poll has a second, so that a batch that is done in time is answered."""
    monkeypatch.setattr("workers_ai._runtime.batches._SHORTEST_POLL", 0.1)
    silent = Reply((Wait(5),), headers={"content-type": "application/json"})
    before = time.monotonic()
    for replies in ([QUEUED, silent], [QUEUED, QUEUED, silent]):
        service.replies(*replies)
        with pytest.raises(APITimeoutError, match=r"^Timed out: the deadline of [\d.]+ s has"):
            caller.batch(LLAMA, REQUESTS, timeout=0.1)
    assert time.monotonic() - before < 2


def test_a_poll_that_broke_off_is_sent_again(caller: Caller, service: Service) -> None:
    service.replies(QUEUED, HANG_UP, Reply((b"{", Cut()), length=100), answers(0, 1, 2))
    assert [one.translated_text for one in caller.batch(LLAMA, REQUESTS)] == ["0", "1", "2"]
    assert len(service.received) == 4
    service.replies(HANG_UP, QUEUED)
    with pytest.raises(APIConnectionError):
        caller.batch(LLAMA, REQUESTS)
