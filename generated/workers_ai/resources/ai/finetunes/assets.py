"""Workers AI Finetune."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ...._runtime.options import RequestOptions
    from ...._runtime.responses import AsyncRawResponse, RawResponse
    from ....ai_finetunes_assets_create import AIFinetunesAssetsCreateParams, AIFinetunesAssetsCreateResponse
    from ....keywords.ai_finetunes_assets_create import AIFinetunesAssetsCreateKeywords

    class _Options(RequestOptions, total=False):
        account_id: str | None


CREATE = Operation(
    name="ai.finetunes.assets.create",
    method="POST",
    path="/accounts/{account_id}/ai/finetunes/{finetune_id}/finetune-assets",
    variants="AI_FINETUNES_ASSETS_CREATE",
    media_type="multipart/form-data",
    optional_body=True,
)


class AIFinetunesAssets(Resource):
    """Workers AI Finetune, for threads."""

    @cached_property
    def with_raw_response(self) -> AIFinetunesAssetsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIFinetunesAssetsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIFinetunesAssetsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIFinetunesAssetsWithRawResponse(self._client, unread=True)

    @overload
    def create(
        self, finetune_id: str, params: AIFinetunesAssetsCreateParams, **options: Unpack[_Options]
    ) -> AIFinetunesAssetsCreateResponse: ...
    @overload
    def create(
        self, finetune_id: str, params: None = None, **fields: Unpack[AIFinetunesAssetsCreateKeywords]
    ) -> AIFinetunesAssetsCreateResponse: ...
    def create(self, finetune_id: str, params: object = None, **fields: object) -> object:
        """Upload a finetune asset.

        Uploads one file of a finetune.

        Takes an instance of `AIFinetunesAssetsCreateParams`, or its fields by keyword, and
        options of the call.
        """
        return self._run(CREATE, {"finetune_id": finetune_id}, params, fields)


class AIFinetunesAssetsWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    @overload
    def create(
        self, finetune_id: str, params: AIFinetunesAssetsCreateParams, **options: Unpack[_Options]
    ) -> RawResponse[AIFinetunesAssetsCreateResponse]: ...
    @overload
    def create(
        self, finetune_id: str, params: None = None, **fields: Unpack[AIFinetunesAssetsCreateKeywords]
    ) -> RawResponse[AIFinetunesAssetsCreateResponse]: ...
    def create(self, finetune_id: str, params: object = None, **fields: object) -> object:
        """As `AIFinetunesAssets.create`."""
        return self._run(CREATE, {"finetune_id": finetune_id}, params, fields)


class AsyncAIFinetunesAssets(AsyncResource):
    """Workers AI Finetune, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIFinetunesAssetsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIFinetunesAssetsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIFinetunesAssetsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIFinetunesAssetsWithRawResponse(self._client, unread=True)

    @overload
    async def create(
        self, finetune_id: str, params: AIFinetunesAssetsCreateParams, **options: Unpack[_Options]
    ) -> AIFinetunesAssetsCreateResponse: ...
    @overload
    async def create(
        self, finetune_id: str, params: None = None, **fields: Unpack[AIFinetunesAssetsCreateKeywords]
    ) -> AIFinetunesAssetsCreateResponse: ...
    async def create(self, finetune_id: str, params: object = None, **fields: object) -> object:
        """As `AIFinetunesAssets.create`."""
        return await self._run(CREATE, {"finetune_id": finetune_id}, params, fields)


class AsyncAIFinetunesAssetsWithRawResponse(AsyncRawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    @overload
    def create(
        self, finetune_id: str, params: AIFinetunesAssetsCreateParams, **options: Unpack[_Options]
    ) -> AsyncRawResponse[AIFinetunesAssetsCreateResponse]: ...
    @overload
    def create(
        self, finetune_id: str, params: None = None, **fields: Unpack[AIFinetunesAssetsCreateKeywords]
    ) -> AsyncRawResponse[AIFinetunesAssetsCreateResponse]: ...
    def create(self, finetune_id: str, params: object = None, **fields: object) -> object:
        """As `AIFinetunesAssets.create`."""
        return self._run(CREATE, {"finetune_id": finetune_id}, params, fields)
