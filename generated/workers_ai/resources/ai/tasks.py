"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...ai_tasks import AITasksListResponse
    from ...keywords import AccountIdOptions


LIST = Operation("ai.tasks.list", "GET /accounts/{account_id}/ai/tasks/search", answer="AITasksListResponse")


class AITasks(Resource["AITasksWithRawResponse"]):
    """Workers AI, for threads."""

    def list(self, **options: Unpack[AccountIdOptions]) -> AITasksListResponse:
        """Search tasks.

        Lists the tasks that models are for.
        """
        return self._run(LIST, {}, None, options)


class AITasksWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    list: Final = as_raw(AITasks.list)


class AsyncAITasks(AsyncResource["AsyncAITasksWithRawResponse"]):
    """Workers AI, for asyncio and trio."""

    list: Final = as_async(AITasks.list)


class AsyncAITasksWithRawResponse(RawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw(AITasks.list)
