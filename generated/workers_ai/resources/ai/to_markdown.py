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
    from ...ai_to_markdown_supported import AIToMarkdownSupportedResponse
    from ...ai_to_markdown_transform import AIToMarkdownTransformParams, AIToMarkdownTransformResponse
    from ...keywords.ai_to_markdown_transform import AIToMarkdownTransformKeywords

    class _Options(RequestOptions, total=False):
        account_id: str | None


TRANSFORM = Operation(
    name="ai.to_markdown.transform",
    method="POST",
    path="/accounts/{account_id}/ai/tomarkdown",
    variants="AI_TO_MARKDOWN_TRANSFORM",
    media_type="multipart/form-data",
)

SUPPORTED = Operation(
    name="ai.to_markdown.supported",
    method="GET",
    path="/accounts/{account_id}/ai/tomarkdown/supported",
    answer="AIToMarkdownSupportedResponse",
    body=False,
)


class AIToMarkdown(Resource):
    """Workers AI, for threads."""

    @cached_property
    def with_raw_response(self) -> AIToMarkdownWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIToMarkdownWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIToMarkdownWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIToMarkdownWithRawResponse(self._client, unread=True)

    @overload
    def transform(
        self, params: AIToMarkdownTransformParams, **options: Unpack[_Options]
    ) -> AIToMarkdownTransformResponse: ...
    @overload
    def transform(
        self, params: None = None, **fields: Unpack[AIToMarkdownTransformKeywords]
    ) -> AIToMarkdownTransformResponse: ...
    def transform(self, params: object = None, **fields: object) -> object:
        """Convert files to Markdown.

        Gives the text of documents, and a description of images, as Markdown. The kind of a file
        is told by its name and its media type.

        Takes an instance of `AIToMarkdownTransformParams`, or its fields by keyword, and options
        of the call.
        """
        return self._run(TRANSFORM, {}, params, fields)

    def supported(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AIToMarkdownSupportedResponse:
        """List formats that become Markdown.

        Lists the kinds of files that can be converted to Markdown.
        """
        answer: AIToMarkdownSupportedResponse = self._run(SUPPORTED, {}, None, {"account_id": account_id, **options})
        return answer


class AIToMarkdownWithRawResponse(RawResource):
    """Workers AI, for threads, giving HTTP responses."""

    @overload
    def transform(
        self, params: AIToMarkdownTransformParams, **options: Unpack[_Options]
    ) -> RawResponse[AIToMarkdownTransformResponse]: ...
    @overload
    def transform(
        self, params: None = None, **fields: Unpack[AIToMarkdownTransformKeywords]
    ) -> RawResponse[AIToMarkdownTransformResponse]: ...
    def transform(self, params: object = None, **fields: object) -> object:
        """As `AIToMarkdown.transform`."""
        return self._run(TRANSFORM, {}, params, fields)

    def supported(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> RawResponse[AIToMarkdownSupportedResponse]:
        """As `AIToMarkdown.supported`."""
        return self._run(SUPPORTED, {}, None, {"account_id": account_id, **options})


class AsyncAIToMarkdown(AsyncResource):
    """Workers AI, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIToMarkdownWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIToMarkdownWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIToMarkdownWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIToMarkdownWithRawResponse(self._client, unread=True)

    @overload
    async def transform(
        self, params: AIToMarkdownTransformParams, **options: Unpack[_Options]
    ) -> AIToMarkdownTransformResponse: ...
    @overload
    async def transform(
        self, params: None = None, **fields: Unpack[AIToMarkdownTransformKeywords]
    ) -> AIToMarkdownTransformResponse: ...
    async def transform(self, params: object = None, **fields: object) -> object:
        """As `AIToMarkdown.transform`."""
        return await self._run(TRANSFORM, {}, params, fields)

    async def supported(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AIToMarkdownSupportedResponse:
        """As `AIToMarkdown.supported`."""
        answer: AIToMarkdownSupportedResponse = await self._run(
            SUPPORTED, {}, None, {"account_id": account_id, **options}
        )
        return answer


class AsyncAIToMarkdownWithRawResponse(AsyncRawResource):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    @overload
    def transform(
        self, params: AIToMarkdownTransformParams, **options: Unpack[_Options]
    ) -> AsyncRawResponse[AIToMarkdownTransformResponse]: ...
    @overload
    def transform(
        self, params: None = None, **fields: Unpack[AIToMarkdownTransformKeywords]
    ) -> AsyncRawResponse[AIToMarkdownTransformResponse]: ...
    def transform(self, params: object = None, **fields: object) -> object:
        """As `AIToMarkdown.transform`."""
        return self._run(TRANSFORM, {}, params, fields)

    def supported(
        self, *, account_id: str | None = None, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[AIToMarkdownSupportedResponse]:
        """As `AIToMarkdown.supported`."""
        return self._run(SUPPORTED, {}, None, {"account_id": account_id, **options})
