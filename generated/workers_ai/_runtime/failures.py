"""Errors for answers that tell of failure, and for calls without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import httpx2

from .auth import AUTH_HEADERS
from .errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    ErrorDetail,
    RequestInfo,
    error_class,
)
from .retries import parse_retry_after
from .values import UndecodableError, is_list, is_object, parse

_SHOWN = 8 * 1024
# Shorter strings are words that a message of the service may well hold by chance.
_PRIVATE_FROM = 12


class Exchange(NamedTuple):
    """What errors need to know of a call: what may be shown, and what may not."""

    info: RequestInfo
    headers: httpx2.Headers
    sent: bytes

    def private(self) -> Iterator[str]:
        """Credentials, then strings of the body that are long enough to be somebody's words."""
        for name in AUTH_HEADERS:
            if value := self.headers.get(name):
                yield value.rpartition(" ")[2]
        with suppress(UndecodableError):
            texts = (text for text in _strings(parse(self.sent)) if len(text) >= _PRIVATE_FROM)
            yield from sorted(texts, key=len, reverse=True)


def connection_error(error: httpx2.HTTPError, info: RequestInfo) -> APIConnectionError:
    """The client's error for one of the HTTP library's."""
    reason = str(error) or type(error).__name__
    if isinstance(error, httpx2.TimeoutException):
        failure: APIConnectionError = APITimeoutError(f"Timed out: {reason}", request=info)
        failure.transient = not isinstance(error, httpx2.ReadTimeout)
        return failure
    failure = APIConnectionError(f"Connection failed: {reason}", request=info)
    failure.transient = isinstance(error, httpx2.TransportError) and not isinstance(
        error, httpx2.LocalProtocolError | httpx2.UnsupportedProtocol
    )
    return failure


def status_error(response: httpx2.Response, exchange: Exchange) -> APIStatusError:
    """The error for a response that was read, by its status or by the codes in it."""
    body = response.content
    try:
        raw = parse(body)
    except UndecodableError:
        raw = None
    said = ""
    if response.has_redirect_location:
        said = f"redirects are not followed, and this one leads to {response.headers['location']}"
    elif not details_of(raw):
        said = body[: 4 * _SHOWN].decode("utf-8", "replace").strip()
    reason = f"{response.status_code} {response.reason_phrase}: {said}"
    return failure_told(response, raw, reason, exchange, body)


def failure_told(
    response: httpx2.Response, raw: object, reason: str, exchange: Exchange, body: bytes
) -> APIStatusError:
    """The error for a failure that JSON tells of: a body, an event, one of several answers."""
    errors = details_of(raw)
    status = response.status_code
    said = "; ".join(f"{e.code}: {e.message}" if e.code else e.message for e in errors)
    return error_class(status, errors)(
        shown(reason + said, exchange),
        status_code=status,
        headers=response.headers,
        body=body,
        errors=errors,
        retry_after=parse_retry_after(response.headers),
        request=exchange.info,
    )


def response_error(
    response: httpx2.Response,
    reason: str,
    exchange: Exchange,
    kind: type[APIResponseError] = APIResponseError,
) -> APIResponseError:
    """The error for a response of success that cannot be used."""
    try:
        body = response.content
    except httpx2.ResponseNotRead:
        # Of a stream; the part at fault is in the reason.
        body = b""
    return kind(
        shown(reason, exchange),
        status_code=response.status_code,
        headers=response.headers,
        body=body,
        request=exchange.info,
    )


def details_of(raw: object) -> tuple[ErrorDetail, ...]:
    """The errors in an envelope, or in the form `{"error": ...}` of some gateways."""
    if not is_object(raw):
        return ()
    entries = raw.get("errors") or raw.get("error") or ()
    listed = entries if is_list(entries) else [entries]
    return tuple(_detail(entry) for entry in listed)


def _detail(entry: object) -> ErrorDetail:
    if not is_object(entry):
        return ErrorDetail(None, str(entry))
    code, message = entry.get("code"), entry.get("message")
    if isinstance(code, str) and code.isdecimal():
        code = int(code)
    return ErrorDetail(code if isinstance(code, int) else None, str(message or entry))


def shown(text: str, exchange: Exchange) -> str:
    """A text without credentials and without what was asked, cut to 8 KB."""
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}... ({len(text)} characters)"
    for private in exchange.private():
        cut = cut.replace(private, "***")
    return cut


def _strings(raw: object) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif is_object(raw) or is_list(raw):
        for item in raw.values() if is_object(raw) else raw:
            yield from _strings(item)
