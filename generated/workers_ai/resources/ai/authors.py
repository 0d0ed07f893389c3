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

    from ...ai_authors import AIAuthorsListResponse
    from ...keywords import AccountIdOptions


LIST = Operation("ai.authors.list", "GET /accounts/{account_id}/ai/authors/search", answer="AIAuthorsListResponse")


class AIAuthors(Resource["AIAuthorsWithRawResponse"]):
    """Workers AI, for threads."""

    def list(self, **options: Unpack[AccountIdOptions]) -> AIAuthorsListResponse:
        """Search authors.

        Lists those who made the models of the catalogue.
        """
        return self._run(LIST, {}, None, options)


class AIAuthorsWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    list: Final = as_raw(AIAuthors.list)


class AsyncAIAuthors(AsyncResource["AsyncAIAuthorsWithRawResponse"]):
    """Workers AI, for asyncio and trio."""

    list: Final = as_async(AIAuthors.list)


class AsyncAIAuthorsWithRawResponse(RawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    list: Final = as_async_raw(AIAuthors.list)
