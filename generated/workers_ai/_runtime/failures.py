"""From what went wrong to an error of the client."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx2

from . import errors
from .call import Call
from .json_text import UndecodableError, is_list, is_object, parse
from .redaction import Redactor
from .waiting import NEVER, is_past

E = TypeVar("E", errors.APIResponseError, errors.APIStatusError)

# What fails on the way; asyncio lets some errors of TLS through as they are.
NETWORK_ERRORS = (httpx2.HTTPError, OSError)
# Transports of callers may raise that of Python.
_TIMEOUTS = (httpx2.TimeoutException, TimeoutError)
# A body that was read before, or that is not packed as its headers say.
BODY_ERRORS = (httpx2.StreamError, httpx2.DecodingError)
# Before a request is sent: sending it again costs nothing twice.
_BEFORE_SENDING = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
_STEPS: dict[type[Exception], str] = {
    httpx2.ConnectTimeout: "connecting",
    httpx2.PoolTimeout: "waiting for a free connection",
    httpx2.ReadTimeout: "waiting for the answer",
    httpx2.WriteTimeout: "sending",
}
_MOST_DETAILS = 20


class FailureError(Exception):
    """The body says that the call failed; callers get an APIStatusError."""


def mapped_error(
    call: Call, error: Exception, response: httpx2.Response | None, moment: float = NEVER, note: str = ""
) -> errors.CloudflareError:
    """The error of the client for one of the HTTP library's; with a response, reading its body failed.

    The deadline is a `moment`, and what the connection knows of the failure is the `note`.
    """
    as_cause(call, error)
    if isinstance(error, _TIMEOUTS) and is_past(moment):
        return deadline_error(call)
    if isinstance(error, httpx2.StreamError):
        return used_error(call)
    if response is not None and isinstance(error, httpx2.DecodingError):
        encoding = response.headers.get("content-encoding", "").strip()
        return unreadable_error(call, response, f"The answer is not {encoding}: {error}")
    if isinstance(error, httpx2.HTTPStatusError):
        # A hook of the caller's HTTP client has raised it; what follows its first line is an address of a manual.
        return unreadable_error(call, error.response, str(error).partition("\n")[0])
    failure = _connection_error(call, error, note)
    if response is None or response.is_success or isinstance(failure, errors.APITimeoutError):
        return failure
    # The service has said that it failed, whatever it would have said of it.
    return unreadable_error(call, response, str(failure))


def as_cause(call: Call, error: BaseException) -> BaseException:
    """What an error is raised from, as tracebacks show it: without what it repeats, and where that was found."""
    redactor = Redactor(call)
    for cause in _chain(error):
        # Dozens of lines from inside of the HTTP library say nothing to callers.
        cause.__traceback__ = None
        cause.args = tuple(redactor.message(arg) if isinstance(arg, str) else arg for arg in cause.args)
        # Those of aiohttp have their words here.
        vars(cause).update({key: redactor.message(said) for key, said in vars(cause).items() if isinstance(said, str)})
    return error


def _connection_error(call: Call, error: Exception, note: str) -> errors.APIConnectionError:
    late, own = isinstance(error, _TIMEOUTS), str(error)
    if late and (not own or "timed out" in own.lower()):
        # What lies below tells of the ways in which libraries wait.
        own = _STEPS.get(type(error), own)
    own = own or next(filter(None, map(str, _chain(error))), "" if note else type(error).__name__)
    words = ", ".join(filter(None, (own.removesuffix("."), note)))
    what = f"{'Timed out' if late else 'Connection failed'}: {words} ({call.url.netloc.decode()})"
    kind = errors.APITimeoutError if late else errors.APIConnectionError
    failure = kind(Redactor(call).message(what), request=call.info)
    failure.transient = isinstance(error, _BEFORE_SENDING) and may_pass(error)
    return failure


def may_pass(error: BaseException | None) -> bool:
    """Whether the same request may do better next time: not without a host, TLS, or leave of the proxy."""
    if not isinstance(error, (httpx2.NetworkError, httpx2.RemoteProtocolError, *_TIMEOUTS)):
        return False
    # A connection that ends within the handshake has nothing to do with TLS.
    ended = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
    return not any(
        isinstance(cause, socket.gaierror) or (isinstance(cause, ssl.SSLError) and not isinstance(cause, ended))
        for cause in _chain(error)
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def deadline_error(call: Call) -> errors.APITimeoutError:
    return errors.APITimeoutError(
        f"Timed out: the deadline of {call.deadline:g} s has passed ({call.url.netloc.decode()})", request=call.info
    )


def used_error(call: Call) -> errors.CloudflareError:
    return errors.CloudflareError("The response is closed, or was read before", request=call.info)


def parse_retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds from `Retry-After`, given as a number or as an HTTP date; None without sense."""
    value = headers.get("retry-after", "").strip()
    try:
        seconds = float(value)
    except ValueError:
        try:
            date = parsedate_to_datetime(value)
            # Without a zone, as in one of the forms that HTTP has for dates, it is UTC as well.
            seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
    return max(seconds, 0.0) if seconds < float("inf") else None


def status_error(call: Call, response: httpx2.Response) -> errors.APIStatusError:
    """The error for a response that was read, by its status or by the codes in it."""
    raw, text = None, ""
    with suppress(UndecodableError):
        raw = parse(response.content)
    if response.has_redirect_location:
        text = f"redirects are not followed, and this one leads to {response.headers['location']}"
    elif not error_details(raw):
        text = response.content[: 32 * 1024].decode("utf-8", "replace").strip()
    return failure_error(call, response, raw, f"{_status_line(response)}: {text}", response.content)


def failure_error(
    call: Call, response: httpx2.Response, raw: object, reason: str, body: bytes
) -> errors.APIStatusError:
    """The error for a failure that JSON tells of: a body, an event, one of several answers."""
    redactor = Redactor(call)
    details = tuple(e._replace(message=redactor.message(e.message)) for e in error_details(raw))
    listed = "; ".join(": ".join(str(part) for part in detail if part) for detail in details)
    words = (reason + listed).removesuffix(": ")
    failure = response_error(call, response, words, errors.error_class(response.status_code, details), body)
    failure.errors, failure.retry_after = details, parse_retry_after(response.headers)
    return failure


def unreadable_error(call: Call, response: httpx2.Response, reason: str) -> errors.CloudflareError:
    """The error for a body that cannot be read to its end, whatever the status."""
    if response.is_success:
        return response_error(call, response, reason, errors.APIResponseError, b"")
    return failure_error(call, response, None, f"{_status_line(response)}: {reason}", b"")


def too_long_error(call: Call, response: httpx2.Response, what: str) -> errors.CloudflareError:
    limit = f"{call.settings.max_bytes} bytes, which is what `max_response_bytes` allows"
    return unreadable_error(call, response, f"{what} has more than {limit}")


def _status_line(response: httpx2.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}"


def response_error(call: Call, response: httpx2.Response, reason: str, kind: type[E], body: bytes | None = None) -> E:
    """The error for a response; of a stream, the reason says why."""
    if body is None:
        with suppress(httpx2.ResponseNotRead):
            body = response.content
    redactor = Redactor(call)
    headers = {name: redactor.without_secrets(value) for name, value in response.headers.items()}
    return kind(
        redactor.message(reason),
        status_code=response.status_code,
        headers=headers,
        body=redactor.body(body or b""),
        request=call.info,
    )


def error_details(raw: object) -> tuple[errors.ErrorDetail, ...]:
    """The errors in an envelope, or in the form `{"error": ...}` of some gateways; the first twenty."""
    entries = (raw.get("errors") or raw.get("error") or ()) if is_object(raw) else ()
    return tuple(map(_detail, entries[:_MOST_DETAILS] if is_list(entries) else [entries]))


def _detail(entry: object) -> errors.ErrorDetail:
    if not is_object(entry):
        return errors.ErrorDetail(None, str(entry))
    code, message = entry.get("code"), entry.get("message")
    if isinstance(code, str):
        with suppress(ValueError):
            code = int(code)
    number = code if isinstance(code, int) else None
    # What lacks a message may say it elsewhere; a number alone is said as it is.
    silent = number is not None and not any(value for name, value in entry.items() if name != "code")
    return errors.ErrorDetail(number, "" if silent else str(message or entry))
