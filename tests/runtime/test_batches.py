"""Batches: queued, polled, answered in order."""

from __future__ import annotations

from typing import Any

import pytest
from workers_ai import (
    APIResponseError,
    APITimeoutError,
    BadRequestError,
    BatchError,
    BatchHandle,
    Cloudflare,
    CloudflareError,
    SchemaDriftWarning,
    TextEmbeddingsParams,
    TranslationParams,
    TranslationResponse,
)

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import Reply, Service, refusal, result

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


def test_a_batch_that_takes_too_long(caller: Caller, service: Service) -> None:
    service.replies(QUEUED)
    with pytest.raises(APITimeoutError, match="not done"):
        caller.batch(LLAMA, REQUESTS, timeout=0.05)


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
