"""Sending: once, then again where that may help and costs nothing twice. An exchange is one call with its response."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import logging
import random
import time
from codecs import getincrementaldecoder
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, contextmanager
from functools import partial
from io import IncrementalNewlineDecoder
from typing import TypeVar

import httpx2

from . import PACKAGE, errors, failures
from .answers import answer_of
from .bodies import takes_time
from .call import Call
from .clients import BaseClient
from .drift import notify
from .operations import Fields, Operation
from .requests import build_call
from .waiting import NEVER, TaskIO, ThreadIO, is_past, moment_in

T = TypeVar("T")

_log = logging.getLogger(PACKAGE)
_log.addHandler(logging.NullHandler())
_FIRST_WAIT = 0.5
_RETRIED = {408, 409, 429}
_SAFE_METHODS = {"GET", "HEAD"}


async def send_with_retries(
    client: BaseClient, call: Call, finish: Callable[[httpx2.Response], Awaitable[T]], *, stream: bool = False
) -> T:
    """What `finish` makes of the response, which for a stream is unread; sent again as the policy has it."""
    moment = moment_in(call.deadline)
    if call.body.drifts:
        await _report_drift(call)
    try:
        with call.io.within(moment):
            return await _send_until_done(client, call, finish, moment, stream=stream)
    except errors.CloudflareError as error:
        # Whoever reads the traceback looks for a line of theirs.
        raise error.with_traceback(None)  # noqa: B904  # the same error
    except TimeoutError as error:
        if not is_past(moment):
            raise
        raise failures.deadline_error(call) from error.with_traceback(None)


async def _report_drift(call: Call) -> None:
    """Report where the request differs from the schema. Raises SchemaDriftError if wanted."""
    policy, drifts, advice = call.settings.on_drift, call.body.drifts, call.body.advice
    if policy == "raise":
        reason = "The request does not match its schema: " + "; ".join(map(str, drifts)) + advice
        raise errors.SchemaDriftError(reason, status_code=0, headers={}, body=b"", request=call.info)
    await notify(call.io, policy, drifts, advice)


async def _send_until_done(
    client: BaseClient, call: Call, finish: Callable[[httpx2.Response], Awaitable[T]], moment: float, *, stream: bool
) -> T:
    retries = 0
    while True:
        try:
            response = await _send(client, call, moment, stream=stream)
            response.extensions["retries_taken"] = retries
            return await finish(response)
        except errors.CloudflareError as error:
            wait = retry_wait(error, retries, call)
            # There is no point in waiting for a try that has no time.
            if wait is None or time.monotonic() + wait >= moment:
                raise
            _log.info("%s %s: %s, again in %.2f s", *call.info, getattr(error, "status_code", error), wait)
        await call.io.sleep(wait)
        retries += 1


async def _send(client: BaseClient, call: Call, moment: float, *, stream: bool) -> httpx2.Response:
    timeout = call.timeout
    _log.debug("%s %s, %d bytes", *call.info, len(call.content))
    if moment != NEVER:
        # For transports of callers, which know no deadline.
        left = max(0.001, moment - time.monotonic())
        timeout = httpx2.Timeout(**{n: left if s is None else min(s, left) for n, s in timeout.as_dict().items()})
    http = client.connections.client
    request = client.connections.request(http, call, timeout)
    response: httpx2.Response | None = None
    try:
        response = await call.io.send(http, request)
        if not (stream and response.is_success):
            await read_within_limit(call, response)
    except failures.NETWORK_ERRORS as error:
        raise failures.mapped_error(
            call, error, response, moment, client.connections.note(http, request, error)
        ) from error
    if _log.isEnabledFor(logging.DEBUG):
        _log.debug("%s %s: %d, ray %s", *call.info, response.status_code, response.headers.get("cf-ray", "none"))
    if not response.is_success:
        raise failures.status_error(call, response)
    return response


async def read_within_limit(call: Call, response: httpx2.Response) -> None:
    """Read a body, decompressed. Raises an error of the client for what is longer than `max_response_bytes`."""
    if response.is_closed:
        return
    found, size = [], 0
    try:
        async with aclosing(call.io.pieces(response)) as pieces:
            async for piece in pieces:
                if (size := size + len(piece)) > call.settings.max_bytes:
                    raise failures.too_long_error(call, response, "The answer")  # noqa: TRY301  # it closes
                found.append(piece)
    except BaseException:
        await call.io.close(response)
        raise
    # As httpx2 does it, which has no limit of its own.
    response._content = b"".join(found)  # noqa: SLF001


def retry_wait(error: errors.CloudflareError, retries: int, call: Call) -> float | None:
    """Seconds to wait before the next try, or None to give up; `retries` were made already."""
    policy = call.policy
    if retries >= policy.max_retries or not _is_retryable(error, call):
        return None
    if isinstance(error, errors.APIStatusError) and error.retry_after:
        return min(error.retry_after, policy.max_wait)
    # Full jitter spreads the clients that one failure has brought into step.
    return random.uniform(0, min(policy.max_wait, _FIRST_WAIT * 2.0 ** min(retries, 30)))  # noqa: S311


def _is_retryable(error: errors.CloudflareError, call: Call) -> bool:
    match error:
        case errors.APIConnectionError():
            twice = call.policy.retry_reads or call.info.method in _SAFE_METHODS
            return error.transient or (twice and failures.may_pass(error.__cause__))
        case errors.APIStatusError() if not isinstance(error, errors.QuotaExceededError):
            status = errors.effective_status(error.status_code, error.errors)
            return status in _RETRIED or status // 100 == 5
        case _:
            return False


class Exchange:
    """A call, whose response is opened at most once: what answers, streams and responses have in common.

    Raises as `build_call`, at once unless building takes the event loop's time.
    """

    def __init__(
        self,
        client: BaseClient,
        operation: Operation,
        path: Fields,
        params: object,
        keywords: Fields,
        *,
        streaming: bool = False,
    ) -> None:
        self.client: BaseClient = client
        self.io: ThreadIO | TaskIO = client.settings.io
        self.streaming: bool = streaming
        build = partial(build_call, client.settings, operation, path, params, keywords, streaming=streaming)
        late = self.io.waits and takes_time((params, keywords))
        self._call: Call | Callable[[], Call] = build if late else build()
        # The response, once it is there.
        self.found: httpx2.Response | None = None
        # The event loop of its connection.
        self._loop: object = None
        self._closed = False

    async def call(self) -> Call:
        """The request, which is made where nobody waits for it."""
        if not isinstance(self._call, Call):
            self._call = await self.io.offload(self._call)
        return self._call

    async def answer(self) -> object:
        """Send, and decode the answer; a failure that only the body tells of is sent again, too."""
        return await send_with_retries(self.client, await self.call(), self.decoded)

    async def response(self, *, unread: bool = True) -> httpx2.Response:
        """The response of success. Raises CloudflareError when it was closed before it was asked for."""
        if self.found is None:
            await self.refuse_used()
            self.found = await send_with_retries(self.client, await self.call(), _unchanged, stream=unread)
            self._loop = self.io.loop()
        return self.found

    @property
    def is_elsewhere(self) -> bool:
        """Whether the response belongs to another event loop, which alone can read from its connection."""
        return self.found is not None and self.io.loop() is not self._loop

    def refuse_elsewhere(self) -> None:
        if self.is_elsewhere:
            raise errors.CloudflareError("The response belongs to another event loop: read it there, or ask again")

    @property
    def opened(self) -> httpx2.Response:
        """The response. Raises CloudflareError before it was asked for."""
        if self.found is None:
            raise errors.CloudflareError("Nothing was sent yet: enter the response by `with`")
        return self.found

    async def read(self) -> httpx2.Response:
        """The response that was opened, its body read."""
        call = await self.call()
        if not self.opened.is_closed:
            self.refuse_elsewhere()
        with self._reading(call):
            await read_within_limit(call, self.opened)
            # Raises where the pieces went elsewhere.
            _ = self.opened.content
        return self.opened

    async def each(self, pieces: AsyncGenerator[T]) -> AsyncGenerator[T]:
        """Pieces of the body as they come, each within the deadline."""
        call = await self.call()
        self.refuse_elsewhere()
        async with aclosing(pieces):
            while True:
                with self._reading(call):
                    piece = await anext(pieces, None)
                if piece is None:
                    return
                yield piece

    async def lines(self) -> AsyncGenerator[str]:
        """The body as lines, none of which is longer than an answer may be: those of httpx2 end within JSON, too."""
        call, response = await self.call(), self.opened
        text = getincrementaldecoder(response.encoding or "utf-8")("replace")
        decoder, begun, size = IncrementalNewlineDecoder(text, translate=True), list[str](), 0
        async with aclosing(self.io.pieces(response)) as pieces:
            async for piece in pieces:
                *ended, rest = decoder.decode(piece).split("\n")
                for line in ended:
                    yield "".join((*begun, line))
                    begun, size = [], 0
                begun.append(rest)
                if (size := size + len(rest)) > call.settings.max_bytes:
                    raise failures.too_long_error(call, response, "A line of the answer")
        if last := "".join((*begun, decoder.decode(b"", final=True))):
            yield last.removesuffix("\n")

    @contextmanager
    def _reading(self, call: Call) -> Iterator[None]:
        """Within the deadline, with the errors of the client."""
        moment = moment_in(call.deadline)
        try:
            with call.io.within(moment):
                yield
        except (*failures.NETWORK_ERRORS, *failures.BODY_ERRORS) as error:
            raise failures.mapped_error(call, error, self.opened, moment) from error

    async def parsed(self) -> object:
        """The answer in the response that was opened."""
        return await self.decoded(await self.read())

    async def decoded(self, response: httpx2.Response) -> object:
        """The answer in a response that was read."""
        return await answer_of(await self.call(), response)

    async def refuse_used(self) -> None:
        """Raises CloudflareError for a stream that was closed, or read from."""
        if self._closed or (self.found is not None and self.found.is_stream_consumed):
            raise failures.used_error(await self.call())

    async def close(self) -> None:
        """Close the response, and free its connection; that of another event loop closes with it."""
        self._closed = True
        if self.found is not None and not self.is_elsewhere:
            await self.io.close(self.found)


async def _unchanged(response: httpx2.Response) -> httpx2.Response:
    return response
