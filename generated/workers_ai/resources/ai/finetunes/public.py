"""Workers AI Finetune."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime.operations import Operation
from ...._runtime.pages import as_async_pages, as_async_raw_page, paged
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...._runtime.pages import SyncPage
    from ....ai_finetunes_public import PublicFinetune
    from ....keywords.ai import AIFinetunesPublicListKeywords


LIST = Operation(
    "ai.finetunes.public.list",
    "GET /accounts/{account_id}/ai/finetunes/public",
    answer="AIFinetunesPublicListResponse",
    query="limit offset order_by",
    renamed={"order_by": "orderBy"},
    pages=("offset", "offset", "limit", ""),
)


class AIFinetunesPublic(Resource["AIFinetunesPublicWithRawResponse"]):
    """Workers AI Finetune, for threads."""

    def list(self, **options: Unpack[AIFinetunesPublicListKeywords]) -> SyncPage[PublicFinetune]:
        """List public finetunes.

        Lists finetunes that everybody can use.
        """
        return paged(self, LIST, {}, None, options)


class AIFinetunesPublicWithRawResponse(RawResource):
    """Workers AI Finetune, for threads, giving HTTP responses."""

    list: Final = as_raw(AIFinetunesPublic.list)


class AsyncAIFinetunesPublic(AsyncResource["AsyncAIFinetunesPublicWithRawResponse"]):
    """Workers AI Finetune, for asyncio and trio."""

    list: Final = as_async_pages(AIFinetunesPublic.list)


class AsyncAIFinetunesPublicWithRawResponse(RawResource):
    """Workers AI Finetune, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw_page(AIFinetunesPublic.list)
