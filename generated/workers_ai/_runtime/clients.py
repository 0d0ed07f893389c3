"""The clients without their operations: connections, and the two ways to wait for them.

What waits is written once, as coroutines. Those of the client for threads wait for I/O that blocks, so they never
suspend, and `now` runs them to their end.
"""

# ruff: noqa: ANN401  # httpx2.Client and AsyncClient have no base that sends
from __future__ import annotations

import os
import time
from collections.abc import AsyncGenerator, Awaitable
from typing import Any, ClassVar, Self, TypeVar, cast

import httpx2

from .options import AsyncClientOptions, ClientOptions, Scopes, Service, Settings

T = TypeVar("T")


def now(waiting: Awaitable[T]) -> T:
    """What a coroutine over `ThreadIO` returns."""
    try:
        next(waiting.__await__())
    except StopIteration as done:
        return cast("T", done.value)
    raise RuntimeError("A coroutine of the client for threads waits for an event loop")


class ThreadIO:
    """Input and output that block. Clients and responses are those of httpx2."""

    make: type[Any] = httpx2.Client

    async def send(self, http: Any, request: httpx2.Request, *, stream: bool) -> Any:
        return http.send(request, stream=stream, follow_redirects=False)

    async def read(self, response: httpx2.Response) -> bytes:
        return response.read()

    async def pieces(self, response: httpx2.Response) -> AsyncGenerator[bytes]:
        for piece in response.iter_bytes():
            yield piece

    async def close(self, closable: Any) -> None:
        closable.close()

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class TaskIO:
    """Input and output for asyncio and trio."""

    make: type[Any] = httpx2.AsyncClient

    async def send(self, http: Any, request: httpx2.Request, *, stream: bool) -> Any:
        return await http.send(request, stream=stream, follow_redirects=False)

    async def read(self, response: httpx2.Response) -> bytes:
        return await response.aread()

    def pieces(self, response: httpx2.Response) -> AsyncGenerator[bytes]:
        return response.aiter_bytes()

    async def close(self, closable: Any) -> None:
        await closable.aclose()

    async def sleep(self, seconds: float) -> None:
        # What httpx2 runs on; a client for threads never needs it.
        import anyio

        await anyio.sleep(seconds)


class Connections:
    """An HTTP client: the caller's, or one for each process, since two on one connection would mix up answers."""

    def __init__(self, given: Any, make: type[Any]) -> None:
        if given is not None and not isinstance(given, make):
            wanted = f"Expected `http_client` to be an httpx2.{make.__name__}"
            raise TypeError(f"{wanted} but received {type(given).__name__}")
        self._given, self._make = given, make
        # By process, without a lock: one that is held at a fork stays locked in the child.
        self.made: dict[int, Any] = {}

    @property
    def client(self) -> Any:
        if (client := self._given or self.made.get(os.getpid())) is not None:
            return client
        # Of two that threads make at the same time, one is dropped before it connects.
        return self.made.setdefault(os.getpid(), self._make())


class BaseClient:
    """What both clients are. `settings`, `connections`, `io` are for the rest of the package."""

    _service: ClassVar[Service]
    io: ClassVar[ThreadIO | TaskIO]

    def __init__(self, scopes: Scopes, options: ClientOptions | AsyncClientOptions) -> None:
        self.connections = Connections(options.get("http_client"), self.io.make)
        self.settings = Settings(self._service, scopes, options)
        # Made before the first call, which then takes no longer than the others.
        _ = self.connections.client

    def _copy(self, scopes: Scopes, options: ClientOptions | AsyncClientOptions) -> Self:
        copied, given = type(self).__new__(type(self)), options.get("http_client")
        copied.connections = self.connections if given is None else Connections(given, self.io.make)
        copied.settings = self.settings.changed(scopes, options)
        return copied

    @property
    def base_url(self) -> httpx2.URL:
        return self.settings.base_url

    @property
    def timeout(self) -> httpx2.Timeout:
        return self.settings.timeout

    @property
    def max_retries(self) -> int:
        return self.settings.retries.max_retries

    @property
    def is_closed(self) -> bool:
        return bool(self.connections.client.is_closed)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    async def _close(self) -> None:
        if (http := self.connections.made.get(os.getpid())) is not None:
            await self.io.close(http)


class SyncClient(BaseClient):
    """A client for threads; any number of them may use one."""

    io = ThreadIO()

    def close(self) -> None:
        """Close the connections, unless they belong to an HTTP client that was passed in."""
        now(self._close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncClient(BaseClient):
    """A client for asyncio and trio; any number of tasks of one event loop may use one."""

    io = TaskIO()

    async def close(self) -> None:
        await self._close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
