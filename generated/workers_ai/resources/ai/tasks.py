"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...ai_tasks_list import AITasksListResponse


LIST = Operation(
    name="ai.tasks.list",
    method="GET",
    path="/accounts/{account_id}/ai/tasks/search",
    answer="AITasksListResponse",
    body=False,
)


class AITasks(Resource):
    """Workers AI, for threads."""

    @cached_property
    def with_raw_response(self) -> AITasksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AITasksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AITasksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AITasksWithRawResponse(self._client, unread=True)

    def list(self, *, account_id: str | None = None, **options: Unpack[RequestOptions]) -> AITasksListResponse:
        """Search tasks.

        Lists the tasks that models are for.
        """
        answer: AITasksListResponse = self._run(LIST, {}, None, {"account_id": account_id, **options})
        return answer


class AITasksWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[AITasksListResponse]:
        """As `AITasks.list`."""
        return self._run(LIST, {}, None, {"account_id": account_id, **options})


class AsyncAITasks(AsyncResource):
    """Workers AI, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAITasksWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAITasksWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAITasksWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAITasksWithRawResponse(self._client, unread=True)

    async def list(self, *, account_id: str | None = None, **options: Unpack[RequestOptions]) -> AITasksListResponse:
        """As `AITasks.list`."""
        answer: AITasksListResponse = await self._run(LIST, {}, None, {"account_id": account_id, **options})
        return answer


class AsyncAITasksWithRawResponse(AsyncRawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    def list(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[AITasksListResponse]:
        """As `AITasks.list`."""
        return self._run(LIST, {}, None, {"account_id": account_id, **options})
