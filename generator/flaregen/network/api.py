"""A JSON API that takes a bearer token: each GET within limits, and again where that may help."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx2

from flaregen.document import JSON, JSONObject, as_list, as_object, text_in
from flaregen.network.retrying import (
    GaveUpError,
    Patience,
    RetryLaterError,
    retried,
    seconds_to_wait,
)

_LARGEST = 8 * 1024 * 1024
_TEXT = 200


class RefusedError(Exception):
    """A failure that another attempt does not change: the code of its error, and what to do."""

    def __init__(self, code: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.help = help


class NotFoundError(Exception):
    """The API says that there is no such thing."""


@contextmanager
def asking(token: str, timeout: float, patience: Patience) -> Iterator[Api]:
    """An API with its connections; ``timeout`` is in seconds."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    with httpx2.Client(headers=headers, timeout=timeout) as client:
        yield Api(client, token, patience)


@dataclass(frozen=True, slots=True)
class Api:
    """Requests of one account, from any number of threads; nothing is followed elsewhere."""

    client: httpx2.Client
    token: str = field(repr=False)
    patience: Patience
    refused: threading.Event = field(default_factory=threading.Event)

    def get(self, url: str, params: Mapping[str, str], subject: str) -> JSONObject:
        """The JSON object that is answered; ``subject`` begins the messages of errors.

        Once the token is refused nothing more is asked. Raises RefusedError and NotFoundError.
        """
        try:
            return retried(lambda: self._attempt(url, params, subject), self.patience)
        except GaveUpError as error:
            message = f"{subject}: {error}, after {self.patience.attempts} attempts"
            raise RefusedError("live-unreachable", message, "try again later") from error

    def _attempt(self, url: str, params: Mapping[str, str], subject: str) -> JSONObject:
        if self.refused.is_set():
            raise _credentials()
        with self.client.stream("GET", url, params=dict(params)) as response:
            content = _content(response, subject)
        status = response.status_code
        if status in (401, 403):
            self.refused.set()
            raise _credentials()
        if status in (408, 429) or status >= 500:
            wait = seconds_to_wait(response.headers.get("Retry-After", ""))
            raise RetryLaterError(f"HTTP {status}", wait)
        body = _parsed(content)
        if status == 404 or "no such model" in _said(body).lower():
            raise NotFoundError
        if status != 200 or not isinstance(body, dict) or body.get("success") is False:
            said = _said(body) or _start(content, response)
            # What lies between may repeat what it was sent.
            said = said.replace(self.token, "***")
            raise RefusedError(
                "live-refused", f"{subject}: HTTP {status}, {said}", "see the message"
            )
        return body


def _credentials() -> RefusedError:
    return RefusedError(
        "live-credentials",
        "the service refused the token",
        "check CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, and that the token may read "
        "Workers AI",
    )


def _content(response: httpx2.Response, subject: str) -> bytes:
    found = bytearray()
    for piece in response.iter_bytes():
        found += piece
        if len(found) > _LARGEST:
            message = f"{subject}: the answer is larger than {_LARGEST // 1024 // 1024} MB"
            raise RefusedError("live-too-large", message, "this is not the schema of a model")
    return bytes(found)


def _parsed(content: bytes) -> JSON:
    try:
        parsed: JSON = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return parsed


def _said(body: JSON) -> str:
    """The messages of an envelope."""
    errors = as_list(as_object(body).get("errors"))
    return "; ".join(filter(None, (text_in(error, "message") for error in errors)))


def _start(content: bytes, response: httpx2.Response) -> str:
    kind = response.headers.get("Content-Type", "no content type")
    text = " ".join(content[:_TEXT].decode(errors="replace").split())
    return f"not JSON but {kind}: {text}"
