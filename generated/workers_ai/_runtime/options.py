"""Options of a client and of a call, with their defaults."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from ipaddress import ip_address
from typing import Any, NamedTuple, TypeAlias, TypedDict, TypeVar, cast

import httpx2
import msgspec

from .credentials import (
    AUTH_HEADERS,
    CREDENTIALS,
    PAIR,
    auth_headers,
    displaced,
    from_environment,
    has_credentials,
    merge_headers,
    removes_credentials,
    resolved_credentials,
)
from .drift import DriftPolicy, check_policy
from .waiting import TaskIO, ThreadIO

_Plain: TypeAlias = str | int | float | bool | None
Query: TypeAlias = Mapping[str, _Plain | Sequence[_Plain]]
# A `datetime` is a `date`, too. Both are sent as RFC 3339 writes them.
Moment: TypeAlias = str | date
# What a client holds for the paths of its calls.
Scopes: TypeAlias = Mapping[str, str | None]

N = TypeVar("N", int, float)
M = TypeVar("M", bound=Mapping[str, object])

CONNECT_TIMEOUT, TIMEOUT = 5.0, 60.0
# Of an HTTP client that is passed in, these are read when the client is made, and count as ours from then on.
CHOSEN_HEADERS = ("user-agent", "x-auth-email", *AUTH_HEADERS)
MAX_RESPONSE_BYTES = 128 * 1024 * 1024
# What an HTTP client has that nobody chose a time-out for.
_UNCHOSEN = httpx2.Timeout(5.0)
_USER_AGENT = f"workers-ai-python httpx2/{httpx2.__version__}"
_RESOLVED = {*CREDENTIALS, "base_url", "http_client"}


class _CommonOptions(TypedDict, total=False):
    api_token: str | None
    """Sent as `Authorization: Bearer`. Default: CLOUDFLARE_API_TOKEN."""
    api_email: str | None
    """Used with `api_key`. Default: CLOUDFLARE_EMAIL."""
    api_key: str | None
    """The global key of a user. Default: CLOUDFLARE_API_KEY."""
    user_service_key: str | None
    """For some endpoints only. Default: CLOUDFLARE_API_USER_SERVICE_KEY."""
    base_url: str | httpx2.URL | None
    """URL of the service. Default: CLOUDFLARE_BASE_URL, then the URL that the client was built for."""
    allow_http: bool
    """Permit `http://` to other machines, which exposes the credentials on the network. Default: False."""
    timeout: float | httpx2.Timeout | None
    """Seconds for each step: connecting (never more than 5), writing, reading. Default: 60."""
    deadline: float | None
    """Seconds for a whole call with its retries; in a stream, for each wait for a chunk. Default: no limit."""
    max_retries: int
    """Number of retries, after 408, 409, 429, 5xx and failed connections. Default: 2."""
    max_retry_wait: float
    """Longest wait before a retry, in seconds, even if the service asks for more. Default: 60."""
    retry_reads: bool
    """Retry requests that the service may have received, too; you may pay twice. Default: False."""
    max_response_bytes: int
    """Largest answer, or event of a stream, in bytes after decompression. Default: 128 MiB."""
    default_headers: Mapping[str, str | None] | None
    """Headers of every request; None removes a header that the client would send."""
    default_query: Query | None
    """Query parameters of every request."""
    on_drift: DriftPolicy
    """What to do when an answer does not match its schema. Default: "warn"."""


class ClientOptions(_CommonOptions, total=False):
    """Arguments of `Cloudflare`, in addition to the path parameters that it holds."""

    http_client: httpx2.Client | None
    """An HTTP client of your own, for proxies, TLS, pool limits, headers or a transport; you close it yourself."""


class AsyncClientOptions(_CommonOptions, total=False):
    """Arguments of `AsyncCloudflare`; the same as those of `Cloudflare`."""

    http_client: httpx2.AsyncClient | None
    """An HTTP client of your own, as for `Cloudflare`; you close it yourself, and use it in one event loop."""


class RequestOptions(TypedDict, total=False):
    """Options of every call; those of the client apply where they are left out."""

    timeout: float | httpx2.Timeout | None
    """Seconds for each step: connecting (never more than 5), writing, reading."""
    deadline: float | None
    """Seconds for the whole call with its retries; in a stream, for each wait for a chunk."""
    max_retries: int
    """Number of retries."""
    extra_headers: Mapping[str, str | None] | None
    """Headers to add or replace; None removes a header."""
    extra_query: Query | None
    """Query parameters to add; None removes a parameter."""
    extra_body: object
    """Members to add to the JSON object that is sent."""


class RetryPolicy(NamedTuple):
    """When a call is sent again. Waits are in seconds."""

    max_retries: int
    max_wait: float
    # Whether also what the service may have received, which may pay for an inference twice.
    retry_reads: bool = False


class Service(NamedTuple):
    """What a client is a client of."""

    base_url: str
    # Path parameters that a client holds: argument to environment variable.
    scopes: Mapping[str, str]


class Settings:
    """Options of a client with all defaults filled in; has no repr, since it holds secrets.

    Raises ValueError for values that can never work, CloudflareError for half a pair of credentials.
    """

    def __init__(self, service: Service, scopes: Scopes, options: _CommonOptions, io: ThreadIO | TaskIO) -> None:
        if unknown := options.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(f"Not an option of a client: {', '.join(sorted(unknown))}")
        self.service: Service = service
        self.io: ThreadIO | TaskIO = io
        self.scopes: dict[str, str | None] = {
            name: from_environment(variable) or None if scopes.get(name) is None else scopes[name]
            for name, variable in service.scopes.items()
        }
        credentials = resolved_credentials(options)
        base_url = options.get("base_url") or from_environment("CLOUDFLARE_BASE_URL") or service.base_url
        self.base_url: httpx2.URL = _checked_url(base_url, allow_http=options.get("allow_http", False))
        self.prefix: str = str(self.base_url)
        # What was resolved is kept: a copy does not depend on the environment of its moment.
        resolved = {**credentials, "base_url": self.base_url}
        self.options: _CommonOptions = cast("_CommonOptions", {**options, **resolved})
        http_client = cast("ClientOptions", options).get("http_client")
        own_timeout = TIMEOUT if http_client is None or http_client.timeout == _UNCHOSEN else http_client.timeout
        self.timeout: httpx2.Timeout = timeout_of(options.get("timeout", own_timeout))
        self.retries: RetryPolicy = RetryPolicy(
            max_retries=not_negative("max_retries", options.get("max_retries", 2)),
            max_wait=not_negative("max_retry_wait", options.get("max_retry_wait", 60.0)),
            retry_reads=options.get("retry_reads", False),
        )
        self.deadline: float | None = deadline_of(options.get("deadline"))
        self.max_bytes: int = not_negative("max_response_bytes", options.get("max_response_bytes", MAX_RESPONSE_BYTES))
        # What every request has, as httpx2 has it. A client that is passed in brings its own.
        usual = httpx2.Client(transport=httpx2.BaseTransport()).headers
        brought = [(b"Host", self.base_url.netloc), *usual.raw] if http_client is None else None
        self.headers: httpx2.Headers = httpx2.Headers(brought)
        self.headers.update({"User-Agent": _USER_AGENT, **auth_headers(credentials)})
        if http_client is not None:
            own = {name: http_client.headers.get(name) for name in CHOSEN_HEADERS}
            merge_headers(self.headers, {name: value for name, value in own.items() if value != usual.get(name)})
        changes = mapping_of(options, "default_headers")
        merge_headers(self.headers, changes)
        self.query: dict[str, _Plain | Sequence[_Plain]] = dict(mapping_of(options, "default_query"))
        # Whoever passes an HTTP client may have it authenticate, and whoever removes credentials does without ours.
        own_auth = http_client is not None and http_client.auth is not None
        self.own_auth: bool = own_auth or removes_credentials(changes)
        self.authenticated: bool = self.own_auth or has_credentials(self.headers)
        self.on_drift: DriftPolicy = options.get("on_drift", "warn")
        check_policy(self.on_drift, waits=io.waits)
        self._headers_by_type: dict[str, httpx2.Headers] = {}

    def headers_for(self, media_type: str) -> httpx2.Headers:
        """Headers of a request with such a body; shared, so not to be changed."""
        if known := self._headers_by_type.get(media_type):
            return known
        headers = self.headers.copy()
        if media_type:
            headers.setdefault("Content-Type", media_type)
        # The boundary of a form is another one for each request.
        if ";" not in media_type:
            self._headers_by_type[media_type] = headers
        return headers

    def changed(self, scopes: Scopes, options: _CommonOptions) -> Settings:
        """The settings with some options replaced, credentials as a whole."""
        # None means that it is not given, and not that it is given up.
        new = {n: v for n, v in options.items() if v is not None or n not in _RESOLVED}
        changed = CREDENTIALS.keys() & new.keys()
        # A new key may go with the old email, and nothing else with anything old.
        dropped = CREDENTIALS.keys() - (set() if changed - PAIR else PAIR) if changed else set()
        kept = {name: value for name, value in self.options.items() if name not in dropped}
        if "default_query" in new:
            new["default_query"] = {**mapping_of(self.options, "default_query"), **mapping_of(new, "default_query")}
        headers = mapping_of(new, "default_headers")
        if changed and not displaced(headers):
            # What is given last wins over headers of this client, and of its HTTP client.
            headers = {**auth_headers(resolved_credentials({**kept, **new})), **headers}
        gone = displaced(headers).union(name.lower() for name in headers)
        own = {n: v for n, v in mapping_of(self.options, "default_headers").items() if n.lower() not in gone}
        new["default_headers"] = {**own, **headers}
        set_now = {name: value for name, value in scopes.items() if value is not None}
        merged = cast("_CommonOptions", {**kept, **new})
        return Settings(self.service, {**self.scopes, **set_now}, merged, self.io)


def timeout_of(timeout: float | httpx2.Timeout | None) -> httpx2.Timeout:
    """Seconds for each step, with less for connecting and any time for a free connection; None for any time.

    Raises ValueError for 0, which leaves no time, and for less.
    """
    if timeout is None or isinstance(timeout, httpx2.Timeout):
        return httpx2.Timeout(timeout)
    seconds = None if not_negative("timeout", timeout, "a number or an httpx2.Timeout") == float("inf") else timeout
    if not timeout:
        raise ValueError("Expected `timeout` to be more than 0 but received 0: None allows any time")
    return httpx2.Timeout(seconds, connect=min(timeout, CONNECT_TIMEOUT), pool=None)


def mapping_of(options: Mapping[str, object], name: str) -> Mapping[str, Any]:
    """The option of that name, with None for what is unset; empty without one. Raises TypeError unless a mapping."""
    if not (value := options.get(name)):
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"Expected `{name}` to be a mapping but received {type(value).__name__}")
    return {key: None if one is msgspec.UNSET else one for key, one in value.items()}


def as_given(arguments: M) -> M:
    """The arguments of a client without those that are left out by `UNSET`."""
    return cast("M", {name: value for name, value in arguments.items() if value is not msgspec.UNSET})


def deadline_of(seconds: float | None) -> float | None:
    return None if seconds is None or not_negative("deadline", seconds) == float("inf") else seconds


def not_negative(name: str, value: N, wanted: str = "a number") -> N:
    if not isinstance(value, int | float):
        raise TypeError(f"Expected `{name}` to be {wanted} but received {type(value).__name__}")
    if not value >= 0:
        raise ValueError(f"Expected `{name}` to be 0 or more but received {value}")
    return value


def _checked_url(base_url: str | httpx2.URL, *, allow_http: bool) -> httpx2.URL:
    try:
        url = httpx2.URL(base_url)
    except (httpx2.InvalidURL, UnicodeEncodeError) as error:
        raise ValueError(f"`base_url` is not a URL: {error}") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError("Expected `base_url` to start with https:// or http:// and a host")
    labels = url.raw_host.decode().removesuffix(".").split(".")
    if (url.port or 0) >= 2**16 or not all(0 < len(label) < 64 for label in labels):
        raise ValueError(f"`base_url` names no host or port that can be: {url.netloc.decode()}")
    # A user would take the place of the token, and a query that of the path.
    if url.userinfo or url.query or url.fragment:
        raise ValueError("Expected `base_url` to have no user, query or fragment")
    if url.scheme == "http" and not (allow_http or _is_local(url.host)):
        raise ValueError(f"`base_url` would send credentials to {url.host} in the clear: use https://, or `allow_http`")
    return url.copy_with(raw_path=url.raw_path.rstrip(b"/"))


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
