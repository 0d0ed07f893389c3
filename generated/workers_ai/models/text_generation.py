"""Text Generation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Required, TypedDict

    from .inputs import CallOptions, CodeFunction, JSONMode, Message, TextGenerationSettings

    class ToolDefinition(TypedDict, total=False):
        """A function that the model may have called, in the short form."""

        name: Required[str]
        """Name of the function, which the model calls it by."""
        description: Required[str]
        """What the function does, for the model to choose by."""
        parameters: ParametersSchema
        """JSON Schema of the arguments."""

    class ParametersSchema(TypedDict):
        """JSON Schema of the arguments."""

        type: str
        """Type of the arguments as a whole: object."""
        properties: Mapping[str, Parameter]
        """The arguments by name."""
        required: Sequence[str]
        """Names of the arguments that have to be there."""

    class Parameter(TypedDict, total=False):
        """One argument."""

        type: Required[str]
        """Type of the argument."""
        description: str
        """What the argument is for."""

    class NestedTool(TypedDict):
        """A function that the model may have called, in the form of the chat API."""

        type: str
        """Kind of tool: function."""
        function: ToolDefinition
        """A function that the model may have called, in the short form."""

    class TextGenerationInput(TextGenerationSettings, total=False):
        """Has the model write text, from a prompt or from a conversation."""

        prompt: str
        """Text that the model continues or answers. At least 1 character."""
        lora: str
        """Name of a LoRA adapter that the model is run with."""
        response_format: JSONMode
        """Has the model answer with JSON."""
        messages: Sequence[Message]
        """The conversation so far, oldest first."""
        tools: Sequence[ToolDefinition | NestedTool]
        """Functions that the model may have called."""
        functions: Sequence[CodeFunction]
        """Functions as code."""

    class TextGenerationCall(TextGenerationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextGeneration",
    forms=(
        Form(
            "prompt",
            """lora response_format raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
            "text_generation.TextGeneration",
            "text_generation_chunk.TextGenerationChunk",
        ),
        Form(
            "messages",
            """tools functions lora response_format raw stream max_tokens temperature top_p top_k seed
            repetition_penalty frequency_penalty presence_penalty""",
            "text_generation.TextGeneration",
            "text_generation_chunk.TextGenerationChunk",
        ),
    ),
    flag="stream",
)
