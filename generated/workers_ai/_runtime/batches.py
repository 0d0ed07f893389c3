"""Batches: requests that the service queues and answers later."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, cast

import httpx2

from .answers import AnswerType, FailureError, answer_type
from .clients import BaseClient, now
from .errors import APITimeoutError, BatchError, CloudflareError
from .failures import failure_told, response_error
from .models import Params, R
from .operations import Operation, json_body
from .options import RequestOptions, Settings
from .outcomes import Expected, handle_drift, read_answer
from .requests import Asked, Call, address_of, make_call
from .values import is_list, is_object

_QUEUE = {"queueRequest": "true"}
# The service takes less than 10 MB.
_LARGEST = 10_000_000
_LONGEST_WAIT = 15.0


def batch_call(
    settings: Settings,
    operation: Operation,
    path: Mapping[str, object],
    requests: Sequence[Params[R]],
    options: RequestOptions,
) -> Call:
    """The request that queues others. Raises ValueError for none of them or for over 10 MB."""
    if not requests:
        raise ValueError("A batch needs at least one request")
    # The reference comes back with the answer, which need not come in order.
    items = [
        {**params.to_dict(), "external_reference": str(index)}
        for index, params in enumerate(requests)
    ]
    body = json_body({"requests": items})
    if len(body.content) > _LARGEST:
        raise ValueError(
            f"A batch takes {_LARGEST} bytes and this one has {len(body.content)}: split it"
        )
    address = address_of(settings, operation, path)
    call = make_call(settings, options, operation, address, Asked(body, (object,)))
    return call._replace(query={**call.query, **_QUEUE})


class BatchState(NamedTuple):
    """What the service says of a batch: a status while it works, answers afterwards."""

    request_id: str
    status: str
    answers: list[object] | None = None


class Batch:
    """What is known of a batch, without the means to ask."""

    def __init__(self, call: Call, requests: Sequence[Params[R]]) -> None:
        self.call = call
        self.types = [answer_type(params.response_type) for params in requests]

    def read(self, response: httpx2.Response) -> BatchState:
        """Raises APIResponseError for an answer that is no state of a batch."""
        exchange = self.call.exchange
        raw = read_answer(response, self.call.expected._replace(on_drift="ignore"), exchange)
        if not is_object(raw):
            raise response_error(response, "The answer is not the state of a batch", exchange)
        if "responses" not in raw:
            status = str(raw.get("status", ""))
            return BatchState(str(raw.get("request_id", "")), status)
        answers = self._answers(raw["responses"], response)
        if failed := sum(isinstance(answer, CloudflareError) for answer in answers):
            raise BatchError(f"{failed} of {len(answers)} requests failed", answers=answers)
        return BatchState("", "done", answers)

    def poll_call(self, request_id: str) -> Call:
        body = json_body({"request_id": request_id})
        exchange = self.call.exchange._replace(sent=body.content)
        return self.call._replace(content=body.content, exchange=exchange)

    def _answers(self, items: object, response: httpx2.Response) -> list[object]:
        """Answers in the order of the requests; an error in the place of what failed."""
        found: dict[int, object] = {}
        for place, item in enumerate(items if is_list(items) else []):
            index = _index(item, place)
            if index < len(self.types):
                found[index] = self._answer(self.types[index], item, place, response)
        missing = CloudflareError("The service left this request out")
        return [found.get(index, missing) for index in range(len(self.types))]

    def _answer(
        self, answer: AnswerType, item: object, place: int, response: httpx2.Response
    ) -> object:
        try:
            value, mismatches = answer.from_envelope(item)
        except FailureError:
            exchange = self.call.exchange
            return failure_told(response, item, "The request failed: ", exchange, b"")
        if mismatches:
            prefix = f"$.result.responses[{place}]"
            moved = [m._replace(path=prefix + m.path.removeprefix("$")) for m in mismatches]
            expected = Expected((answer,), self.call.expected.on_drift, self.call.expected.model)
            handle_drift(moved, response, expected, self.call.exchange)
        return value


def _index(item: object, place: int) -> int:
    """The number of the request that an item answers."""
    if is_object(item):
        for value in (item.get("external_reference"), item.get("id")):
            if isinstance(value, int | str) and str(value).isdecimal():
                return int(value)
    return place


class _Handle(Generic[R]):
    """A batch that was queued."""

    def __init__(self, client: BaseClient, batch: Batch, state: BatchState) -> None:
        self._client, self._batch, self._state = client, batch, state
        self.request_id = state.request_id

    @property
    def status(self) -> str:
        """As the service named it last; `done` once the answers are there."""
        return self._state.status

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.request_id} {self.status}>"

    async def _poll(self) -> list[R] | None:
        if self._state.answers is None:
            call = self._batch.poll_call(self.request_id)
            self._state = await self._client.perform(call, self._batch.read)
        return cast("list[R] | None", self._state.answers)

    async def _wait(self, timeout: float | None, interval: float) -> list[R]:
        deadline = time.monotonic() + timeout if timeout is not None else float("inf")
        while (answers := await self._poll()) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise APITimeoutError(f"The batch is not done after {timeout} seconds")
            await self._client.io.sleep(min(interval, left))
            interval = min(interval * 1.5, _LONGEST_WAIT)
        return answers


class BatchHandle(_Handle[R]):
    """A batch that was queued. Answers come in the order of the requests.

    Both methods raise BatchError, which holds answers and errors, when requests failed.
    """

    def poll(self) -> list[R] | None:
        """The answers, or None while the service is at work."""
        return now(self._poll())

    def wait(self, timeout: float | None = None, *, interval: float = 1.0) -> list[R]:
        """The answers, polled for at growing intervals. Raises APITimeoutError."""
        return now(self._wait(timeout, interval))


class AsyncBatchHandle(_Handle[R]):
    """As `BatchHandle`, for asyncio and trio."""

    async def poll(self) -> list[R] | None:
        """The answers, or None while the service is at work."""
        return await self._poll()

    async def wait(self, timeout: float | None = None, *, interval: float = 1.0) -> list[R]:
        """The answers, polled for at growing intervals. Raises APITimeoutError."""
        return await self._wait(timeout, interval)
