"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime.clients import Nested
from ...._runtime.operations import Operation
from ...._runtime.pages import as_async_pages, as_async_raw_page, paged
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...._runtime.pages import SyncPage
    from ....ai_models import CatalogueModel
    from ....keywords.ai import AIModelsListKeywords
    from . import schema as _schema


LIST = Operation(
    "ai.models.list",
    "GET /accounts/{account_id}/ai/models/search",
    answer="AIModelsListResponse",
    query="per_page page task author source hide_experimental search include_deprecated",
    pages=("page", "page", "per_page", ""),
)


class AIModels(Resource["AIModelsWithRawResponse"]):
    """Workers AI, for threads."""

    schema: Nested[_schema.AIModelsSchema] = Nested()
    """Workers AI."""

    def list(self, **options: Unpack[AIModelsListKeywords]) -> SyncPage[CatalogueModel]:
        """Search models.

        Lists the models of the catalogue that fit what is asked for.
        """
        return paged(self, LIST, {}, None, options)


class AIModelsWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    schema: Nested[_schema.AIModelsSchemaWithRawResponse] = Nested()
    list: Final = as_raw(AIModels.list)


class AsyncAIModels(AsyncResource["AsyncAIModelsWithRawResponse"]):
    """Workers AI, for asyncio and trio."""

    schema: Nested[_schema.AsyncAIModelsSchema] = Nested()
    list: Final = as_async_pages(AIModels.list)


class AsyncAIModelsWithRawResponse(RawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    schema: Nested[_schema.AsyncAIModelsSchemaWithRawResponse] = Nested()
    list: Final = as_async_raw_page(AIModels.list)
