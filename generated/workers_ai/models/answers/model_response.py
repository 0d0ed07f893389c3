"""Model response."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from dataclasses import field
from typing import Any, Literal

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, object_in, text_in


class ResponseUsage(Response):
    """Tokens that the call took."""

    input_tokens: int
    """Tokens that the model read."""
    output_tokens: int
    """Tokens that the model generated."""
    total_tokens: int
    """Tokens read and generated together."""

    @property
    def prompt_tokens(self) -> int | None:
        """Tokens that the model read."""
        found: int | None = first_in(self, "input_tokens")
        return found

    @property
    def completion_tokens(self) -> int | None:
        """Tokens that the model generated."""
        found: int | None = first_in(self, "output_tokens")
        return found


class ResponseFunctionTool(Response):
    """A function that the model may have called."""

    type: Literal["function"]
    """Kind of tool."""
    name: str
    """Name of the function, which the model calls it by."""
    parameters: dict[str, Any] | None
    """JSON Schema of the arguments."""
    strict: bool | None
    """Whether the arguments have to follow the schema to the letter."""
    description: str | None = None
    """What the function does, for the model to choose by."""


class FunctionDemand(Response):
    """Demands one function."""

    type: Literal["function"]
    """Kind of tool."""
    name: str
    """Name of the function, as sent in tools."""


class JSONSchemaFormat(Response):
    """The answer is JSON of a schema."""

    type: Literal["json_schema"]
    """JSON of a schema."""
    name: str
    """Name of the schema."""
    schema: dict[str, Any]
    """The JSON Schema."""
    description: str | None = None
    """What the answer is for."""
    strict: bool | None = None
    """Whether the answer has to follow the schema to the letter."""


class JSONObjectFormat(Response):
    """The answer is a JSON object."""

    type: Literal["json_object"]
    """Any JSON object."""


class TextFormat(Response):
    """The answer is any text."""

    type: Literal["text"]
    """Any text."""


class ResponseTextSettings(Response):
    """What form the text of the answer has."""

    format: TextFormat | JSONObjectFormat | JSONSchemaFormat | None = None
    """What form the text has."""
    verbosity: Literal["low", "medium", "high"] | None = None
    """How many words the model makes."""


class ResponseReasoning(Response):
    """How the model thinks."""

    effort: Literal["minimal", "low", "medium", "high"] | None = None
    """How long the model thinks before it answers."""
    summary: Literal["auto", "concise", "detailed"] | None = None
    """Whether the thoughts are told in short, and how."""
    generate_summary: Literal["auto", "concise", "detailed"] | None = None
    """The same under its former name. Deprecated."""


class SummaryTextPart(Response):
    """A part of the summary."""

    type: Literal["summary_text"]
    """Kind of part."""
    text: str
    """The text."""


class ReasoningTextPart(Response):
    """A part of the thoughts."""

    type: Literal["reasoning_text"]
    """Kind of part."""
    text: str
    """The text."""


class ReasoningItem(Response):
    """What the model thought; it fits into input."""

    type: Literal["reasoning"]
    """Kind of item."""
    id: str
    """Identifier of the item."""
    summary: list[SummaryTextPart]
    """What the model thought, in short."""
    content: list[ReasoningTextPart] | None = None
    """What the model thought."""
    encrypted_content: str | None = None
    """What the model thought, to be sent back unread."""
    status: Literal["in_progress", "completed", "incomplete"] | None = None
    """How far this item is."""


class ReturnedImagePart(Response):
    """An image that a function returned."""

    type: Literal["input_image"]
    """Kind of part."""
    detail: Literal["low", "high", "auto"] | None = None
    """How closely the model looks; high costs more tokens."""
    image_url: str | None = None
    """Address of the image: https, or a data URL with the image in base64."""


class FunctionCallItem(Response):
    """A function that the model wants called; it fits into input."""

    type: Literal["function_call"]
    """Kind of item."""
    call_id: str
    """Identifier of the call, to be sent back with its outcome."""
    name_: str = field(metadata={"wire_name": "name"})
    """Name of the function, as sent in tools."""
    arguments_: str = field(metadata={"wire_name": "arguments"})
    """Values for the function's arguments, as the text of a JSON object."""
    id_: str | None = field(default=None, metadata={"wire_name": "id"})
    """Identifier of the item."""
    status: Literal["in_progress", "completed", "incomplete"] | None = None
    """How far this item is."""

    @property
    def id(self) -> str:
        """Identifier of the call, empty where there is none."""
        return text_in(self, "call_id")

    @property
    def name(self) -> str:
        """Name of the tool."""
        return text_in(self, "name_")

    @property
    def arguments(self) -> dict[str, object]:
        """Values for its arguments, decoded."""
        return object_in(self, "arguments_")


class RefusalPart(Response):
    """A refusal in a message."""

    type: Literal["refusal"]
    """Kind of part."""
    refusal: str
    """What the model said in place of an answer."""


class LikelyToken(Response):
    """A token that was likely."""

    token: str | None = None
    """The token as text."""
    logprob: int | float | None = None
    """Logarithm of its probability."""


class OutputToken(Response):
    """A token of the text."""

    token: str
    """The token as text."""
    logprob: int | float
    """Logarithm of its probability."""
    top_logprobs: list[LikelyToken] | None = None
    """The likeliest tokens at this place."""


class OutputTextPart(Response):
    """Text of an answer."""

    type: Literal["output_text"]
    """Kind of part."""
    text: str
    """The text."""
    logprobs: list[OutputToken] | None = None
    """How likely the tokens were."""


class OutputMessage(Response):
    """What the model says; it fits into input."""

    type: Literal["message"]
    """Kind of item."""
    id: str
    """Identifier of the message."""
    role: Literal["assistant"]
    """Who speaks."""
    content: list[OutputTextPart | RefusalPart]
    """What the model says."""
    status: Literal["in_progress", "completed", "incomplete"]
    """How far this item is."""


class InputImagePart(Response):
    """An image that is sent."""

    type: Literal["input_image"]
    """Kind of part."""
    detail: Literal["low", "high", "auto"]
    """How closely the model looks; high costs more tokens."""
    image_url: str | None = None
    """Address of the image: https, or a data URL with the image in base64."""


class InputTextPart(Response):
    """Text that is sent."""

    type: Literal["input_text"]
    """Kind of part."""
    text: str
    """The text."""


class InputMessage(Response):
    """A message of the conversation."""

    type: Literal["message"] | None = None
    """Kind of item."""
    role: Literal["user", "assistant", "system", "developer"]
    """Who speaks."""
    content: str | list[InputTextPart | InputImagePart]
    """What is said."""
    status: Literal["in_progress", "completed", "incomplete"] | None = None
    """How far this item is."""


class ResponseIncompleteDetails(Response):
    """Why the answer ends early, where it does."""

    reason: Literal["max_output_tokens", "content_filter"] | None = None
    """Why the answer ends early."""


class ResponseError(Response):
    """Why there is no answer."""

    code: Literal[
        "server_error",
        "rate_limit_exceeded",
        "invalid_prompt",
        "vector_store_timeout",
        "invalid_image",
        "invalid_image_format",
        "invalid_base64_image",
        "invalid_image_url",
        "image_too_large",
        "image_too_small",
        "image_parse_error",
        "image_content_policy_violation",
        "invalid_image_mode",
        "image_file_too_large",
        "unsupported_image_media_type",
        "empty_image_file",
        "failed_to_download_image",
        "image_file_not_found",
    ]
    """What went wrong."""
    message: str
    """What went wrong, in words."""


class ResponsePrompt(Response):
    """The stored prompt that the call used."""

    id: str
    """Identifier of the prompt."""
    version: str | None = None
    """Its version."""
    variables: dict[str, str | InputTextPart | InputImagePart] | None = None
    """What stands for its variables."""


class FunctionCallOutput(Response):
    """The outcome of a function."""

    type: Literal["function_call_output"]
    """Kind of item."""
    call_id: str
    """Identifier of the call, from the item that wanted it."""
    output: str | list[InputTextPart | ReturnedImagePart]
    """What the function returned."""
    id: str | None = None
    """Identifier of the item."""
    status: Literal["in_progress", "completed", "incomplete"] | None = None
    """How far this item is."""


class ModelResponse(Response):
    """What the model answers in the responses form."""

    id: str | None = None
    """Identifier of the answer."""
    object_: Literal["response"] | None = field(default=None, metadata={"wire_name": "object"})
    """Kind of answer."""
    created_at: int | float | None = None
    """When the answer was made, in seconds since 1970."""
    status: Literal["in_progress", "completed", "incomplete", "failed", "cancelled", "queued"] | None = None
    """How far the answer is."""
    output: list[OutputMessage | FunctionCallItem | ReasoningItem] | None = None
    """What the model thought, says and wants called."""
    output_text: str | None = None
    """The text of all messages in output."""
    error: ResponseError | None = None
    """Why there is no answer."""
    incomplete_details: ResponseIncompleteDetails | None = None
    """Why the answer ends early, where it does."""
    instructions: (
        str | list[InputMessage | OutputMessage | FunctionCallItem | FunctionCallOutput | ReasoningItem] | None
    ) = None
    """Instructions of the call."""
    prompt: ResponsePrompt | None = None
    """The stored prompt that the call used."""
    reasoning_: ResponseReasoning | None = field(default=None, metadata={"wire_name": "reasoning"})
    """How the model thinks."""
    max_output_tokens: int | None = None
    """Most tokens that the model was allowed."""
    temperature: int | float | None = None
    """As it was sent."""
    top_p: int | float | None = None
    """As it was sent."""
    text_: ResponseTextSettings | None = field(default=None, metadata={"wire_name": "text"})
    """What form the text of the answer has."""
    tools: list[ResponseFunctionTool] | None = None
    """As they were sent."""
    tool_choice: Literal["none"] | FunctionDemand | None = None
    """Which tool the model calls, if any."""
    parallel_tool_calls: bool | None = None
    """As it was sent."""
    truncation: Literal["auto", "disabled"] | None = None
    """As it was sent."""
    previous_response_id: str | None = None
    """Identifier of the answer that this one continues."""
    safety_identifier: str | None = None
    """As it was sent."""
    service_tier: Literal["auto", "default", "flex", "scale", "priority"] | None = None
    """How urgently the request is handled."""
    usage: ResponseUsage | None = None
    """Tokens that the call took."""

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(
            self,
            "output/type=message/content/type=output_text/text",
            "output/type=message/content/type=refusal/refusal",
        )

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "output/type=reasoning/content/text", "output/type=reasoning/summary/text")

    @property
    def tool_calls(self) -> list[FunctionCallItem]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "output/type=function_call")

    @property
    def finish_reason(
        self,
    ) -> Literal["in_progress", "completed", "incomplete", "failed", "cancelled", "queued"] | None:
        """Why the model stopped, where that is told."""
        found: Literal["in_progress", "completed", "incomplete", "failed", "cancelled", "queued"] | None = first_in(
            self, "status"
        )
        return found
