"""Workers AI."""

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
    from ....ai_models_list import AIModelsListResponse, CatalogueModel
    from .schema import (
        AIModelsSchema,
        AIModelsSchemaWithRawResponse,
        AsyncAIModelsSchema,
        AsyncAIModelsSchemaWithRawResponse,
    )


LIST = Operation(
    name="ai.models.list",
    method="GET",
    path="/accounts/{account_id}/ai/models/search",
    answer="AIModelsListResponse",
    query={
        "per_page": "per_page",
        "page": "page",
        "task": "task",
        "author": "author",
        "source": "source",
        "hide_experimental": "hide_experimental",
        "search": "search",
        "include_deprecated": "include_deprecated",
    },
    body=False,
    pages=("page", "page", "per_page", ""),
)


class AIModels(Resource):
    """Workers AI, for threads."""

    @cached_property
    def with_raw_response(self) -> AIModelsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIModelsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIModelsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIModelsWithRawResponse(self._client, unread=True)

    def list(
        self,
        *,
        per_page: int | None = None,
        page: int | None = None,
        task: str | None = None,
        author: str | None = None,
        source: float | None = None,
        hide_experimental: bool | None = None,
        search: str | None = None,
        include_deprecated: bool | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> SyncPage[CatalogueModel]:
        """Search models.

        Lists the models of the catalogue that fit what is asked for.

        `per_page`: Models on a page.

        `page`: Number of the page, from 1 on.

        `task`: Name of the task that models are to be for.

        `author`: Who made the models.

        `source`: Number of the source that the models are from.

        `hide_experimental`: Whether to leave out models that are being tried out.

        `search`: Text that the models are to have.

        `include_deprecated`: Whether to list deprecated models, too.
        """
        return paged(
            self._client,
            LIST,
            {},
            None,
            {
                "per_page": per_page,
                "page": page,
                "task": task,
                "author": author,
                "source": source,
                "hide_experimental": hide_experimental,
                "search": search,
                "include_deprecated": include_deprecated,
                "account_id": account_id,
                **options,
            },
        )

    @cached_property
    def schema(self) -> AIModelsSchema:
        """Workers AI."""
        from .schema import AIModelsSchema

        return AIModelsSchema(self._client)


class AIModelsWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    def list(
        self,
        *,
        per_page: int | None = None,
        page: int | None = None,
        task: str | None = None,
        author: str | None = None,
        source: float | None = None,
        hide_experimental: bool | None = None,
        search: str | None = None,
        include_deprecated: bool | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[AIModelsListResponse]:
        """As `AIModels.list`."""
        return self._run(
            LIST,
            {},
            None,
            {
                "per_page": per_page,
                "page": page,
                "task": task,
                "author": author,
                "source": source,
                "hide_experimental": hide_experimental,
                "search": search,
                "include_deprecated": include_deprecated,
                "account_id": account_id,
                **options,
            },
        )

    @cached_property
    def schema(self) -> AIModelsSchemaWithRawResponse:
        """Workers AI."""
        from .schema import AIModelsSchemaWithRawResponse

        return AIModelsSchemaWithRawResponse(self._client, unread=self._unread)


class AsyncAIModels(AsyncResource):
    """Workers AI, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIModelsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIModelsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIModelsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIModelsWithRawResponse(self._client, unread=True)

    def list(
        self,
        *,
        per_page: int | None = None,
        page: int | None = None,
        task: str | None = None,
        author: str | None = None,
        source: float | None = None,
        hide_experimental: bool | None = None,
        search: str | None = None,
        include_deprecated: bool | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPages[CatalogueModel]:
        """As `AIModels.list`."""
        return paged_async(
            self._client,
            LIST,
            {},
            None,
            {
                "per_page": per_page,
                "page": page,
                "task": task,
                "author": author,
                "source": source,
                "hide_experimental": hide_experimental,
                "search": search,
                "include_deprecated": include_deprecated,
                "account_id": account_id,
                **options,
            },
        )

    @cached_property
    def schema(self) -> AsyncAIModelsSchema:
        """Workers AI."""
        from .schema import AsyncAIModelsSchema

        return AsyncAIModelsSchema(self._client)


class AsyncAIModelsWithRawResponse(AsyncRawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    def list(
        self,
        *,
        per_page: int | None = None,
        page: int | None = None,
        task: str | None = None,
        author: str | None = None,
        source: float | None = None,
        hide_experimental: bool | None = None,
        search: str | None = None,
        include_deprecated: bool | None = None,
        account_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[AIModelsListResponse]:
        """As `AIModels.list`."""
        return self._run(
            LIST,
            {},
            None,
            {
                "per_page": per_page,
                "page": page,
                "task": task,
                "author": author,
                "source": source,
                "hide_experimental": hide_experimental,
                "search": search,
                "include_deprecated": include_deprecated,
                "account_id": account_id,
                **options,
            },
        )

    @cached_property
    def schema(self) -> AsyncAIModelsSchemaWithRawResponse:
        """Workers AI."""
        from .schema import AsyncAIModelsSchemaWithRawResponse

        return AsyncAIModelsSchemaWithRawResponse(self._client, unread=self._unread)
