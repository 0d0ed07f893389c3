"""The clients without their operations."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, ClassVar, Generic, Self, TypeVar

import httpx2

from .connections import Connections
from .options import AsyncClientOptions, ClientOptions, Scopes, Service, Settings, as_given
from .waiting import TaskIO, ThreadIO, run_blocking

T = TypeVar("T")


class Nested(Generic[T]):
    """A resource in a client or in another resource: loaded when it is asked for, and kept.

    Its annotation says its class; its module is in the folder, or next to that of its owner, and has its name.
    That of the class cannot call: for `create_autospec`.
    """

    def __init__(self, folder: str = "") -> None:
        self._folder = folder

    def __set_name__(self, owner: type, name: str) -> None:
        around = filter(None, (sys.modules[owner.__module__].__package__, self._folder, name))
        self._module, self._attribute = ".".join(around), name
        self._name = re.findall(r"\w+", owner.__annotations__[name])[-1]

    def __get__(self, holder: Any, owner: type | None = None) -> T:  # noqa: ANN401  # a client or a resource
        kind: Callable[..., T] = getattr(import_module(self._module), self._name)
        if holder is None:
            return kind(None)
        made: T = holder._nested(kind)  # noqa: SLF001
        vars(holder)[self._attribute] = made
        return made


class BaseClient:
    """What both clients are."""

    _service: ClassVar[Service]
    _io: ClassVar[ThreadIO | TaskIO]

    def __init__(self, scopes: Scopes, options: ClientOptions | AsyncClientOptions) -> None:
        scopes, options = as_given(scopes), as_given(options)
        self.connections: Connections = Connections(options.get("http_client"), self._io)
        """For the rest of the package: what requests are sent by."""
        self.settings: Settings = Settings(self._service, scopes, options, self._io)
        """For the rest of the package: the options, with credentials, and how the client waits."""

    def _nested(self, kind: Callable[..., T]) -> T:
        return kind(self)

    def _copy(self, scopes: Scopes, options: ClientOptions | AsyncClientOptions) -> Self:
        scopes, options = as_given(scopes), as_given(options)
        copied, http_client = type(self).__new__(type(self)), options.get("http_client")
        copied.connections = self.connections if http_client is None else Connections(http_client, self._io)
        copied.settings = self.settings.changed(scopes, options)
        return copied

    @property
    def base_url(self) -> httpx2.URL:
        """Where the service is."""
        return self.settings.base_url

    @property
    def timeout(self) -> httpx2.Timeout:
        """Seconds for each step of a call."""
        return self.settings.timeout

    @property
    def max_retries(self) -> int:
        """How often a call is sent again."""
        return self.settings.retries.max_retries

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called, or the HTTP client that was passed in is closed."""
        return self.connections.is_closed

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"


class SyncClient(BaseClient):
    """A client for threads; any number of them may use one."""

    _io: ClassVar[ThreadIO | TaskIO] = ThreadIO()

    def close(self) -> None:
        """Close the connections, unless they belong to an HTTP client that was passed in."""
        run_blocking(self.connections.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncClient(BaseClient):
    """A client for asyncio and trio; any number of tasks, and of event loops, may use one."""

    _io: ClassVar[ThreadIO | TaskIO] = TaskIO()

    async def close(self) -> None:
        """Close the connections of this event loop; those of others close when their loops end."""
        await self.connections.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
