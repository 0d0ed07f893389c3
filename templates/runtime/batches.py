"""Batches: requests that the service queues and answers later."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from typing import Any, Generic, cast

import httpx2

from . import part
from .answers import answer_of, answer_type, checked, in_other_form
from .bodies import OwnBody, RequestBody, own_body, refuse_stream
from .clients import BaseClient
from .drift import Mismatch, SchemaDrift
from .encoding import members_to_send, to_wire, with_wire_names
from .errors import APIResponseError, APITimeoutError, BatchError, CloudflareError, SchemaDriftError
from .failures import FailureError, error_details, failure_error, response_error
from .forms import record_form
from .json_text import encode, is_list, is_object, parse
from .models import Params, R
from .operations import Fields, Operation
from .requests import make_call, path_values, split_keywords, warn_if_deprecated
from .sending import send_with_retries
from .urls import with_query
from .waiting import NEVER, moment_in, run_blocking

# The service takes less than 10 MB.
_LARGEST = 10_000_000
_LONGEST_WAIT, _SHORTEST_POLL = 15.0, 1.0
_AT_WORK = {"queued", "running"}
# What a request is called; it comes back with the answer, which need not come in order.
_REFERENCE = "external_reference"


class _Handle(Generic[R]):
    """A batch that was queued. Answers come in the order of the requests."""

    def __init__(
        self, client: BaseClient, operation: Operation, path: Fields, requests: Sequence[object], keywords: Fields
    ) -> None:
        """Raises ValueError for no requests or for over 10 MB, TypeError for other than params."""
        warn_if_deprecated(operation)
        fields, extra, _ = split_keywords(operation, keywords)
        if fields:
            raise TypeError(f"Not an option of a call: {', '.join(sorted(fields))}")
        if not requests:
            raise ValueError("A batch needs at least one request")
        values = path_values(client.settings, operation, {**keywords, **path})
        model = operation.model(values)
        own = own_body(operation, model)
        read = [_item(operation, own, request) for request in requests]
        references = _references([members for members, _ in read])
        items = [{_REFERENCE: name, **members} for name, (members, _) in zip(references, read, strict=True)]
        drifts = [drift for _, body in read for drift in body.drifts]
        if own and " batch" not in part("groups").row_of(model):
            drifts.insert(0, SchemaDrift(model, "batch", "$.requests", "nothing", "list"))
        body = RequestBody.json({"requests": items, **extra})._replace(drifts=tuple(drifts))
        if (size := len(body.content)) > _LARGEST:
            raise ValueError(f"A batch takes {_LARGEST} bytes and this one has {size}: split it")
        call = make_call(client.settings, operation, values, keywords, body)
        self._client, self._call = client, call._replace(url=with_query(call.url, {"queueRequest": "true"}))
        self._requests = [b._replace(content=encode(item)) for (_, b), item in zip(read, items, strict=True)]
        self._places = {name: place for place, name in enumerate(references)}
        self._answers: list[object] | None = None
        self.request_id: str = ""
        """What the service calls the batch."""
        self.status: str = ""
        """As the service named it last, and `done` once the answers are there."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.request_id} {self.status}>"

    async def _poll(self, seconds: float = NEVER) -> list[R] | None:
        if self._answers is None:
            call = self._call
            call = call._replace(
                content=encode({"request_id": self.request_id}),
                # Told when the batch was queued.
                body=call.body._replace(drifts=()),
                deadline=seconds if call.deadline is None else min(seconds, call.deadline),
                # To ask again costs nothing.
                policy=call.policy._replace(retry_reads=True),
            )
            await send_with_retries(self._client, call, self.take)
        return cast("list[R] | None", self._answers)

    async def _wait(self, timeout: float | None, interval: float) -> list[R]:
        end = moment_in(timeout)
        # Asked once, whatever the time-out is.
        answers = await self._poll(timeout or NEVER)
        while answers is None:
            left = end - time.monotonic()
            if left <= 0:
                reason = f"The batch is not done after {timeout} seconds"
                raise APITimeoutError(reason, request=self._call.info)
            await self._call.io.sleep(min(interval, left))
            interval = min(interval * 1.5, _LONGEST_WAIT)
            answers = await self._poll(max(_SHORTEST_POLL, end - time.monotonic()))
        return answers

    async def take(self, response: httpx2.Response) -> None:
        """Learn the state of the batch. Raises APIResponseError for an answer that is none."""
        call, answer = self._call, await answer_of(self._call, response)
        state = answer if is_object(answer) else {}
        self.request_id = self.request_id or str(state.get("request_id") or "")
        # Without an id there is nothing to poll for: this model does not queue.
        if not state or not (self.request_id or "responses" in state):
            reason = "The answer is not the state of a batch"
            raise response_error(call, response, reason, APIResponseError)
        self.status = str(state.get("status", ""))
        if "responses" not in state or self.status in _AT_WORK:
            if self.status not in {"", *_AT_WORK} or error_details(state):
                raise failure_error(call, response, state, f"The batch is {self.status}: ", b"")
            return
        answers = await self._in_order(state["responses"], response)
        self.status = "done"
        if failed := sum(isinstance(answer, CloudflareError) for answer in answers):
            reason = f"{failed} of {len(answers)} requests failed"
            raise BatchError(reason, answers=answers, request=call.info)
        self._answers = answers

    async def _in_order(self, items: object, response: httpx2.Response) -> list[object]:
        """Answers in the order of the requests; an error in the place of what failed."""
        missing = CloudflareError("The service left this request out", request=self._call.info)
        found: list[object] = [missing] * len(self._requests)
        for place, item in enumerate(items if is_list(items) else []):
            # As the request is called, else as the service counts.
            members = item if is_object(item) else {}
            reference, number = str(members.get(_REFERENCE)), str(members.get("id"))
            index = self._places.get(reference, int(number) if number.isdecimal() else place)
            if index < len(found):
                found[index] = await self._read(index, item, place, response)
        return found

    async def _read(self, index: int, item: object, place: int, response: httpx2.Response) -> object:
        call, path = self._call._replace(body=self._requests[index]), f"$.result.responses[{place}]"
        try:
            decoded = answer_type(call.body.answers[0]).from_envelope(item)
            decoded, _ = in_other_form(call, decoded, lambda one: one.from_envelope(item))
            return await checked(call, decoded, response, path)
        except FailureError:
            return failure_error(call, response, item, "The request failed: ", b"")
        except SchemaDriftError as error:
            return error


class BatchHandle(_Handle[R]):
    """A batch that was queued; when requests failed, both methods raise BatchError, which holds answers and errors."""

    def poll(self) -> list[R] | None:
        """The answers, or None while the service is at work."""
        return run_blocking(self._poll())

    def wait(self, timeout: float | None = None, *, interval: float = 1.0) -> list[R]:
        """The answers, polled for at growing intervals. Raises APITimeoutError."""
        return run_blocking(self._wait(timeout, interval))


class AsyncBatchHandle(_Handle[R]):
    """As `BatchHandle`, for asyncio and trio."""

    async def poll(self) -> list[R] | None:
        """The answers, or None while the service is at work."""
        return await self._poll()

    async def wait(self, timeout: float | None = None, *, interval: float = 1.0) -> list[R]:
        """The answers, polled for at growing intervals. Raises APITimeoutError."""
        return await self._wait(timeout, interval)


async def submit_batch(client: BaseClient, *call: Any) -> _Handle[Any]:  # noqa: ANN401  # as `Resource` has it
    """Queue requests. Raises as making a handle does."""
    io = client.settings.io
    handle: _Handle[Any] = await io.offload(AsyncBatchHandle if io.waits else BatchHandle, client, *call)
    await send_with_retries(client, handle._call, handle.take)  # noqa: SLF001
    return handle


def _references(requests: Sequence[Fields]) -> list[str]:
    """What each request is called: as its caller has it, else its number. Raises ValueError for a name of two."""
    own = [request.get(_REFERENCE) for request in requests]
    names = Counter(str(name) for name in own if name is not None)
    if double := [name for name, count in names.items() if count > 1]:
        raise ValueError(f"Expected each `{_REFERENCE}` once in a batch: {min(double)!r} is there more often")
    numbers = [f"request {place}" if str(place) in names else str(place) for place in range(len(own))]
    return [number if name is None else str(name) for name, number in zip(own, numbers, strict=True)]


def _item(operation: Operation, own: OwnBody | None, request: object) -> tuple[Fields, RequestBody]:
    """The members of one request, and what it is answered. Raises TypeError for what is none."""
    match request:
        case Params():
            form, unknown = record_form(type(request)), list[Mismatch]()
            given = with_wire_names(members_to_send(request), form, unknown=None if own else unknown)
            members = part("groups").placed(own, given) if own else to_wire(form, given)
            refuse_stream(operation, [type(request)], members)
            known = {name: value for name, value in members.items() if name != _REFERENCE}
            unlisted = [SchemaDrift("", type(request).__name__, *mismatch) for mismatch in unknown]
            drifts = part("groups").drifts_of(own, known) if own else tuple(unlisted)
            return members, RequestBody(b"", answers=(request.response_type,), drifts=drifts)
        case (OwnBody() as own, fields) if is_object(fields):
            named = {_REFERENCE: fields[_REFERENCE]} if _REFERENCE in fields else {}
            fields = {name: value for name, value in fields.items() if name != _REFERENCE}
            body: RequestBody = part("groups").request_body(own, fields, named, streaming=False)
            answers = body.answers if len(body.answers) == 1 else (object,)
            return cast("Fields", parse(body.content)), body._replace(answers=answers)
        case OwnBody(), other:
            raise TypeError(f"Expected mappings of keywords but received {type(other).__name__}")
        case _:
            raise TypeError(f"Expected instances of params classes but received {type(request).__name__}")
