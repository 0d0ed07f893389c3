"""The clients without their operations: sending, trying again, closing."""

from __future__ import annotations

import logging
import os
import threading
import time
import weakref
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any, ClassVar, Generic, Self, TypeVar

import anyio
import httpx2

from .errors import APIStatusError, CloudflareError
from .failures import connection_error, status_error
from .operations import PACKAGE
from .options import AsyncClientOptions, ClientOptions, Service, Settings
from .requests import Call
from .retries import retry_wait

T = TypeVar("T")
H = TypeVar("H", httpx2.Client, httpx2.AsyncClient)

_log = logging.getLogger(PACKAGE)
_log.addHandler(logging.NullHandler())
_SUCCESS = range(200, 300)


class Connections(Generic[H]):
    """An HTTP client: one of the caller's, or one made here, once for each process.

    After a fork the child makes its own, since two processes on one connection
    would read each other's answers.
    """

    def __init__(self, given: H | None, make: Callable[[], H]) -> None:
        self._make: Callable[[], H] = make
        self._given: H | None = given
        self._made: H | None = None if given is not None else make()
        self._lock = threading.Lock()
        if given is None:
            _own.add(self)

    @property
    def client(self) -> H:
        client = self._given or self._made
        return client if client is not None else self._again()

    @property
    def owned(self) -> H | None:
        """The client that is ours to close."""
        return self._made

    def forget(self) -> None:
        """Let go of what belongs to the parent process, its lock included."""
        self._made = None
        self._lock = threading.Lock()

    def _again(self) -> H:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


_own: weakref.WeakSet[Connections[Any]] = weakref.WeakSet()


def _after_fork() -> None:
    for connections in list(_own):
        connections.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


class _Client:
    """What both clients are beside sending."""

    _service: ClassVar[Service]
    settings: Settings

    @property
    def base_url(self) -> httpx2.URL:
        return self.settings.base_url

    @property
    def timeout(self) -> httpx2.Timeout:
        return self.settings.timeout

    @property
    def max_retries(self) -> int:
        return self.settings.retries.max_retries

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url.copy_with(userinfo=b'')}>"


class SyncClient(_Client):
    """A client for threads; any number of them may use one."""

    def __init__(self, scopes: Mapping[str, str | None], options: ClientOptions) -> None:
        self.settings = Settings(self._service, scopes, options)
        self.connections = Connections(options.get("http_client"), httpx2.Client)

    def _copy(self, scopes: Mapping[str, str | None], options: ClientOptions) -> Self:
        copied = type(self).__new__(type(self))
        copied.settings = self.settings.changed(scopes, options)
        given = options.get("http_client")
        copied.connections = Connections(given, httpx2.Client) if given else self.connections
        return copied

    def close(self) -> None:
        """Close the connections, unless they belong to an HTTP client that was passed in."""
        if (http := self.connections.owned) is not None:
            http.close()

    @property
    def is_closed(self) -> bool:
        return self.connections.client.is_closed

    def perform(self, call: Call, finish: Callable[[httpx2.Response], T]) -> T:
        """Send, read whole, and finish, again and again as the client's policy has it."""
        return self._try(call, lambda: finish(self._exchange(call, stream=False)))

    def open(self, call: Call) -> httpx2.Response:
        """Send, and give the response unread once it is one of success."""
        return self._try(call, lambda: self._exchange(call, stream=True))

    def _try(self, call: Call, attempt: Callable[[], T]) -> T:
        retries = 0
        while True:
            try:
                return attempt()
            except CloudflareError as error:
                wait = plan_retry(error, retries, call)
                if wait is None:
                    raise
            time.sleep(wait)
            retries += 1

    def _exchange(self, call: Call, *, stream: bool) -> httpx2.Response:
        http = self.connections.client
        try:
            response = http.send(build(http, call), stream=stream, follow_redirects=False)
            if response.status_code not in _SUCCESS:
                response.read()
        except httpx2.HTTPError as error:
            raise connection_error(error, call.exchange.info) from error
        return accepted(response, call)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncClient(_Client):
    """A client for asyncio and trio; any number of tasks of one event loop may use one."""

    def __init__(self, scopes: Mapping[str, str | None], options: AsyncClientOptions) -> None:
        self.settings = Settings(self._service, scopes, options)
        self.connections = Connections(options.get("http_client"), httpx2.AsyncClient)

    def _copy(self, scopes: Mapping[str, str | None], options: AsyncClientOptions) -> Self:
        copied = type(self).__new__(type(self))
        copied.settings = self.settings.changed(scopes, options)
        given = options.get("http_client")
        copied.connections = Connections(given, httpx2.AsyncClient) if given else self.connections
        return copied

    async def close(self) -> None:
        """Close the connections, unless they belong to an HTTP client that was passed in."""
        if (http := self.connections.owned) is not None:
            await http.aclose()

    @property
    def is_closed(self) -> bool:
        return self.connections.client.is_closed

    async def perform(self, call: Call, finish: Callable[[httpx2.Response], T]) -> T:
        """Send, read whole, and finish, again and again as the client's policy has it."""

        async def attempt() -> T:
            return finish(await self._exchange(call, stream=False))

        return await self._try(call, attempt)

    async def open(self, call: Call) -> httpx2.Response:
        """Send, and give the response unread once it is one of success."""
        return await self._try(call, lambda: self._exchange(call, stream=True))

    async def _try(self, call: Call, attempt: Callable[[], Awaitable[T]]) -> T:
        retries = 0
        while True:
            try:
                return await attempt()
            except CloudflareError as error:
                wait = plan_retry(error, retries, call)
                if wait is None:
                    raise
            await anyio.sleep(wait)
            retries += 1

    async def _exchange(self, call: Call, *, stream: bool) -> httpx2.Response:
        http = self.connections.client
        try:
            request = build(http, call)
            response = await http.send(request, stream=stream, follow_redirects=False)
            if response.status_code not in _SUCCESS:
                await response.aread()
        except httpx2.HTTPError as error:
            raise connection_error(error, call.exchange.info) from error
        return accepted(response, call)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()


def build(http: httpx2.Client | httpx2.AsyncClient, call: Call) -> httpx2.Request:
    """The request as the HTTP client sends it, its own headers and query included."""
    if _log.isEnabledFor(logging.DEBUG):
        _log.debug("%s %s, %d bytes", *call.exchange.info, len(call.content))
    return http.build_request(
        call.method,
        call.url,
        content=call.content,
        headers=call.headers,
        params=call.query or None,
        timeout=call.timeout,
    )


def accepted(response: httpx2.Response, call: Call) -> httpx2.Response:
    """The response, if it is one of success. Raises APIStatusError."""
    if _log.isEnabledFor(logging.DEBUG):
        ray = response.headers.get("cf-ray", "none")
        _log.debug("%s %s: %d, ray %s", *call.exchange.info, response.status_code, ray)
    if response.status_code in _SUCCESS:
        return response
    raise status_error(response, call.exchange)


def plan_retry(error: CloudflareError, retries: int, call: Call) -> float | None:
    """Seconds to wait before sending again, or None to give up."""
    wait = retry_wait(error, retries, call.policy)
    if wait is not None:
        status = error.status_code if isinstance(error, APIStatusError) else "no answer"
        _log.info("%s %s: %s, again in %.2f s", *call.exchange.info, status, wait)
    return wait
