"""Workers AI."""

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
    from ....ai_models_schema_get import AIModelsSchemaGetResponse


GET = Operation(
    name="ai.models.schema.get",
    method="GET",
    path="/accounts/{account_id}/ai/models/schema",
    answer="AIModelsSchemaGetResponse",
    query={"model": "model"},
    body=False,
)


class AIModelsSchema(Resource):
    """Workers AI, for threads."""

    @cached_property
    def with_raw_response(self) -> AIModelsSchemaWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIModelsSchemaWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIModelsSchemaWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIModelsSchemaWithRawResponse(self._client, unread=True)

    def get(
        self, *, model: str, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AIModelsSchemaGetResponse:
        """Get the schema of a model.

        Gives the JSON Schema of what a model takes and of what it answers, by which the service
        judges requests.

        `model`: Name of the model, such as @cf/meta/m2m100-1.2b.
        """
        answer: AIModelsSchemaGetResponse = self._run(
            GET, {}, None, {"model": model, "account_id": account_id, **options}
        )
        return answer


class AIModelsSchemaWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    def get(
        self, *, model: str, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[AIModelsSchemaGetResponse]:
        """As `AIModelsSchema.get`."""
        return self._run(GET, {}, None, {"model": model, "account_id": account_id, **options})


class AsyncAIModelsSchema(AsyncResource):
    """Workers AI, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIModelsSchemaWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIModelsSchemaWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIModelsSchemaWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIModelsSchemaWithRawResponse(self._client, unread=True)

    async def get(
        self, *, model: str, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AIModelsSchemaGetResponse:
        """As `AIModelsSchema.get`."""
        answer: AIModelsSchemaGetResponse = await self._run(
            GET, {}, None, {"model": model, "account_id": account_id, **options}
        )
        return answer


class AsyncAIModelsSchemaWithRawResponse(AsyncRawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    def get(
        self, *, model: str, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[AIModelsSchemaGetResponse]:
        """As `AIModelsSchema.get`."""
        return self._run(GET, {}, None, {"model": model, "account_id": account_id, **options})
