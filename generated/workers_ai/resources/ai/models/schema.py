"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._runtime.operations import Operation
from ...._runtime.resources import AsyncResource, RawResource, Resource
from ...._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ....ai_models_schema import AIModelsSchemaGetResponse
    from ....keywords.ai import AIModelsSchemaGetKeywords


GET = Operation(
    "ai.models.schema.get",
    "GET /accounts/{account_id}/ai/models/schema",
    answer="AIModelsSchemaGetResponse",
    query="model",
    required="model",
)


class AIModelsSchema(Resource["AIModelsSchemaWithRawResponse"]):
    """Workers AI, for threads."""

    def get(self, **options: Unpack[AIModelsSchemaGetKeywords]) -> AIModelsSchemaGetResponse:
        """Get the schema of a model.

        Gives the JSON Schema of what a model takes and of what it answers, by which the service judges requests.
        """
        return self._run(GET, {}, None, options)


class AIModelsSchemaWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    get: Final = as_raw(AIModelsSchema.get)


class AsyncAIModelsSchema(AsyncResource["AsyncAIModelsSchemaWithRawResponse"]):
    """Workers AI, for asyncio and trio."""

    get: Final = as_async(AIModelsSchema.get)


class AsyncAIModelsSchemaWithRawResponse(RawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(AIModelsSchema.get)
