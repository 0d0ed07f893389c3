"""GptOss."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal, Required, TypeAlias, TypedDict

    from .._runtime.binary import DataURL
    from .answers.model_response import (
        FunctionCallItem as AnsweredFunctionCallItem,
        OutputMessage as AnsweredOutputMessage,
        ReasoningItem as AnsweredReasoningItem,
    )
    from .inputs import (
        CallOptions,
        ChatCompletionSettings,
        ChatMessage,
        QueuedRequest,
        RefusalPart,
        ResponseFormat,
        TextFormat,
        ThinkingTemplateOptions,
        ToolChoice,
    )

    class Conversation(TypedDict):
        """A conversation."""

        id: str
        """Its identifier."""

    class InputMessage(TypedDict, total=False):
        """A message of the conversation."""

        type: Literal["message"]
        """Kind of item."""
        role: Required[Literal["user", "assistant", "system", "developer"]]
        """Who speaks."""
        content: Required[str | Sequence[InputTextPart | InputImagePart]]
        """What is said."""
        status: Literal["in_progress", "completed", "incomplete"]
        """How far this item is."""

    class InputTextPart(TypedDict):
        """Text that is sent."""

        type: Literal["input_text"]
        """Kind of part."""
        text: str
        """The text."""

    class InputImagePart(TypedDict, total=False):
        """An image that is sent."""

        type: Required[Literal["input_image"]]
        """Kind of part."""
        detail: Required[Literal["low", "high", "auto"]]
        """How closely the model looks; high costs more tokens."""
        image_url: DataURL | None
        """Address of the image: https, or a data URL with the image in base64."""

    class OutputMessage(TypedDict):
        """What the model says; it fits into input."""

        type: Literal["message"]
        """Kind of item."""
        id: str
        """Identifier of the message."""
        role: Literal["assistant"]
        """Who speaks."""
        content: Sequence[OutputTextPart | RefusalPart]
        """What the model says."""
        status: Literal["in_progress", "completed", "incomplete"]
        """How far this item is."""

    class OutputTextPart(TypedDict, total=False):
        """Text of an answer."""

        type: Required[Literal["output_text"]]
        """Kind of part."""
        text: Required[str]
        """The text."""
        logprobs: Sequence[OutputToken]
        """How likely the tokens were."""

    class OutputToken(TypedDict, total=False):
        """A token of the text."""

        token: Required[str]
        """The token as text."""
        logprob: Required[float]
        """Logarithm of its probability."""
        top_logprobs: Sequence[LikelyToken]
        """The likeliest tokens at this place."""

    class LikelyToken(TypedDict, total=False):
        """A token that was likely."""

        token: str
        """The token as text."""
        logprob: float
        """Logarithm of its probability."""

    class FunctionCallItem(TypedDict, total=False):
        """A function that the model wants called; it fits into input."""

        type: Required[Literal["function_call"]]
        """Kind of item."""
        call_id: Required[str]
        """Identifier of the call, to be sent back with its outcome."""
        name: Required[str]
        """Name of the function, as sent in tools."""
        arguments: Required[str]
        """Values for the function's arguments, as the text of a JSON object."""
        id: str
        """Identifier of the item."""
        status: Literal["in_progress", "completed", "incomplete"]
        """How far this item is."""

    class FunctionCallOutput(TypedDict, total=False):
        """The outcome of a function."""

        type: Required[Literal["function_call_output"]]
        """Kind of item."""
        call_id: Required[str]
        """Identifier of the call, from the item that wanted it."""
        output: Required[str | Sequence[InputTextPart | ReturnedImagePart]]
        """What the function returned."""
        id: str | None
        """Identifier of the item."""
        status: Literal["in_progress", "completed", "incomplete"] | None
        """How far this item is."""

    class ReturnedImagePart(TypedDict, total=False):
        """An image that a function returned."""

        type: Required[Literal["input_image"]]
        """Kind of part."""
        detail: Literal["low", "high", "auto"] | None
        """How closely the model looks; high costs more tokens."""
        image_url: DataURL | None
        """Address of the image: https, or a data URL with the image in base64."""

    class ReasoningItem(TypedDict, total=False):
        """What the model thought; it fits into input."""

        type: Required[Literal["reasoning"]]
        """Kind of item."""
        id: Required[str]
        """Identifier of the item."""
        summary: Required[Sequence[SummaryTextPart]]
        """What the model thought, in short."""
        content: Sequence[ReasoningTextPart]
        """What the model thought."""
        encrypted_content: str | None
        """What the model thought, to be sent back unread."""
        status: Literal["in_progress", "completed", "incomplete"]
        """How far this item is."""

    class ReasoningTextPart(TypedDict):
        """A part of the thoughts."""

        type: Literal["reasoning_text"]
        """Kind of part."""
        text: str
        """The text."""

    class SummaryTextPart(TypedDict):
        """A part of the summary."""

        type: Literal["summary_text"]
        """Kind of part."""
        text: str
        """The text."""

    class ResponseRequestReasoning(TypedDict, total=False):
        """How the model thinks."""

        effort: Literal["low", "medium", "high"] | None
        """How long the model thinks before it answers."""
        summary: Literal["auto", "concise", "detailed"] | None
        """Whether the thoughts are told in short, and how."""
        generate_summary: Literal["auto", "concise", "detailed"] | None
        """The same under its former name. Deprecated."""

    class ObfuscationOptions(TypedDict, total=False):
        """What a stream tells beside the answer."""

        include_obfuscation: bool
        """Whether pieces are padded, so that their length tells nothing."""

    class ResponseTextSettings(TypedDict, total=False):
        """What form the text of the answer has."""

        format: TextFormat | JSONObjectFormat | JSONSchemaFormat
        """What form the text has."""
        verbosity: Literal["low", "medium", "high"] | None
        """How many words the model makes."""

    class JSONObjectFormat(TypedDict):
        """The answer is a JSON object."""

        type: Literal["json_object"]
        """Any JSON object."""

    class JSONSchemaFormat(TypedDict, total=False):
        """The answer is JSON of a schema."""

        type: Required[Literal["json_schema"]]
        """JSON of a schema."""
        name: Required[str]
        """Name of the schema."""
        schema: Required[Mapping[str, Any]]
        """The JSON Schema."""
        description: str
        """What the answer is for."""
        strict: bool | None
        """Whether the answer has to follow the schema to the letter."""

    class FunctionDemand(TypedDict):
        """Demands one function."""

        type: Literal["function"]
        """Kind of tool."""
        name: str
        """Name of the function, as sent in tools."""

    class ResponseFunctionTool(TypedDict, total=False):
        """A function that the model may have called."""

        type: Required[Literal["function"]]
        """Kind of tool."""
        name: Required[str]
        """Name of the function, which the model calls it by."""
        parameters: Required[Mapping[str, Any] | None]
        """JSON Schema of the arguments."""
        strict: Required[bool | None]
        """Whether the arguments have to follow the schema to the letter."""
        description: str | None
        """What the function does, for the model to choose by."""

    class GptOssModelResponseInput(TypedDict, total=False):
        """Has the model answer, in the responses form."""

        input: str | Sequence[InputItem]
        """What the model is asked."""
        instructions: str | None
        """Instructions that hold for this call."""
        reasoning: ResponseRequestReasoning | None
        """How the model thinks."""
        max_output_tokens: int | None
        """Most tokens that the model may generate, those it thinks with included."""
        temperature: float | None
        """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 2."""
        top_p: float | None
        """Share of probability that the words to choose from make up. From 0 to 1."""
        text: ResponseTextSettings
        """What form the text of the answer has."""
        tools: Sequence[ResponseFunctionTool]
        """Functions that the model may have called."""
        tool_choice: ResponseToolChoice
        """Which tool the model calls, if any."""
        parallel_tool_calls: bool | None
        """Whether the model may want several tools called at once."""
        stream_options: ObfuscationOptions | None
        """What a stream tells beside the answer."""
        include: Sequence[Literal["message.input_image.image_url", "message.output_text.logprobs"]] | None
        """What the answer tells in addition."""
        truncation: Literal["auto", "disabled"] | None
        """Whether a conversation that is too long is shortened."""
        previous_response_id: str | None
        """Identifier of the answer that this call continues."""
        conversation: str | Conversation | None
        """The conversation that this call continues."""
        background: bool | None
        """Whether the call runs on after the answer."""
        prompt_cache_key: str
        """What tells calls with the same beginning, which is then cached."""
        safety_identifier: str
        """Identifier of your user, so that abuse can be told apart."""
        service_tier: Literal["auto", "default", "flex", "scale", "priority"] | None
        """How urgently the request is handled."""

    class GptOssModelResponseCall(GptOssModelResponseInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class GptOssModelResponseQueued(GptOssModelResponseInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""

    class GptOssChatCompletionInput(ChatCompletionSettings, total=False):
        """Has the model continue a conversation."""

        messages: Required[Sequence[ChatMessage]]
        """The conversation so far, oldest first."""
        response_format: ResponseFormat
        """What form the answer has."""
        tool_choice: ToolChoice
        """Which tool the model calls, if any."""
        reasoning_effort: Literal["low", "medium", "high"] | None
        """How long the model thinks before it answers."""
        chat_template_kwargs: ThinkingTemplateOptions
        """What the model's own template for conversations takes."""

    class GptOssChatCompletionCall(GptOssChatCompletionInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""

    class GptOssChatCompletionQueued(GptOssChatCompletionInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""

    InputItem: TypeAlias = (
        InputMessage
        | OutputMessage
        | AnsweredOutputMessage
        | FunctionCallItem
        | AnsweredFunctionCallItem
        | FunctionCallOutput
        | ReasoningItem
        | AnsweredReasoningItem
    )
    ResponseToolChoice: TypeAlias = Literal["none"] | FunctionDemand

GROUP = Group(
    name="GptOss",
    forms=(
        Form(
            "",
            """input instructions reasoning max_output_tokens temperature top_p text tools tool_choice
            parallel_tool_calls stream stream_options include truncation previous_response_id conversation
            background prompt_cache_key safety_identifier service_tier""",
            "model_response.ModelResponse",
            "response_event.ResponseEvent",
            apart=True,
        ),
        Form(
            "messages",
            """model stream stream_options max_completion_tokens max_tokens temperature top_p n stop seed
            frequency_penalty presence_penalty logit_bias logprobs top_logprobs response_format tools tool_choice
            parallel_tool_calls functions function_call prediction modalities audio web_search_options metadata
            service_tier store user reasoning_effort chat_template_kwargs""",
            "chat_completion.ChatCompletion",
            "chat_completion_chunk.ChatCompletionChunk",
        ),
    ),
    places={
        "input.content.image_url": "data-url",
        "input.output.image_url": "data-url",
        "messages.content.image_url.url": "data-url",
        "messages.content.file.file_data": "data-url",
    },
    flag="stream",
)
