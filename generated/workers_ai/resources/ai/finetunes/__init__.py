"""Workers AI Finetune."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ...._runtime.clients import Nested
from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ....ai_finetunes import AIFinetunesCreateParams, AIFinetunesCreateResponse, AIFinetunesListResponse
    from ....keywords import AccountIdOptions
    from ....keywords.ai import AIFinetunesCreateKeywords
    from . import assets as _assets
    from . import public as _public


LIST = Operation("ai.finetunes.list", "GET /accounts/{account_id}/ai/finetunes", answer="AIFinetunesListResponse")
CREATE = Operation("ai.finetunes.create", "POST /accounts/{account_id}/ai/finetunes", params="AIFinetunesCreateParams")


class AIFinetunes(Resource["AIFinetunesWithRawResponse"]):
    """Workers AI Finetune, for threads."""

    assets: Nested[_assets.AIFinetunesAssets] = Nested()
    """Workers AI Finetune."""
    public: Nested[_public.AIFinetunesPublic] = Nested()
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
        """
        return self._run(CREATE, {}, params, fields)


class AIFinetunesWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    assets: Nested[_assets.AIFinetunesAssetsWithRawResponse] = Nested()
    public: Nested[_public.AIFinetunesPublicWithRawResponse] = Nested()
    list: Final = as_raw(AIFinetunes.list)
    create: Final = as_raw(AIFinetunes.create)


class AsyncAIFinetunes(AsyncResource["AsyncAIFinetunesWithRawResponse"]):
    """Workers AI Finetune, for asyncio and trio."""

    assets: Nested[_assets.AsyncAIFinetunesAssets] = Nested()
    public: Nested[_public.AsyncAIFinetunesPublic] = Nested()
    list: Final = as_async(AIFinetunes.list)
    create: Final = as_async(AIFinetunes.create)


class AsyncAIFinetunesWithRawResponse(RawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    assets: Nested[_assets.AsyncAIFinetunesAssetsWithRawResponse] = Nested()
    public: Nested[_public.AsyncAIFinetunesPublicWithRawResponse] = Nested()
    list: Final = as_async_raw(AIFinetunes.list)
    create: Final = as_async_raw(AIFinetunes.create)
