"""Workers AI Finetune."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ....ai_finetunes_assets import AIFinetunesAssetsCreateParams, AIFinetunesAssetsCreateResponse
    from ....keywords import AccountIdOptions
    from ....keywords.ai import AIFinetunesAssetsCreateKeywords


CREATE = Operation(
    "ai.finetunes.assets.create",
    "POST /accounts/{account_id}/ai/finetunes/{finetune_id}/finetune-assets",
    params="AIFinetunesAssetsCreateParams",
    media_type="multipart/form-data",
    optional_body=True,
)


class AIFinetunesAssets(Resource["AIFinetunesAssetsWithRawResponse"]):
    """Workers AI Finetune, for threads."""

    @overload
    def create(
        self, finetune_id: str, params: AIFinetunesAssetsCreateParams, **options: Unpack[AccountIdOptions]
    ) -> AIFinetunesAssetsCreateResponse: ...
    @overload
    def create(
        self, finetune_id: str, params: None = None, **fields: Unpack[AIFinetunesAssetsCreateKeywords]
    ) -> AIFinetunesAssetsCreateResponse: ...
    def create(self, finetune_id: str, params: object = None, **fields: object) -> object:
        """Upload a finetune asset.

        Uploads one file of a finetune.
        """
        return self._run(CREATE, {"finetune_id": finetune_id}, params, fields)


class AIFinetunesAssetsWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    create: Final = as_raw(AIFinetunesAssets.create)


class AsyncAIFinetunesAssets(AsyncResource["AsyncAIFinetunesAssetsWithRawResponse"]):
    """Workers AI Finetune, for asyncio and trio."""

    create: Final = as_async(AIFinetunesAssets.create)


class AsyncAIFinetunesAssetsWithRawResponse(RawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    create: Final = as_async_raw(AIFinetunesAssets.create)
