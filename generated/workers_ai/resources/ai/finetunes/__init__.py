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
    from ....ai_finetunes_create import AIFinetunesCreateParams, AIFinetunesCreateResponse
    from ....ai_finetunes_list import AIFinetunesListResponse
    from ....keywords.ai_finetunes_create import AIFinetunesCreateKeywords
    from .assets import (
        AIFinetunesAssets,
        AIFinetunesAssetsWithRawResponse,
        AsyncAIFinetunesAssets,
        AsyncAIFinetunesAssetsWithRawResponse,
    )
    from .public import (
        AIFinetunesPublic,
        AIFinetunesPublicWithRawResponse,
        AsyncAIFinetunesPublic,
        AsyncAIFinetunesPublicWithRawResponse,
    )

    class _Options(RequestOptions, total=False):
        account_id: str | None


LIST = Operation(
    name="ai.finetunes.list",
    method="GET",
    path="/accounts/{account_id}/ai/finetunes",
    answer="AIFinetunesListResponse",
    body=False,
)

CREATE = Operation(
    name="ai.finetunes.create",
    method="POST",
    path="/accounts/{account_id}/ai/finetunes",
    variants="AI_FINETUNES_CREATE",
)


class AIFinetunes(Resource):
    """Workers AI Finetune, for threads."""

    @cached_property
    def with_raw_response(self) -> AIFinetunesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIFinetunesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIFinetunesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIFinetunesWithRawResponse(self._client, unread=True)

    def list(self, *, account_id: str | None = None, **options: Unpack[RequestOptions]) -> AIFinetunesListResponse:
        """List finetunes.

        Lists the finetunes of the account: adapters (LoRA) that are laid over a model.
        """
        answer: AIFinetunesListResponse = self._run(LIST, {}, None, {"account_id": account_id, **options})
        return answer

    @overload
    def create(self, params: AIFinetunesCreateParams, **options: Unpack[_Options]) -> AIFinetunesCreateResponse: ...
    @overload
    def create(self, params: None = None, **fields: Unpack[AIFinetunesCreateKeywords]) -> AIFinetunesCreateResponse: ...
    def create(self, params: object = None, **fields: object) -> object:
        """Create a finetune.

        Makes a finetune without content; its files are uploaded as assets.

        Takes an instance of `AIFinetunesCreateParams`, or its fields by keyword, and options of
        the call.
        """
        return self._run(CREATE, {}, params, fields)

    @cached_property
    def assets(self) -> AIFinetunesAssets:
        """Workers AI Finetune."""
        from .assets import AIFinetunesAssets

        return AIFinetunesAssets(self._client)

    @cached_property
    def public(self) -> AIFinetunesPublic:
        """Workers AI Finetune."""
        from .public import AIFinetunesPublic

        return AIFinetunesPublic(self._client)


class AIFinetunesWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[AIFinetunesListResponse]:
        """As `AIFinetunes.list`."""
        return self._run(LIST, {}, None, {"account_id": account_id, **options})

    @overload
    def create(
        self, params: AIFinetunesCreateParams, **options: Unpack[_Options]
    ) -> RawResponse[AIFinetunesCreateResponse]: ...
    @overload
    def create(
        self, params: None = None, **fields: Unpack[AIFinetunesCreateKeywords]
    ) -> RawResponse[AIFinetunesCreateResponse]: ...
    def create(self, params: object = None, **fields: object) -> object:
        """As `AIFinetunes.create`."""
        return self._run(CREATE, {}, params, fields)

    @cached_property
    def assets(self) -> AIFinetunesAssetsWithRawResponse:
        """Workers AI Finetune."""
        from .assets import AIFinetunesAssetsWithRawResponse

        return AIFinetunesAssetsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def public(self) -> AIFinetunesPublicWithRawResponse:
        """Workers AI Finetune."""
        from .public import AIFinetunesPublicWithRawResponse

        return AIFinetunesPublicWithRawResponse(self._client, unread=self._unread)


class AsyncAIFinetunes(AsyncResource):
    """Workers AI Finetune, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIFinetunesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIFinetunesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIFinetunesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIFinetunesWithRawResponse(self._client, unread=True)

    async def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AIFinetunesListResponse:
        """As `AIFinetunes.list`."""
        answer: AIFinetunesListResponse = await self._run(LIST, {}, None, {"account_id": account_id, **options})
        return answer

    @overload
    async def create(
        self, params: AIFinetunesCreateParams, **options: Unpack[_Options]
    ) -> AIFinetunesCreateResponse: ...
    @overload
    async def create(
        self, params: None = None, **fields: Unpack[AIFinetunesCreateKeywords]
    ) -> AIFinetunesCreateResponse: ...
    async def create(self, params: object = None, **fields: object) -> object:
        """As `AIFinetunes.create`."""
        return await self._run(CREATE, {}, params, fields)

    @cached_property
    def assets(self) -> AsyncAIFinetunesAssets:
        """Workers AI Finetune."""
        from .assets import AsyncAIFinetunesAssets

        return AsyncAIFinetunesAssets(self._client)

    @cached_property
    def public(self) -> AsyncAIFinetunesPublic:
        """Workers AI Finetune."""
        from .public import AsyncAIFinetunesPublic

        return AsyncAIFinetunesPublic(self._client)


class AsyncAIFinetunesWithRawResponse(AsyncRawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[AIFinetunesListResponse]:
        """As `AIFinetunes.list`."""
        return self._run(LIST, {}, None, {"account_id": account_id, **options})

    @overload
    def create(
        self, params: AIFinetunesCreateParams, **options: Unpack[_Options]
    ) -> AsyncRawResponse[AIFinetunesCreateResponse]: ...
    @overload
    def create(
        self, params: None = None, **fields: Unpack[AIFinetunesCreateKeywords]
    ) -> AsyncRawResponse[AIFinetunesCreateResponse]: ...
    def create(self, params: object = None, **fields: object) -> object:
        """As `AIFinetunes.create`."""
        return self._run(CREATE, {}, params, fields)

    @cached_property
    def assets(self) -> AsyncAIFinetunesAssetsWithRawResponse:
        """Workers AI Finetune."""
        from .assets import AsyncAIFinetunesAssetsWithRawResponse

        return AsyncAIFinetunesAssetsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def public(self) -> AsyncAIFinetunesPublicWithRawResponse:
        """Workers AI Finetune."""
        from .public import AsyncAIFinetunesPublicWithRawResponse

        return AsyncAIFinetunesPublicWithRawResponse(self._client, unread=self._unread)
