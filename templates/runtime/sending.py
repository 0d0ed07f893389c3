"""Sending: once, then again where that may help; errors for what fails."""

from __future__ import annotations

import json
import logging
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from os.path import commonprefix
from typing import TYPE_CHECKING, TypeVar

import httpx2

from . import errors
from .models import UndecodableError, is_list, is_object, parse
from .options import AUTH_HEADERS, RetryPolicy

if TYPE_CHECKING:
    from .answers import Call
    from .clients import BaseClient

T = TypeVar("T")
E = TypeVar("E", errors.APIResponseError, errors.APIStatusError)

# The package that this one was copied into.
PACKAGE = __name__.rsplit(".", 2)[0]
_log = logging.getLogger(PACKAGE)
_log.addHandler(logging.NullHandler())
# What fails on the way; asyncio lets some errors of TLS through as they are.
NETWORK_ERRORS = (httpx2.HTTPError, OSError)
_FIRST_WAIT = 0.5
_RETRIED = {408, 409, 429}
_SHOWN = 8 * 1024
# Shorter strings are masked where they stand alone, unless a message may well hold them by chance.
_PRIVATE_FROM = 12
_COMMON = re.compile(r"[a-z_]*|\W*|[\x00-\x7f]{1,3}")
_SECRET = re.compile(r"auth|cookie|key|secret|token")
# What is written in another way inside a string of JSON, or where one is quoted.
_ESCAPED = re.compile(r"""["'\\\x00-\x1f]""")


def shown(call: Call, text: str) -> str:
    """A text without credentials and without what was asked, cut to 8 KB."""
    # Pages escape what they repeat; the table for this is large.
    from html import unescape

    text = re.sub(r"&#?\w+;", lambda entity: unescape(entity[0]), text)
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}... ({len(text)} characters)"
    for name, value in call.headers.items():
        secret = value.rpartition(" ")[2]
        if len(secret) > 3 and (name in AUTH_HEADERS or (len(value) >= _PRIVATE_FROM and _SECRET.search(name))):
            cut = cut.replace(secret, "***")
    with suppress(UndecodableError):
        for string in (form for one in _strings(parse(call.private)) for form in {one, unescape(one)}):
            for form in (string, json.dumps(string)[1:-1]):
                if len(string) >= _PRIVATE_FROM:
                    cut = cut.replace(form, "***")
                elif form in cut and not _COMMON.fullmatch(string):
                    cut = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", "***", cut, flags=re.ASCII)
            # A part of it may be repeated, too: cut short, or quoted in another way.
            for part in _ESCAPED.split(string):
                cut = _without(_without(cut, part), json.dumps(part)[1:-1])
    return cut


def _without(text: str, private: str) -> str:
    """The text with `private` masked, and what begins like it as far as that goes."""
    beginning = private[:_PRIVATE_FROM]
    start = text.find(beginning) if len(beginning) == _PRIVATE_FROM else -1
    while start >= 0:
        same = len(commonprefix([text[start:], private]))  # noqa: RUF071  # letters are meant
        text = f"{text[:start]}***{text[start + same :]}"
        start = text.find(beginning, start + 3)
    return text


def _strings(raw: object) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    # A list may be a file, number by number.
    for item in raw.values() if is_object(raw) else [i for i in raw if type(i) is not int] if is_list(raw) else ():
        yield from _strings(item)


async def perform(client: BaseClient, call: Call, finish: Callable[[httpx2.Response], T], *, stream: bool = False) -> T:
    """Send and finish, again and again as the policy has it; a stream is left unread."""
    retries = 0
    while True:
        try:
            return finish(await _send(client, call, stream=stream))
        except errors.CloudflareError as error:
            if (wait := retry_wait(error, retries, call.policy)) is None:
                raise
            status = getattr(error, "status_code", "no answer")
            _log.info("%s %s: %s, again in %.2f s", *call.info, status, wait)
        await client.io.sleep(wait)
        retries += 1


async def _send(client: BaseClient, call: Call, *, stream: bool) -> httpx2.Response:
    http, content, query = client.connections.client, call.content, call.query or None
    _log.debug("%s %s, %d bytes", *call.info, len(content))
    request = http.build_request(
        call.info.method, call.url, content=content, headers=call.headers, params=query, timeout=call.timeout
    )
    with told(call):
        response: httpx2.Response = await client.io.send(http, request, stream=stream)
        if not response.is_success:
            await client.io.read(response)
    _log.debug("%s %s: %d, ray %s", *call.info, response.status_code, response.headers.get("cf-ray", "none"))
    if not response.is_success:
        raise status_error(call, response)
    return response


def retry_wait(error: errors.CloudflareError, retries: int, policy: RetryPolicy) -> float | None:
    """Seconds to wait before the next try, or None to give up; `retries` were made already."""
    if retries >= policy.max_retries or not _worth_it(error, policy):
        return None
    if isinstance(error, errors.APIStatusError) and error.retry_after:
        return min(error.retry_after, policy.max_wait)
    # Full jitter spreads the clients that one failure has brought into step.
    return random.uniform(0, min(policy.max_wait, _FIRST_WAIT * 2.0 ** min(retries, 30)))  # noqa: S311


def _worth_it(error: errors.CloudflareError, policy: RetryPolicy) -> bool:
    match error:
        case errors.APITimeoutError():
            return error.transient or policy.read_timeouts
        case errors.APIConnectionError():
            return error.transient
        case errors.APIStatusError() if not isinstance(error, errors.QuotaExceededError):
            advice = error.headers.get("x-should-retry", "").lower()
            if advice in {"true", "false"}:
                return advice == "true"
            status = errors.effective_status(error.status_code, error.errors)
            return status in _RETRIED or status >= 500
        case _:
            return False


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


@contextmanager
def told(call: Call) -> Iterator[None]:
    """Makes errors of the HTTP library the client's."""
    try:
        yield
    except NETWORK_ERRORS as error:
        reason = str(error) or type(error).__name__
        late = isinstance(error, httpx2.TimeoutException)
        what = shown(call, f"{'Timed out' if late else 'Connection failed'}: {reason}")
        kind = errors.APITimeoutError if late else errors.APIConnectionError
        failure = kind(what, request=call.info)
        on_the_way = isinstance(error, httpx2.TransportError)
        final = (httpx2.ReadTimeout, httpx2.LocalProtocolError)
        failure.transient = on_the_way and not isinstance(error, final)
        raise failure from error


def status_error(call: Call, response: httpx2.Response) -> errors.APIStatusError:
    """The error for a response that was read, by its status or by the codes in it."""
    raw, said = None, ""
    with suppress(UndecodableError):
        raw = parse(response.content)
    if response.has_redirect_location:
        said = f"redirects are not followed, and this one leads to {response.headers['location']}"
    elif not details_of(raw):
        said = response.content[: 4 * _SHOWN].decode("utf-8", "replace").strip()
    reason = f"{response.status_code} {response.reason_phrase}: {said}"
    return failure_told(call, response, raw, reason, response.content)


def failure_told(call: Call, response: httpx2.Response, raw: object, reason: str, body: bytes) -> errors.APIStatusError:
    """The error for a failure that JSON tells of: a body, an event, one of several answers."""
    details = tuple(e._replace(message=shown(call, e.message)) for e in details_of(raw))
    said = "; ".join(f"{e.code}: {e.message}" if e.code else e.message for e in details)
    failure = response_error(call, response, reason + said, errors.error_class(response.status_code, details), body)
    failure.errors, failure.retry_after = details, parse_retry_after(response.headers)
    return failure


def response_error(call: Call, response: httpx2.Response, reason: str, kind: type[E], body: bytes | None = None) -> E:
    """The error for a response; of a stream, the reason says why."""
    if body is None:
        with suppress(httpx2.ResponseNotRead):
            body = response.content
    message = shown(call, reason)
    return kind(
        message, status_code=response.status_code, headers=response.headers, body=body or b"", request=call.info
    )


def details_of(raw: object) -> tuple[errors.ErrorDetail, ...]:
    """The errors in an envelope, or in the form `{"error": ...}` of some gateways."""
    entries = (raw.get("errors") or raw.get("error") or ()) if is_object(raw) else ()
    return tuple(map(_detail, entries if is_list(entries) else [entries]))


def _detail(entry: object) -> errors.ErrorDetail:
    if not is_object(entry):
        return errors.ErrorDetail(None, str(entry))
    code, message = entry.get("code"), entry.get("message")
    if isinstance(code, str):
        with suppress(ValueError):
            code = int(code)
    return errors.ErrorDetail(code if isinstance(code, int) else None, str(message or entry))
