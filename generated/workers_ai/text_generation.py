"""Text Generation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from ._runtime.models import UNSET, AnyObject, Model, Response, StreamParams, UnsetType
from ._runtime.readings import all_in, first_in, joined_in, object_in, text_in


class TextGenerationResponseUsage(Response):
    """Tokens that the call took."""

    prompt_tokens: int | float | None = None
    """Tokens that the model read. Default: 0."""
    completion_tokens: int | float | None = None
    """Tokens that the model generated. Default: 0."""
    total_tokens: int | float | None = None
    """Tokens read and generated together. Default: 0."""


class TextGenerationResponseToolCallFunction(Response):
    """The function and the values for its arguments."""

    name: str | None = None
    """Name of the function, as sent in tools."""
    arguments: str | dict[str, Any] | None = None
    """Values for the function's arguments, as the text of a JSON object, or as that object."""


class TextGenerationResponseChoiceMessageToolCallFunction(Response):
    """The function and the values for its arguments."""

    name: str | None = None
    """Name of the function, as sent in tools."""
    arguments: str | None = None
    """Values for the function's arguments, as the text of a JSON object."""


class TextGenerationChunkChoiceDeltaToolCall(Response):
    """A piece of a call."""

    index: int | None = None
    """Which call the piece belongs to, from 0."""
    id_: str | None = field(default=None, metadata={"wire_name": "id"})
    """Identifier of the call; in its first piece only."""
    type: str | None = None
    """Kind of tool: function."""
    function: TextGenerationResponseChoiceMessageToolCallFunction | None = None
    """A piece of the name or of the arguments."""

    @property
    def id(self) -> str:
        """Identifier of the call; the first piece of a call has it."""
        return text_in(self, "id_")

    @property
    def name(self) -> str:
        """Name of the tool; the first piece of a call has it."""
        return text_in(self, "function/name")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded; a piece has a part of their text."""
        return object_in(self, "function/arguments")


class TextGenerationResponseToolCall(Response):
    """A function that the model wants called."""

    arguments_: dict[str, Any] | None = field(default=None, metadata={"wire_name": "arguments"})
    """Values for the function's arguments, by name."""
    name_: str | None = field(default=None, metadata={"wire_name": "name"})
    """Name of the function, as sent in tools."""
    id_: str | None = field(default=None, metadata={"wire_name": "id"})
    """Identifier of the call, to be sent back with its outcome."""
    type: str | None = None
    """Kind of tool: function."""
    function: TextGenerationResponseToolCallFunction | None = None
    """The function and the values for its arguments."""

    @property
    def id(self) -> str:
        """Identifier of the call, empty where there is none."""
        return text_in(self, "id_")

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "name_", "function/name")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self, "arguments_", "function/arguments")


class TextGenerationResponseChoiceMessageToolCall(Response):
    """A function that the model wants called."""

    id_: str | None = field(default=None, metadata={"wire_name": "id"})
    """Identifier of the call, to be sent back with its outcome."""
    type: str | None = None
    """Kind of tool: function."""
    function: TextGenerationResponseChoiceMessageToolCallFunction | None = None
    """The function and the values for its arguments."""

    @property
    def id(self) -> str:
        """Identifier of the call, empty where there is none."""
        return text_in(self, "id_")

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "function/name")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self, "function/arguments")


class TextGenerationChunkChoiceDelta(Response):
    """What comes next."""

    role: str | None = None
    """Who speaks: assistant. In the first piece only."""
    content: str | None = None
    """The next piece of the text."""
    reasoning_content: str | None = None
    """The next piece of what the model thinks."""
    refusal: str | None = None
    """The next piece of a refusal."""
    tool_calls: list[TextGenerationChunkChoiceDeltaToolCall] | None = None
    """The next pieces of the calls that the model wants made."""


class TextGenerationResponseChoiceMessage(Response):
    """What the model says or wants called."""

    role: str | None = None
    """Who speaks: assistant."""
    content: str | None = None
    """Text that the model generated; null when it only calls tools."""
    reasoning_content: str | None = None
    """What the model thought before it answered."""
    refusal: str | None = None
    """What the model said in place of an answer."""
    tool_calls: list[TextGenerationResponseChoiceMessageToolCall] | None = None
    """Functions that the model wants called, when tools were sent."""


class TextGenerationChunkChoice(Response):
    """A piece of one answer."""

    index: int | None = None
    """Which answer the piece belongs to, from 0."""
    delta: TextGenerationChunkChoiceDelta | None = None
    """What comes next."""
    text: str | None = None
    """The next piece of the text, from models that continue a prompt."""
    finish_reason: str | None = None
    """Why the model stopped, in the last piece: stop, length or tool_calls."""


class TextGenerationChunk(Response):
    """One piece of the answer."""

    response: str | None = None
    """The next piece of the text."""
    usage: TextGenerationResponseUsage | None = None
    """Tokens that the call took so far; the last piece that has it counts."""
    tool_calls_: list[TextGenerationResponseToolCall] | None = field(default=None, metadata={"wire_name": "tool_calls"})
    """Functions that the model wants called, when tools were sent."""
    choices: list[TextGenerationChunkChoice] | None = None
    """The piece in the chat form, from models that use it."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the piece has."""
        return text_in(
            self, "response", "choices/index=0/delta/content", "choices/index=0/delta/refusal", "choices/index=0/text"
        )

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "choices/index=0/delta/reasoning_content")

    _pieces = ("choices/index=0/delta/tool_calls", "function/arguments")

    @property
    def tool_calls(self) -> list[TextGenerationResponseToolCall | TextGenerationChunkChoiceDeltaToolCall]:
        """Tools that the model wants called, whole, with the piece that has a finish_reason."""
        return joined_in(self, "tool_calls_")

    @property
    def finish_reason(self) -> str | None:
        """Why the model stopped, where that is told."""
        found: str | None = first_in(self, "choices/index=0/finish_reason")
        return found


class TextGenerationResponseChoice(Response):
    """One answer of the model."""

    index: int | None = None
    """Place of this answer among the choices, from 0."""
    message: TextGenerationResponseChoiceMessage | None = None
    """What the model says or wants called."""
    text: str | None = None
    """Text that the model generated, from models that continue a prompt."""
    finish_reason: str | None = None
    """Why the model stopped: stop, length (max_tokens reached) or tool_calls."""


class TextGenerationResponse(Response):
    """The complete answer of the model."""

    response: str | dict[str, Any] | None = None
    """Text, or an object in JSON mode; null when the model calls tools, missing beside choices."""
    usage: TextGenerationResponseUsage | None = None
    """Tokens that the call took."""
    tool_calls_: list[TextGenerationResponseToolCall] | None = field(default=None, metadata={"wire_name": "tool_calls"})
    """Functions that the model wants called, when tools were sent."""
    choices: list[TextGenerationResponseChoice] | None = None
    """The answer in the chat form, from models that use it; most calls get one item."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "response", "choices/0/message/content", "choices/0/message/refusal", "choices/0/text")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "choices/0/message/reasoning_content")

    @property
    def tool_calls(self) -> list[TextGenerationResponseToolCall | TextGenerationResponseChoiceMessageToolCall]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "tool_calls_", "choices/0/message/tool_calls")

    @property
    def finish_reason(self) -> str | None:
        """Why the model stopped, where that is told."""
        found: str | None = first_in(self, "choices/0/finish_reason")
        return found


class TextGenerationResponseFormat(Model):
    """Asks for JSON instead of free text, known as JSON mode. Not every model supports it."""

    type: Literal["json_object", "json_schema"] | UnsetType = UNSET
    """json_object asks for any JSON object, json_schema for JSON that fits the given schema."""
    json_schema: Any | UnsetType = UNSET
    """JSON Schema that the answer has to fit. Needed only with the type json_schema."""


class TextGenerationMessageContent(Model):
    """One part of a message."""

    type: str | UnsetType = UNSET
    """Kind of part, such as text."""
    text: str | UnsetType = UNSET
    """Words of a part of type text."""


class TextGenerationFunction(Model):
    """A function with its source code."""

    name: str
    """Name by which the model refers to the function."""
    code: str
    """Source code of the function."""


class TextGenerationToolParametersProperty(Model):
    """Schema of one argument."""

    type: str
    """JSON type of the argument, such as string or number."""
    description: str
    """What the argument means and how it is written, for the model to read."""


class TextGenerationPromptParams(StreamParams[TextGenerationResponse, TextGenerationChunk]):
    """Continues or answers a single prompt."""

    prompt: str
    """Text for the model to answer or continue. At least 1 character."""
    lora: str | UnsetType = UNSET
    """Name or identifier of a LoRA adapter, for models made for it, most named with -lora."""
    raw: bool | UnsetType = UNSET
    """Passes the prompt word for word, without the model's chat template. Server default: false."""
    stream: bool | UnsetType = UNSET
    """Sends the answer piece by piece as server-sent events, not at once. Server default: false."""
    max_tokens: int | UnsetType = UNSET
    """Most tokens to generate; a longer answer is cut off at this point. Server default: 256."""
    temperature: float | UnsetType = UNSET
    """Randomness of the text: low is predictable, high varied. From 0 to 5. Server default: 0.6."""
    top_p: float | UnsetType = UNSET
    """Nucleus sampling: the likeliest tokens that add up to this probability. From 0.001 to 1."""
    top_k: int | UnsetType = UNSET
    """Draws each token from this many of the likeliest; fewer is more predictable. From 1 to 50."""
    seed: int | UnsetType = UNSET
    """Seed: the same repeats an answer if possible; left out, calls vary. From 1 to 9999999999."""
    repetition_penalty: float | UnsetType = UNSET
    """Penalty for tokens that appeared: above 1 less likely, below 1 more likely. From 0 to 2."""
    frequency_penalty: float | UnsetType = UNSET
    """Penalty that grows with each repetition; negative values encourage it. From -2 to 2."""
    presence_penalty: float | UnsetType = UNSET
    """Penalty for any token seen before: favors new topics, below 0 the old ones. From -2 to 2."""
    response_format: TextGenerationResponseFormat | AnyObject | UnsetType = UNSET
    """Asks for JSON instead of free text, known as JSON mode. Not every model supports it."""


class TextGenerationMessage(Model):
    """One message of the conversation."""

    role: str
    """Who speaks: system, user, assistant or tool."""
    content: str | Sequence[TextGenerationMessageContent | AnyObject]
    """What is said, as one text or as a list of parts."""


class TextGenerationToolParameters(Model):
    """Arguments of the function, described by a JSON Schema."""

    type: str
    """Type of the arguments as a whole: object."""
    properties: Mapping[str, TextGenerationToolParametersProperty | AnyObject]
    """Schema of each argument, under the argument's name."""
    required: Sequence[str] | UnsetType = UNSET
    """Names of the arguments that a call must give."""


class TextGenerationToolDefinition(Model):
    """A tool in the flat form, with the function's fields in the object itself."""

    name: str
    """Name that the model uses to call the function; it comes back in tool_calls."""
    description: str
    """What the function does and when it helps; by this the model decides whether to call it."""
    parameters: TextGenerationToolParameters | AnyObject
    """Arguments of the function, described by a JSON Schema."""


class TextGenerationFunctionTool(Model):
    """A tool in the form of OpenAI's API, with the function inside."""

    type: str
    """Kind of tool: function."""
    function: TextGenerationToolDefinition | AnyObject
    """The function that the model may call."""


class TextGenerationMessagesParams(StreamParams[TextGenerationResponse, TextGenerationChunk]):
    """Continues a conversation, with tools for the model to call if wanted."""

    messages: Sequence[TextGenerationMessage | AnyObject]
    """The conversation so far, oldest message first."""
    functions: Sequence[TextGenerationFunction | AnyObject] | UnsetType = UNSET
    """Functions handed to the model together with their source code."""
    tools: Sequence[TextGenerationToolDefinition | TextGenerationFunctionTool | AnyObject] | UnsetType = UNSET
    """Functions that the answer's tool_calls may ask for; send the outcome as a further message."""
    raw: bool | UnsetType = UNSET
    """Passes the prompt word for word, without the model's chat template. Server default: false."""
    stream: bool | UnsetType = UNSET
    """Sends the answer piece by piece as server-sent events, not at once. Server default: false."""
    max_tokens: int | UnsetType = UNSET
    """Most tokens to generate; a longer answer is cut off at this point. Server default: 256."""
    temperature: float | UnsetType = UNSET
    """Randomness of the text: low is predictable, high varied. From 0 to 5. Server default: 0.6."""
    top_p: float | UnsetType = UNSET
    """Nucleus sampling: the likeliest tokens that add up to this probability. From 0.001 to 1."""
    top_k: int | UnsetType = UNSET
    """Draws each token from this many of the likeliest; fewer is more predictable. From 1 to 50."""
    seed: int | UnsetType = UNSET
    """Seed: the same repeats an answer if possible; left out, calls vary. From 1 to 9999999999."""
    repetition_penalty: float | UnsetType = UNSET
    """Penalty for tokens that appeared: above 1 less likely, below 1 more likely. From 0 to 2."""
    frequency_penalty: float | UnsetType = UNSET
    """Penalty that grows with each repetition; negative values encourage it. From -2 to 2."""
    presence_penalty: float | UnsetType = UNSET
    """Penalty for any token seen before: favors new topics, below 0 the old ones. From -2 to 2."""
    response_format: TextGenerationResponseFormat | AnyObject | UnsetType = UNSET
    """Asks for JSON instead of free text, known as JSON mode. Not every model supports it."""
