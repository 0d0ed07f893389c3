"""The clients: one for threads, one for asyncio and trio."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.clients import AsyncClient, Nested, SyncClient
from ._runtime.options import Service

if TYPE_CHECKING:
    from typing import Self, Unpack

    from ._runtime.options import AsyncClientOptions, ClientOptions
    from .resources.ai import AI, AsyncAI

SERVICE = Service(
    base_url="https://api.cloudflare.com/client/v4",
    scopes={"account_id": "CLOUDFLARE_ACCOUNT_ID"},
)


class Cloudflare(SyncClient):
    """Client for threads.

    Credentials and what calls have in common come from the arguments, else from the environment:
    CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL with CLOUDFLARE_API_KEY, or CLOUDFLARE_API_USER_SERVICE_KEY; CLOUDFLARE_ACCOUNT_ID.
    """

    _service = SERVICE

    def __init__(self, *, account_id: str | None = None, **options: Unpack[ClientOptions]) -> None:
        super().__init__({"account_id": account_id}, options)

    def with_options(self, *, account_id: str | None = None, **options: Unpack[ClientOptions]) -> Self:
        """A client with some options changed, on the same connections."""
        return self._copy({"account_id": account_id}, options)

    copy = with_options

    ai: Nested[AI] = Nested("resources")
    """Workers AI."""


class AsyncCloudflare(AsyncClient):
    """Client for asyncio and trio; arguments and environment as for `Cloudflare`."""

    _service = SERVICE

    def __init__(self, *, account_id: str | None = None, **options: Unpack[AsyncClientOptions]) -> None:
        super().__init__({"account_id": account_id}, options)

    def with_options(self, *, account_id: str | None = None, **options: Unpack[AsyncClientOptions]) -> Self:
        """A client with some options changed, on the same connections."""
        return self._copy({"account_id": account_id}, options)

    copy = with_options

    ai: Nested[AsyncAI] = Nested("resources")
