"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ...ai_to_markdown import (
        AIToMarkdownSupportedResponse,
        AIToMarkdownTransformParams,
        AIToMarkdownTransformResponse,
    )
    from ...keywords import AccountIdOptions
    from ...keywords.ai import AIToMarkdownTransformKeywords


TRANSFORM = Operation(
    "ai.to_markdown.transform",
    "POST /accounts/{account_id}/ai/tomarkdown",
    params="AIToMarkdownTransformParams",
    media_type="multipart/form-data",
)
SUPPORTED = Operation(
    "ai.to_markdown.supported",
    "GET /accounts/{account_id}/ai/tomarkdown/supported",
    answer="AIToMarkdownSupportedResponse",
)


class AIToMarkdown(Resource["AIToMarkdownWithRawResponse"]):
    """Workers AI, for threads."""

    @overload
    def transform(
        self, params: AIToMarkdownTransformParams, **options: Unpack[AccountIdOptions]
    ) -> AIToMarkdownTransformResponse: ...
    @overload
    def transform(
        self, params: None = None, **fields: Unpack[AIToMarkdownTransformKeywords]
    ) -> AIToMarkdownTransformResponse: ...
    def transform(self, params: object = None, **fields: object) -> object:
        """Convert files to Markdown.

        Gives the text of documents, and a description of images, as Markdown. The kind of a file is told by its name
        and its media type.
        """
        return self._run(TRANSFORM, {}, params, fields)

    def supported(self, **options: Unpack[AccountIdOptions]) -> AIToMarkdownSupportedResponse:
        """List formats that become Markdown.

        Lists the kinds of files that can be converted to Markdown.
        """
        return self._run(SUPPORTED, {}, None, options)


class AIToMarkdownWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    transform: Final = as_raw(AIToMarkdown.transform)
    supported: Final = as_raw(AIToMarkdown.supported)


class AsyncAIToMarkdown(AsyncResource["AsyncAIToMarkdownWithRawResponse"]):
    """Workers AI, for asyncio and trio."""

    transform: Final = as_async(AIToMarkdown.transform)
    supported: Final = as_async(AIToMarkdown.supported)


class AsyncAIToMarkdownWithRawResponse(RawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    transform: Final = as_async_raw(AIToMarkdown.transform)
    supported: Final = as_async_raw(AIToMarkdown.supported)
