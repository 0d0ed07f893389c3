"""Workers AI Finetune."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ...._runtime.operations import Operation
from ...._runtime.pages import paged, paged_async
from ...._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ...._runtime.options import RequestOptions
    from ...._runtime.pages import AsyncPages, SyncPage
    from ...._runtime.responses import AsyncRawResponse, RawResponse
    from ....ai_finetunes_public_list import AIFinetunesPublicListResponse, PublicFinetune


LIST = Operation(
    name="ai.finetunes.public.list",
    method="GET",
    path="/accounts/{account_id}/ai/finetunes/public",
    answer="AIFinetunesPublicListResponse",
    query={"limit": "limit", "offset": "offset", "order_by": "orderBy"},
    body=False,
    pages=("offset", "offset", "limit", ""),
)


class AIFinetunesPublic(Resource):
    """Workers AI Finetune, for threads."""

    @cached_property
    def with_raw_response(self) -> AIFinetunesPublicWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIFinetunesPublicWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIFinetunesPublicWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIFinetunesPublicWithRawResponse(self._client, unread=True)

    def list(
        self,
        *,
        limit: float | None = None,
        offset: float | None = None,
        order_by: str | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> SyncPage[PublicFinetune]:
        """List public finetunes.

        Lists finetunes that everybody can use.

        `limit`: How many finetunes to give.

        `offset`: How many finetunes to pass over first.

        `order_by`: Column by which the finetunes are sorted.
        """
        return paged(
            self._client,
            LIST,
            {},
            None,
            {"limit": limit, "offset": offset, "order_by": order_by, "account_id": account_id, **options},
        )


class AIFinetunesPublicWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    def list(
        self,
        *,
        limit: float | None = None,
        offset: float | None = None,
        order_by: str | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[AIFinetunesPublicListResponse]:
        """As `AIFinetunesPublic.list`."""
        return self._run(
            LIST,
            {},
            None,
            {"limit": limit, "offset": offset, "order_by": order_by, "account_id": account_id, **options},
        )


class AsyncAIFinetunesPublic(AsyncResource):
    """Workers AI Finetune, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIFinetunesPublicWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIFinetunesPublicWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIFinetunesPublicWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIFinetunesPublicWithRawResponse(self._client, unread=True)

    def list(
        self,
        *,
        limit: float | None = None,
        offset: float | None = None,
        order_by: str | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[PublicFinetune]:
        """As `AIFinetunesPublic.list`."""
        return paged_async(
            self._client,
            LIST,
            {},
            None,
            {"limit": limit, "offset": offset, "order_by": order_by, "account_id": account_id, **options},
        )


class AsyncAIFinetunesPublicWithRawResponse(AsyncRawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    def list(
        self,
        *,
        limit: float | None = None,
        offset: float | None = None,
        order_by: str | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[AIFinetunesPublicListResponse]:
        """As `AIFinetunesPublic.list`."""
        return self._run(
            LIST,
            {},
            None,
            {"limit": limit, "offset": offset, "order_by": order_by, "account_id": account_id, **options},
        )
