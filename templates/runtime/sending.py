"""Sending: once, then again where that may help and costs nothing twice."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, TypeVar

import httpx2

from . import PACKAGE, errors
from .call import Call
from .drift import notify
from .failures import NETWORK_ERRORS, deadline_error, mapped_error, may_pass, status_error, too_long_error
from .waiting import NEVER, is_past, moment_in

if TYPE_CHECKING:
    from .clients import BaseClient

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
        raise deadline_error(call) from error.with_traceback(None)


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
    except NETWORK_ERRORS as error:
        raise mapped_error(call, error, response, moment, client.connections.note(http, request, error)) from error
    if _log.isEnabledFor(logging.DEBUG):
        _log.debug("%s %s: %d, ray %s", *call.info, response.status_code, response.headers.get("cf-ray", "none"))
    if not response.is_success:
        raise status_error(call, response)
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
                    raise too_long_error(call, response, "The answer")  # noqa: TRY301  # it closes
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
            return error.transient or (twice and may_pass(error.__cause__))
        case errors.APIStatusError() if not isinstance(error, errors.QuotaExceededError):
            status = errors.effective_status(error.status_code, error.errors)
            return status in _RETRIED or status // 100 == 5
        case _:
            return False
