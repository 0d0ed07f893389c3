"""The service's own schemas of its models, over HTTP."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

import httpx2

from flaregen.diagnostic import Diagnostic, UsageError
from flaregen.document import JSON, JSONObject
from flaregen.service_url import problem_with

_PATH = "/accounts/{account}/ai/models/schema"
_LARGEST = 8 * 1024 * 1024
_LONGEST_PAUSE = 30.0
_TEXT = 200
_TOKEN = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Service:
    """Where to ask, and as whom. Times are in seconds."""

    base_url: str
    account: str
    token: str = field(repr=False)
    timeout: float = 30.0
    attempts: int = 4
    pause: float = 0.5

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], base_url: str) -> Service:
        """The settings that the client takes; ``base_url`` is the configured one.

        CLOUDFLARE_BASE_URL, the user's own, goes before it. Raises UsageError.
        """
        names = ("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")
        missing = [name for name in names if not environment.get(name, "").strip()]
        if missing:
            raise UsageError(
                f"--live needs {' and '.join(missing)} in the environment",
                help="a token with the permission Workers AI Read will do",
            )
        token, account = (environment[name].strip() for name in names)
        if not _TOKEN.fullmatch(token):
            # Not shown, and not left to the HTTP library, which would show it.
            message = "CLOUDFLARE_API_TOKEN holds a space, a line break or a letter beyond ASCII"
            raise UsageError(message, help="copy it again, as one word")
        url = (environment.get("CLOUDFLARE_BASE_URL", "").strip() or base_url).rstrip("/")
        if problem := problem_with(url):
            message = f"the token is not sent to CLOUDFLARE_BASE_URL: {problem}"
            raise UsageError(message, help="write it as in https://api.cloudflare.com/client/v4")
        return cls(url, account, token)

    @property
    def url(self) -> str:
        return self.base_url + _PATH.format(account=quote(self.account, safe=""))


@dataclass(frozen=True, slots=True)
class ModelSchemas:
    """The service's schemas of a model; None where a direction has none."""

    model: str
    input: JSONObject | None
    output: JSONObject | None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A model that could not be asked about, and why."""

    model: str
    problem: Diagnostic


Answer: TypeAlias = ModelSchemas | Unanswered


class _RetryLaterError(Exception):
    """A failure that may pass; ``seconds`` is how long the service asks to wait."""

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


class _RefusedError(Exception):
    """A failure that another attempt does not change."""

    def __init__(self, code: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.help = help


def ask(
    models: Sequence[str], service: Service, concurrency: int, advance: Callable[[], None]
) -> tuple[Answer, ...]:
    """Ask about each model, some at a time; answers come in the order of the models.

    ``advance`` is called after each of them. Once the token is refused nothing more is
    asked, and the models left over are answered for by the same problem.
    """
    refused = threading.Event()
    headers = {"Authorization": f"Bearer {service.token}", "Accept": "application/json"}
    with (
        httpx2.Client(headers=headers, timeout=service.timeout) as client,
        ThreadPoolExecutor(max_workers=concurrency) as pool,
    ):
        asked = {pool.submit(_ask, client, service, one, refused): one for one in models}
        found: dict[str, Answer] = {}
        for future in as_completed(asked):
            found[asked[future]] = future.result()
            advance()
    return tuple(found[model] for model in models)


def _ask(client: httpx2.Client, service: Service, model: str, refused: threading.Event) -> Answer:
    failure = ""
    for number in range(service.attempts):
        if refused.is_set():
            return Unanswered(model, _problem(_credentials()))
        try:
            return _attempt(client, service, model)
        except _RefusedError as error:
            if error.code == "live-credentials":
                refused.set()
            return Unanswered(model, _problem(error))
        except (_RetryLaterError, httpx2.TransportError) as error:
            failure = str(error) or type(error).__name__
            wait = error.seconds if isinstance(error, _RetryLaterError) else 0.0
        if number + 1 < service.attempts:
            time.sleep(min(max(wait, service.pause * 2**number), _LONGEST_PAUSE))
    message = f"{model}: {failure}, after {service.attempts} attempts"
    return Unanswered(
        model, _problem(_RefusedError("live-unreachable", message, "try again later"))
    )


def _problem(error: _RefusedError) -> Diagnostic:
    return Diagnostic(code=error.code, message=str(error), help=error.help)


def _credentials() -> _RefusedError:
    return _RefusedError(
        "live-credentials",
        "the service refused the token",
        "check CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, and that the token may read "
        "Workers AI",
    )


def _attempt(client: httpx2.Client, service: Service, model: str) -> ModelSchemas:
    with client.stream("GET", service.url, params={"model": model}) as response:
        content = _content(response, model)
    status = response.status_code
    if status in (401, 403):
        raise _credentials()
    if status in (408, 429) or status >= 500:
        raise _RetryLaterError(f"HTTP {status}", _seconds(response.headers.get("Retry-After", "")))
    body = _parsed(content)
    if status == 404 or "no such model" in _said(body).lower():
        help_ = "the model is gone, or its name is misspelt"
        raise _RefusedError("live-unknown-model", f"{model}: the service has no such model", help_)
    if status != 200 or not isinstance(body, dict) or body.get("success") is False:
        said = _said(body) or _start(content, response)
        # What lies between may repeat what it was sent.
        said = said.replace(service.token, "***")
        raise _RefusedError("live-refused", f"{model}: HTTP {status}, {said}", "see the message")
    return _schemas(model, body.get("result"))


def _content(response: httpx2.Response, model: str) -> bytes:
    found = bytearray()
    for piece in response.iter_bytes():
        found += piece
        if len(found) > _LARGEST:
            message = f"{model}: the answer is larger than {_LARGEST // 1024 // 1024} MB"
            raise _RefusedError("live-too-large", message, "this is not the schema of a model")
    return bytes(found)


def _seconds(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() else 0.0


def _parsed(content: bytes) -> JSON:
    try:
        parsed: JSON = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return parsed


def _said(body: JSON) -> str:
    """The messages of an envelope."""
    errors = body.get("errors") if isinstance(body, dict) else None
    return "; ".join(_messages(errors if isinstance(errors, list) else []))


def _messages(errors: list[JSON]) -> Iterator[str]:
    for error in errors:
        if isinstance(error, dict) and isinstance(error.get("message"), str):
            yield str(error["message"])


def _start(content: bytes, response: httpx2.Response) -> str:
    kind = response.headers.get("Content-Type", "no content type")
    text = " ".join(content[:_TEXT].decode(errors="replace").split())
    return f"not JSON but {kind}: {text}"


def _schemas(model: str, result: JSON) -> ModelSchemas:
    sides = [result.get(key) for key in ("input", "output")] if isinstance(result, dict) else []
    found = [side if isinstance(side, dict) else None for side in sides]
    if not any(found):
        message = f"{model}: the answer has neither an input nor an output schema"
        raise _RefusedError("live-no-schema", message, "nothing can be compared for this model")
    return ModelSchemas(model, found[0], found[1])
