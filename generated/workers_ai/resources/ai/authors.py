"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...ai_authors_list import AIAuthorsListResponse


LIST = Operation(
    name="ai.authors.list",
    method="GET",
    path="/accounts/{account_id}/ai/authors/search",
    answer="AIAuthorsListResponse",
    body=False,
)


class AIAuthors(Resource):
    """Workers AI, for threads."""

    @cached_property
    def with_raw_response(self) -> AIAuthorsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIAuthorsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIAuthorsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIAuthorsWithRawResponse(self._client, unread=True)

    def list(self, *, account_id: str | None = None, **options: Unpack[RequestOptions]) -> AIAuthorsListResponse:
        """Search authors.

        Lists those who made the models of the catalogue.
        """
        answer: AIAuthorsListResponse = self._run(LIST, {}, None, {"account_id": account_id, **options})
        return answer


class AIAuthorsWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[AIAuthorsListResponse]:
        """As `AIAuthors.list`."""
        return self._run(LIST, {}, None, {"account_id": account_id, **options})


class AsyncAIAuthors(AsyncResource):
    """Workers AI, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIAuthorsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIAuthorsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIAuthorsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIAuthorsWithRawResponse(self._client, unread=True)

    async def list(self, *, account_id: str | None = None, **options: Unpack[RequestOptions]) -> AIAuthorsListResponse:
        """As `AIAuthors.list`."""
        answer: AIAuthorsListResponse = await self._run(LIST, {}, None, {"account_id": account_id, **options})
        return answer


class AsyncAIAuthorsWithRawResponse(AsyncRawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[AIAuthorsListResponse]:
        """As `AIAuthors.list`."""
        return self._run(LIST, {}, None, {"account_id": account_id, **options})
