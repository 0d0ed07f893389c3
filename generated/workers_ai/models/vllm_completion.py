"""VllmCompletion."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.chat_completion_chunk import ChatCompletionChunk
    from .answers.vllm_chat_completion import VllmChatCompletion, VllmMessage
    from .answers.vllm_text_completion import VllmTextCompletion
    from .inputs import (
        CallOptions,
        CodeFunction,
        DescribedTool,
        JSONMode,
        MessageInParts,
        NestedDescribedTool,
        VllmTextSettings,
    )

    class VllmCompletionVllmTextCompletionInput(VllmTextSettings, total=False):
        """Has the model answer a text."""

        prompt: Required[str]
        """Text that the model continues or answers. At least 1 character."""
        lora: str
        """Name of a LoRA adapter that the model is run with."""
        response_format: JSONMode
        """Has the model answer with JSON."""

    class VllmCompletionVllmTextCompletionCall(VllmCompletionVllmTextCompletionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class VllmCompletionVllmChatCompletionInput(VllmTextSettings, total=False):
        """Has the model continue a conversation."""

        messages: Required[Sequence[MessageInParts | VllmMessage]]
        """The conversation so far, oldest first."""
        tools: Sequence[DescribedTool | NestedDescribedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""
        response_format: JSONMode
        """Has the model answer with JSON."""

    class VllmCompletionVllmChatCompletionCall(VllmCompletionVllmChatCompletionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="VllmCompletion",
    forms=(
        Form(
            "prompt",
            """lora response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "vllm_text_completion.VllmTextCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
        Form(
            "messages",
            """tools functions response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "vllm_chat_completion.VllmChatCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
    ),
    flag="stream",
)


class VllmCompletionRunner(ModelRunner):
    """VllmCompletion."""

    group = GROUP

    @overload
    def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> VllmTextCompletion: ...
    @overload
    def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> VllmChatCompletion: ...
    def run(self, **fields: Any) -> Any:
        """The answer to a request, whose members are keywords."""
        return self._run(fields)

    @overload
    def stream(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> Stream[ChatCompletionChunk]: ...
    @overload
    def stream(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> Stream[ChatCompletionChunk]: ...
    def stream(self, **fields: Any) -> Any:
        """The same, with the answer piece by piece."""
        return self._stream(fields)

    def batch(
        self,
        requests: Sequence[VllmCompletionVllmTextCompletionInput | VllmCompletionVllmChatCompletionInput],
        **options: Unpack[CallOptions],
    ) -> BatchHandle[VllmTextCompletion | VllmChatCompletion]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[VllmTextCompletion | VllmChatCompletion] = self._batch(requests, options)
        return handle


class AsyncVllmCompletionRunner(ModelRunner):
    """As `VllmCompletionRunner`, for asyncio and trio."""

    group = GROUP

    @overload
    async def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> VllmTextCompletion: ...
    @overload
    async def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> VllmChatCompletion: ...
    async def run(self, **fields: Any) -> Any:
        """The answer to a request, whose members are keywords."""
        return await self._run(fields)

    @overload
    def stream(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> AsyncStream[ChatCompletionChunk]: ...
    @overload
    def stream(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> AsyncStream[ChatCompletionChunk]: ...
    def stream(self, **fields: Any) -> Any:
        """The same, with the answer piece by piece."""
        return self._stream(fields)

    async def batch(
        self,
        requests: Sequence[VllmCompletionVllmTextCompletionInput | VllmCompletionVllmChatCompletionInput],
        **options: Unpack[CallOptions],
    ) -> AsyncBatchHandle[VllmTextCompletion | VllmChatCompletion]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[VllmTextCompletion | VllmChatCompletion] = await self._batch(requests, options)
        return handle


class VllmCompletionRunnerWithRawResponse(ModelRunner):
    """As `VllmCompletionRunner`, giving HTTP responses."""

    group = GROUP

    @overload
    def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> RawResponse[VllmTextCompletion]: ...
    @overload
    def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> RawResponse[VllmChatCompletion]: ...
    def run(self, **fields: Any) -> Any:
        """The response to a request, whose members are keywords."""
        return self._run(fields)


class AsyncVllmCompletionRunnerWithRawResponse(ModelRunner):
    """As `AsyncVllmCompletionRunner`, giving HTTP responses."""

    group = GROUP

    @overload
    def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> AsyncRawResponse[VllmTextCompletion]: ...
    @overload
    def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> AsyncRawResponse[VllmChatCompletion]: ...
    def run(self, **fields: Any) -> Any:
        """The response to a request, whose members are keywords."""
        return self._run(fields)
