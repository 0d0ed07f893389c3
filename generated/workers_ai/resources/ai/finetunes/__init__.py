"""Workers AI Finetune."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ...._runtime.clients import Nested
from ...._runtime.operations import Operation
from ...._runtime.resources import (
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    as_async,
    as_async_raw,
    as_raw,
)

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...._runtime.options import RequestOptions
    from ....ai_finetunes_create import AIFinetunesCreateParams, AIFinetunesCreateResponse
    from ....ai_finetunes_list import AIFinetunesListResponse
    from ....keywords import AccountIdOptions
    from ....keywords.ai_finetunes import AIFinetunesCreateKeywords
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


LIST = Operation(
    "ai.finetunes.list", "GET", "/accounts/{account_id}/ai/finetunes", answer="AIFinetunesListResponse", body=False
)

CREATE = Operation("ai.finetunes.create", "POST", "/accounts/{account_id}/ai/finetunes", variants="AI_FINETUNES_CREATE")


class AIFinetunes(Resource["AIFinetunesWithRawResponse"]):
    """Workers AI Finetune, for threads."""

    assets: Nested[AIFinetunesAssets] = Nested(".assets", "AIFinetunesAssets")
    """Workers AI Finetune."""
    public: Nested[AIFinetunesPublic] = Nested(".public", "AIFinetunesPublic")
    """Workers AI Finetune."""

    def list(self, **options: Unpack[AccountIdOptions]) -> AIFinetunesListResponse:
        """List finetunes.

        Lists the finetunes of the account: adapters (LoRA) that are laid over a model.
        """
        return self._run(LIST, {}, None, options)

    @overload
    def create(
        self, params: AIFinetunesCreateParams, **options: Unpack[AccountIdOptions]
    ) -> AIFinetunesCreateResponse: ...
    @overload
    def create(self, params: None = None, **fields: Unpack[AIFinetunesCreateKeywords]) -> AIFinetunesCreateResponse: ...
    def create(self, params: object = None, **fields: object) -> object:
        """Create a finetune.

        Makes a finetune without content; its files are uploaded as assets.

        Takes an instance of `AIFinetunesCreateParams`, or its fields by keyword, and options of
        the call.
        """
        return self._run(CREATE, {}, params, fields)


class AIFinetunesWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    assets: Nested[AIFinetunesAssetsWithRawResponse] = Nested(".assets", "AIFinetunesAssetsWithRawResponse")
    public: Nested[AIFinetunesPublicWithRawResponse] = Nested(".public", "AIFinetunesPublicWithRawResponse")
    list: Final = as_raw(AIFinetunes.list)
    create: Final = as_raw(AIFinetunes.create)


class AsyncAIFinetunes(AsyncResource["AsyncAIFinetunesWithRawResponse"]):
    """Workers AI Finetune, for asyncio and trio."""

    assets: Nested[AsyncAIFinetunesAssets] = Nested(".assets", "AsyncAIFinetunesAssets")
    public: Nested[AsyncAIFinetunesPublic] = Nested(".public", "AsyncAIFinetunesPublic")
    list: Final = as_async(AIFinetunes.list)
    create: Final = as_async(AIFinetunes.create)


class AsyncAIFinetunesWithRawResponse(AsyncRawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    assets: Nested[AsyncAIFinetunesAssetsWithRawResponse] = Nested(".assets", "AsyncAIFinetunesAssetsWithRawResponse")
    public: Nested[AsyncAIFinetunesPublicWithRawResponse] = Nested(".public", "AsyncAIFinetunesPublicWithRawResponse")
    list: Final = as_async_raw(AIFinetunes.list)
    create: Final = as_async_raw(AIFinetunes.create)
