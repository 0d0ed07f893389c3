"""What callers may choose, per client and per call, and what it comes to."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypedDict, TypeVar, cast

import httpx2

from .errors import CloudflareError

if TYPE_CHECKING:
    from .answers import DriftPolicy

_Plain: TypeAlias = str | int | float | bool | None
Query: TypeAlias = Mapping[str, _Plain | Sequence[_Plain]]
# What a client holds for the paths of its calls.
Scopes: TypeAlias = Mapping[str, str | None]

N = TypeVar("N", int, float)

CONNECT_TIMEOUT, TIMEOUT = 5.0, 60.0
# What an HTTP client has that nobody chose a time-out for.
_UNCHOSEN = httpx2.Timeout(5.0)
# RFC 9110, section 5.6.2; how long a body is, the HTTP library says.
_TOKEN = re.compile(r"(?i)(?!(content-length|transfer-encoding)$)[!#$%&'*+.^_`|~0-9a-z-]+")
# Beyond visible ASCII, space and tab, HTTP allows nothing that a header should hold, and
# the HTTP library repeats in its message what begins or ends with a space.
_UNSENDABLE = re.compile(r"[^\t\x20-\x7e]|^[\t ]|[\t ]$")
_USER_AGENT = f"workers-ai-python httpx2/{httpx2.__version__}"
_CREDENTIALS = {
    "api_token": "CLOUDFLARE_API_TOKEN",
    "api_email": "CLOUDFLARE_EMAIL",
    "api_key": "CLOUDFLARE_API_KEY",
    "user_service_key": "CLOUDFLARE_API_USER_SERVICE_KEY",
}
_PAIR = {"api_email", "api_key"}
_RESOLVED = {*_CREDENTIALS, "base_url", "http_client"}
AUTH_HEADERS = ("authorization", "x-auth-key", "x-auth-user-service-key")


class _CommonOptions(TypedDict, total=False):
    api_token: str | None
    api_email: str | None
    api_key: str | None
    user_service_key: str | None
    base_url: str | httpx2.URL | None
    timeout: float | httpx2.Timeout | None
    """Seconds for each step: connecting (at most 5 of them), writing, reading. Default: 60."""
    max_retries: int
    """Default: 2."""
    max_retry_wait: float
    """Seconds that a retry is waited for at most, whatever the service asks. Default: 60."""
    retry_read_timeout: bool
    """Whether to ask again when an answer took too long, which may pay for it twice."""
    default_headers: Mapping[str, str | None] | None
    """Headers of every request; None removes one that the client would send."""
    default_query: Query | None
    on_drift: DriftPolicy
    """What to do with answers that do not match their schema. Default: "warn"."""


class ClientOptions(_CommonOptions, total=False):
    """Arguments of the client for threads, beside what paths hold."""

    http_client: httpx2.Client | None
    """For pool limits, proxies, TLS and transports of your own; stays yours to close."""


class AsyncClientOptions(_CommonOptions, total=False):
    """Arguments of the client for asyncio and trio, as of the one for threads."""

    http_client: httpx2.AsyncClient | None


class RequestOptions(TypedDict, total=False):
    """Arguments of every call."""

    timeout: float | httpx2.Timeout | None
    max_retries: int
    extra_headers: Mapping[str, str | None] | None
    extra_query: Query | None
    extra_body: object
    """Members to add to the JSON object that is sent."""


class Service(NamedTuple):
    """What a client is a client of."""

    base_url: str
    # Path parameters that a client holds: argument to environment variable.
    scopes: Mapping[str, str]


class RetryPolicy(NamedTuple):
    """Waits are in seconds."""

    max_retries: int
    max_wait: float
    # A read time-out says nothing about the inference, which may be running and cost money.
    read_timeouts: bool = False


class Settings:
    """Options of a client with all defaults filled in; has no repr, since it holds secrets.

    Raises ValueError for values that can never work, CloudflareError for half a pair of credentials.
    """

    def __init__(self, service: Service, scopes: Scopes, options: _CommonOptions) -> None:
        if unknown := options.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(f"Not an option of a client: {', '.join(sorted(unknown))}")
        self.service = service
        self.scopes = {
            name: _stored(variable) or None if scopes.get(name) is None else scopes[name]
            for name, variable in service.scopes.items()
        }
        credentials = _credentials(options)
        base_url = options.get("base_url") or _stored("CLOUDFLARE_BASE_URL") or service.base_url
        self.base_url = _checked_url(base_url)
        # What was resolved is kept: a copy does not depend on the environment of its moment.
        resolved = {**credentials, "base_url": self.base_url}
        self.options = cast("_CommonOptions", {**options, **resolved})
        http_client = cast("ClientOptions", options).get("http_client")
        own_timeout = TIMEOUT if http_client is None or http_client.timeout == _UNCHOSEN else http_client.timeout
        self.timeout = timeout_of(options.get("timeout", own_timeout))
        self.retries = RetryPolicy(
            max_retries=not_negative("max_retries", options.get("max_retries", 2)),
            max_wait=not_negative("max_retry_wait", options.get("max_retry_wait", 60.0)),
            read_timeouts=options.get("retry_read_timeout", False),
        )
        self.headers = httpx2.Headers({"User-Agent": _USER_AGENT, **_auth_headers(credentials)})
        merge_headers(self.headers, options.get("default_headers"))
        self.query = dict(options.get("default_query") or {})
        # Whoever passes an HTTP client may have it authenticate.
        self.own_auth = http_client is not None and http_client.auth is not None
        self.on_drift: DriftPolicy = options.get("on_drift", "warn")
        if self.on_drift not in ("warn", "ignore", "raise") and not callable(self.on_drift):
            raise ValueError(f"Expected `on_drift` to be 'warn', 'ignore', 'raise' or a callable: {self.on_drift!r}")
        self._headers_by_type: dict[str, httpx2.Headers] = {}

    def headers_for(self, media_type: str) -> httpx2.Headers:
        """Headers of a request with such a body; shared, so not to be changed."""
        if media_type not in self._headers_by_type:
            headers = httpx2.Headers({"Content-Type": media_type} if media_type else {})
            headers.update(self.headers)
            self._headers_by_type[media_type] = headers
        return self._headers_by_type[media_type]

    def changed(self, scopes: Scopes, options: _CommonOptions) -> Settings:
        """The settings with some options replaced, credentials as a whole."""
        # None stands for what is not given, and not for what is given up.
        new = {n: v for n, v in options.items() if v is not None or n not in _RESOLVED}
        changed = _CREDENTIALS.keys() & new.keys()
        # A new key may go with the old email, and nothing else with anything old.
        dropped = _CREDENTIALS.keys() - (set() if changed - _PAIR else _PAIR) if changed else set()
        kept = {name: value for name, value in self.options.items() if name not in dropped}
        for name in new.keys() & {"default_headers", "default_query"}:
            new[name] = {**cast("Scopes", self.options.get(name) or {}), **cast("Scopes", new[name] or {})}
        given = {name: value for name, value in scopes.items() if value is not None}
        merged = cast("_CommonOptions", {**kept, **new})
        return Settings(self.service, {**self.scopes, **given}, merged)


def _stored(variable: str) -> str:
    return os.environ.get(variable, "").strip()


def _credentials(options: _CommonOptions) -> dict[str, str]:
    """Credentials from options, and from the environment only where there are none, or for the other half of a pair.

    Raises ValueError for an empty or unsendable value, CloudflareError for an email or a key alone.
    """
    given = {n: cast("str", v) for n in _CREDENTIALS if (v := options.get(n)) is not None}
    for name, value in given.items():
        if not value.strip():
            raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
    stored = {name: value for name, v in _CREDENTIALS.items() if (value := _stored(v))}
    if not given and "api_token" in stored:
        # It wins, and the others need not even be sendable.
        stored = {"api_token": stored["api_token"]}
    if _PAIR & given.keys():
        given = {name: value for name, value in stored.items() if name in _PAIR} | given
    for name, value in (given or stored).items():
        check_header(name if name in given else _CREDENTIALS[name], value)
    if given and not _auth_headers(given):
        (missing,) = _PAIR - given.keys()
        raise CloudflareError(
            f"`api_email` and `api_key` go together, and `{missing}` is missing: pass it or set {_CREDENTIALS[missing]}"
        )
    return given or stored


def _auth_headers(credentials: Mapping[str, str]) -> dict[str, str]:
    """The headers of the strongest kind that is complete; none, when none is."""
    match credentials:
        case {"api_token": token}:
            return {"Authorization": f"Bearer {token}"}
        case {"api_email": email, "api_key": key}:
            return {"X-Auth-Email": email, "X-Auth-Key": key}
        case {"user_service_key": key}:
            return {"X-Auth-User-Service-Key": key}
        case _:
            return {}


def has_credentials(headers: httpx2.Headers) -> bool:
    return any(name in headers and (name != "x-auth-key" or "x-auth-email" in headers) for name in AUTH_HEADERS)


def check_header(name: str, value: str) -> None:
    """Raises ValueError for a value that HTTP cannot carry; the value is not repeated."""
    if _UNSENDABLE.search(value):
        raise ValueError(
            f"`{name}` begins or ends with a space, or holds what no header can: "
            "a line break, a control character, a letter beyond ASCII"
        )


def merge_headers(headers: httpx2.Headers, changes: Mapping[str, str | None] | None) -> None:
    """Set headers, and remove those of None. Raises ValueError for a name or a value that HTTP cannot carry."""
    given = {name.lower() for name, value in (changes or {}).items() if value is not None}
    if given.intersection(AUTH_HEADERS):
        # Credentials take the place of all others; a new key may go with the old email.
        for other in {*AUTH_HEADERS, *(() if "x-auth-key" in given else ("x-auth-email",))} - given:
            headers.pop(other, None)
    for name, value in (changes or {}).items():
        if not _TOKEN.fullmatch(name):
            raise ValueError(f"Not a header to set: {name!r}")
        if value is None:
            headers.pop(name, None)
        else:
            check_header(name, value)
            headers[name] = value


def timeout_of(timeout: float | httpx2.Timeout | None) -> httpx2.Timeout:
    """Seconds for each step, with less for connecting; None waits for ever. Raises ValueError for less than 0."""
    if timeout is None or isinstance(timeout, httpx2.Timeout):
        return httpx2.Timeout(timeout)
    seconds = None if not_negative("timeout", timeout) == float("inf") else timeout
    return httpx2.Timeout(seconds, connect=min(timeout, CONNECT_TIMEOUT))


def not_negative(name: str, value: N) -> N:
    if not value >= 0:
        raise ValueError(f"Expected `{name}` to be 0 or more but received {value}")
    return value


def _checked_url(base_url: str | httpx2.URL) -> httpx2.URL:
    try:
        url = httpx2.URL(base_url)
    except httpx2.InvalidURL as error:
        raise ValueError(f"`base_url` is not a URL: {error}") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError("Expected `base_url` to start with https:// or http:// and a host")
    # A user would take the place of the token, and a query that of the path.
    if url.userinfo or url.query or url.fragment:
        raise ValueError("Expected `base_url` to have no user, query or fragment")
    return url.copy_with(raw_path=url.raw_path.rstrip(b"/"))
