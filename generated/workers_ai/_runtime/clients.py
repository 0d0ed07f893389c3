"""The clients without their operations."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Self

import httpx2

from .connections import Connections
from .options import AsyncClientOptions, ClientOptions, Scopes, Service, Settings
from .waiting import TaskIO, ThreadIO, run_blocking

if TYPE_CHECKING:
    resource = cached_property
else:

    class resource(cached_property):  # noqa: N801  # used as a decorator
        """A resource of a client, made when it is asked for; that of the class cannot call: for `create_autospec`."""

        def __get__(self, client: BaseClient | None, owner: type | None = None) -> object:
            return self.func(None) if client is None else super().__get__(client, owner)


class BaseClient:
    """What both clients are."""

    _service: ClassVar[Service]
    io: ClassVar[ThreadIO | TaskIO]
    """For the rest of the package: how this client waits."""

    def __init__(self, scopes: Scopes, options: ClientOptions | AsyncClientOptions) -> None:
        self.connections: Connections = Connections(options.get("http_client"), self.io)
        """For the rest of the package: what requests are sent by."""
        self.settings: Settings = Settings(self._service, scopes, options, waits=self.io.waits)
        """For the rest of the package: the options, with credentials."""

    def _copy(self, scopes: Scopes, options: ClientOptions | AsyncClientOptions) -> Self:
        copied, http_client = type(self).__new__(type(self)), options.get("http_client")
        copied.connections = self.connections if http_client is None else Connections(http_client, self.io)
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

    io: ClassVar[ThreadIO | TaskIO] = ThreadIO()
    """For the rest of the package: how this client waits."""

    def close(self) -> None:
        """Close the connections, unless they belong to an HTTP client that was passed in."""
        run_blocking(self.connections.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncClient(BaseClient):
    """A client for asyncio and trio; any number of tasks, and of event loops, may use one."""

    io: ClassVar[ThreadIO | TaskIO] = TaskIO()
    """For the rest of the package: how this client waits."""

    async def close(self) -> None:
        """Close the connections of this event loop; those of others close when their loops end."""
        await self.connections.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
