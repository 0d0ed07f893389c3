"""What several models take: messages, tools, settings. Checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypeAlias, TypedDict

from .._runtime.binary import Base64, DataURL
from .._runtime.options import RequestOptions
from .answers.chat_completion import CompletionMessage
from .answers.chat_completion_chunk import ToolCallDelta


class CallOptions(RequestOptions, total=False):
    """What calls take in addition to the members of a request."""

    account_id: str | None


class QueuedRequest(TypedDict, total=False):
    """What a request of a batch has in addition to its members."""

    external_reference: str
    """A name of its own, that comes back with its answer. Default: its number."""


class JSONMode(TypedDict, total=False):
    """Has the model answer with JSON."""

    type: Required[Literal["json_object", "json_schema"]]
    """json_object for any JSON object, json_schema for JSON of a schema."""
    json_schema: Any
    """The JSON Schema, where type is json_schema."""


class CodeFunction(TypedDict):
    """A function as code."""

    name: str
    """Name of the function."""
    code: str
    """Its code."""


class MessageInParts(TypedDict):
    """One message of the conversation."""

    role: str
    """Who speaks: system, user, assistant or tool."""
    content: str | Sequence[PlainPart]
    """What is said."""


class PlainPart(TypedDict, total=False):
    """Text in a message."""

    type: str
    """Kind of part: text."""
    text: str
    """The text."""


class DescribedTool(TypedDict):
    """A function that the model may have called, in the short form."""

    name: str
    """Name of the function, which the model calls it by."""
    description: str
    """What the function does, for the model to choose by."""
    parameters: DescribedParameters
    """JSON Schema of the arguments."""


class DescribedParameters(TypedDict, total=False):
    """JSON Schema of the arguments."""

    type: Required[str]
    """Type of the arguments as a whole: object."""
    properties: Required[Mapping[str, DescribedParameter]]
    """The arguments by name."""
    required: Sequence[str]
    """Names of the arguments that have to be there."""


class DescribedParameter(TypedDict):
    """One argument."""

    type: str
    """Type of the argument."""
    description: str
    """What the argument is for."""


class NestedDescribedTool(TypedDict):
    """A function that the model may have called, in the form of the chat API."""

    type: str
    """Kind of tool: function."""
    function: DescribedTool
    """A function that the model may have called, in the short form."""


class Context(TypedDict, total=False):
    """A text to compare with the query."""

    text: str
    """The text."""


class EmbeddedFile(TypedDict):
    """A file in base64."""

    content_type: str
    """Media type of the file."""
    base64: Base64
    """The file in base64."""


class YesNoQuestion(TypedDict, total=False):
    """A question to answer with yes or no."""

    type: Required[Literal["noul"]]
    """Kind of question."""
    instructions: Required[Any]
    """What is to be decided: a text, or data with the question in it."""
    criteria: DecisionQuestionCriteria
    """What the answers mean."""


class DecisionQuestionCriteria(TypedDict, total=False):
    """What the answers mean."""

    true: Any
    """What yes means."""
    false: Any
    """What no means."""


class ChoiceQuestion(TypedDict):
    """A question to answer with one of several options."""

    type: Literal["choice"]
    """Kind of question."""
    instructions: Any
    """What is to be decided: a text, or data with the question in it."""
    criteria: Mapping[str, Any]
    """What each option means, by its name."""


class ScoreQuestion(TypedDict):
    """A question to answer with a level."""

    type: Literal["score"]
    """Kind of question."""
    instructions: Any
    """What is to be decided: a text, or data with the question in it."""
    criteria: Sequence[Any]
    """What each level means, lowest first. From 2 to 10 items."""


class Message(TypedDict, total=False):
    """One message of the conversation."""

    role: Required[str]
    """Who speaks: system, user, assistant or tool."""
    content: Required[str]
    """What is said."""
    name: str
    """Name of the speaker, or of the tool."""


class ChatCompletionSettingsAudio(TypedDict):
    """How the model speaks, where modalities has audio."""

    voice: str | OwnVoice
    """Who speaks."""
    format: Literal["flac", "opus", "wav", "mp3", "aac", "pcm16"]
    """Format of the recording."""


class OwnVoice(TypedDict):
    """A voice of your own."""

    id: str
    """Identifier of the voice."""


class ChatTemplateOptions(TypedDict, total=False):
    """What the model's own template for conversations takes."""

    enable_thinking: bool
    """Whether the model thinks before it answers. Server default: true."""
    clear_thinking: bool
    """Whether thoughts of earlier answers are left out of the conversation."""


class FunctionChoice(TypedDict):
    """Demands one function."""

    name: str
    """Name of the function."""


class FunctionDefinition(TypedDict, total=False):
    """A function that the model may call."""

    name: Required[str]
    """Name of the function, which the model calls it by."""
    description: str
    """What the function does, for the model to choose by."""
    parameters: Mapping[str, Any]
    """JSON Schema of the arguments."""
    strict: bool | None
    """Whether the arguments have to follow the schema to the letter."""


class DeveloperMessage(TypedDict, total=False):
    """Instructions of the developer."""

    role: Required[Literal["developer"]]
    """Who speaks."""
    content: Required[str | Sequence[TextPart]]
    """What is said."""
    name: str
    """Name of the speaker, where several have the same role."""


class TextPart(TypedDict):
    """Text in a message."""

    type: Literal["text"]
    """Kind of part."""
    text: str
    """The text."""


class SystemMessage(TypedDict, total=False):
    """Instructions that hold for the whole conversation."""

    role: Required[Literal["system"]]
    """Who speaks."""
    content: Required[str | Sequence[TextPart]]
    """What is said."""
    name: str
    """Name of the speaker, where several have the same role."""


class UserMessage(TypedDict, total=False):
    """What the user says or shows."""

    role: Required[Literal["user"]]
    """Who speaks."""
    content: Required[str | Sequence[TextPart | ImagePart | AudioPart | AttachedFile]]
    """What is said."""
    name: str
    """Name of the speaker, where several have the same role."""


class ImagePart(TypedDict):
    """An image in a message."""

    type: Literal["image_url"]
    """Kind of part."""
    image_url: ImagePartImageUrl
    """The image."""


class ImagePartImageUrl(TypedDict, total=False):
    """The image."""

    url: Required[DataURL]
    """Address of the image: https, or a data URL with the image in base64."""
    detail: Literal["low", "high", "auto"]
    """How closely the model looks; high costs more tokens."""


class AudioPart(TypedDict):
    """A recording in a message."""

    type: Literal["input_audio"]
    """Kind of part."""
    input_audio: AudioPartInputAudio
    """The recording."""


class AudioPartInputAudio(TypedDict):
    """The recording."""

    data: Base64
    """The recording, in base64."""
    format: Literal["wav", "mp3"]
    """Format of the recording."""


class AttachedFile(TypedDict):
    """A file in a message."""

    type: Literal["file"]
    """Kind of part."""
    file: FilePartFile
    """The file."""


class FilePartFile(TypedDict, total=False):
    """The file."""

    file_data: DataURL
    """The file as a data URL."""
    file_id: str
    """Identifier of a file that was uploaded before."""
    filename: str
    """Name of the file."""


class AssistantMessage(TypedDict, total=False):
    """What the model said before; the message of an answer fits here."""

    role: Required[Literal["assistant"]]
    """Who speaks."""
    content: str | Sequence[TextPart | RefusalPart] | None
    """What was said; null beside tool calls."""
    refusal: str | None
    """What the model said in place of an answer."""
    name: str
    """Name of the speaker, where several have the same role."""
    audio: AssistantMessageAudio
    """A recording that the model answered with."""
    tool_calls: Sequence[ToolCall]
    """Tools that the model wanted called."""
    function_call: FunctionCall
    """The function to call and the values for its arguments."""


class AssistantMessageAudio(TypedDict):
    """A recording that the model answered with."""

    id: str
    """Identifier of the recording."""


class RefusalPart(TypedDict):
    """A refusal in a message."""

    type: Literal["refusal"]
    """Kind of part."""
    refusal: str
    """What the model said in place of an answer."""


class FunctionCall(TypedDict):
    """The function to call and the values for its arguments."""

    name: str
    """Name of the function, as sent in tools."""
    arguments: str
    """Values for the function's arguments, as the text of a JSON object."""


class FunctionToolCall(TypedDict):
    """A function that the model wants called."""

    id: str
    """Identifier of the call, to be sent back with its outcome as tool_call_id."""
    type: Literal["function"]
    """Kind of tool."""
    function: FunctionCall
    """The function to call and the values for its arguments."""


class CustomToolCall(TypedDict):
    """A tool of your own that the model wants called."""

    id: str
    """Identifier of the call, to be sent back with its outcome as tool_call_id."""
    type: Literal["custom"]
    """Kind of tool."""
    custom: CustomToolCallCustom
    """The tool to call and its input."""


class CustomToolCallCustom(TypedDict):
    """The tool to call and its input."""

    name: str
    """Name of the tool, as sent in tools."""
    input: str
    """Text that the tool is given."""


class ToolMessage(TypedDict):
    """The outcome of a tool that the model wanted called."""

    role: Literal["tool"]
    """Who speaks."""
    content: str | Sequence[TextPart]
    """What the tool returned."""
    tool_call_id: str
    """Identifier of the call, from the tool_calls of the message before."""


class FunctionMessage(TypedDict):
    """The outcome of a function, in the form before tools."""

    role: Literal["function"]
    """Who speaks."""
    content: str
    """What the function returned."""
    name: str
    """Name of the function."""


class ChatCompletionSettingsPrediction(TypedDict):
    """Text that the answer probably repeats, which makes it faster."""

    type: Literal["content"]
    """Kind of prediction."""
    content: str | Sequence[TextPart]
    """The text."""


class TextResponseFormat(TypedDict):
    """The answer is any text."""

    type: Literal["text"]
    """Any text."""


class JSONObjectResponseFormat(TypedDict):
    """The answer is a JSON object."""

    type: Literal["json_object"]
    """Any JSON object."""


class JSONSchemaResponseFormat(TypedDict):
    """The answer is JSON of a schema."""

    type: Literal["json_schema"]
    """JSON of a schema."""
    json_schema: ResponseFormatJsonSchema
    """The schema of the answer."""


class ResponseFormatJsonSchema(TypedDict, total=False):
    """The schema of the answer."""

    name: Required[str]
    """Name of the schema."""
    description: str
    """What the answer is for."""
    schema: Mapping[str, Any]
    """The JSON Schema."""
    strict: bool | None
    """Whether the answer has to follow the schema to the letter."""


class ChatCompletionSettingsStreamOptions(TypedDict, total=False):
    """What a stream tells beside the answer."""

    include_usage: bool
    """Whether the last piece tells the tokens that the call took."""
    include_obfuscation: bool
    """Whether pieces are padded, so that their length tells nothing."""


class FunctionToolChoice(TypedDict):
    """Demands one function."""

    type: Literal["function"]
    """Kind of tool."""
    function: ToolChoiceCustom
    """The function to call."""


class ToolChoiceCustom(TypedDict):
    """The function to call."""

    name: str
    """Name of the function, as sent in tools."""


class CustomToolChoice(TypedDict):
    """Demands one tool of your own."""

    type: Literal["custom"]
    """Kind of tool."""
    custom: ToolChoiceCustom
    """The tool to call."""


class AllowedToolsChoice(TypedDict):
    """Narrows the tools down to some."""

    type: Literal["allowed_tools"]
    """Kind of choice."""
    allowed_tools: ToolChoiceAllowedTools
    """What may be called."""


class ToolChoiceAllowedTools(TypedDict):
    """What may be called."""

    mode: Literal["auto", "required"]
    """auto lets the model decide, required demands one of them."""
    tools: Sequence[Mapping[str, Any]]
    """Tools that may be called."""


class FunctionTool(TypedDict):
    """A function that the model may have called."""

    type: Literal["function"]
    """Kind of tool."""
    function: FunctionDefinition
    """A function that the model may call."""


class CustomTool(TypedDict):
    """A tool of your own, which takes text in place of arguments."""

    type: Literal["custom"]
    """Kind of tool."""
    custom: CustomToolCustom
    """The tool, which takes text in place of arguments."""


class CustomToolCustom(TypedDict, total=False):
    """The tool, which takes text in place of arguments."""

    name: Required[str]
    """Name of the tool, which the model calls it by."""
    description: str
    """What the tool does, for the model to choose by."""
    format: TextFormat | GrammarFormat
    """What the tool takes."""


class TextFormat(TypedDict):
    """The tool takes any text."""

    type: Literal["text"]
    """Any text."""


class GrammarFormat(TypedDict):
    """The tool takes text of a grammar."""

    type: Literal["grammar"]
    """Text of a grammar."""
    grammar: CustomToolCustomFormatGrammar
    """The grammar of the input."""


class CustomToolCustomFormatGrammar(TypedDict):
    """The grammar of the input."""

    definition: str
    """The grammar itself."""
    syntax: Literal["lark", "regex"]
    """Language that the grammar is written in."""


class ChatCompletionSettingsWebSearchOptions(TypedDict, total=False):
    """How the model searches the web."""

    search_context_size: Literal["low", "medium", "high"]
    """How much of what is found the model reads."""
    user_location: ChatCompletionSettingsWebSearchOptionsUserLocation
    """Where the user is, roughly."""


class ChatCompletionSettingsWebSearchOptionsUserLocation(TypedDict):
    """Where the user is, roughly."""

    type: Literal["approximate"]
    """Kind of place."""
    approximate: ChatCompletionSettingsWebSearchOptionsUserLocationApproximate
    """The place."""


class ChatCompletionSettingsWebSearchOptionsUserLocationApproximate(TypedDict, total=False):
    """The place."""

    city: str
    """City."""
    country: str
    """Country, as two letters."""
    region: str
    """Region."""
    timezone: str
    """Time zone, such as Europe/Paris."""


class PicturePart(TypedDict, total=False):
    """Text or an image in a message."""

    type: str
    """Kind of part: text or image_url."""
    text: str
    """The text."""
    image_url: PicturePartImageUrl
    """The image."""


class PicturePartImageUrl(TypedDict, total=False):
    """The image."""

    url: DataURL
    """Address of the image: a data URL with the image in base64."""


class MessageWithPictures(TypedDict, total=False):
    """One message of the conversation."""

    role: str
    """Who speaks: system, user, assistant or tool."""
    content: str | Sequence[PicturePart] | PicturePart
    """What is said."""
    tool_call_id: str
    """Identifier of the call whose outcome this is."""


class ThinkingTemplateOptions(TypedDict, total=False):
    """What the model's own template for conversations takes."""

    enable_thinking: Literal[True]
    """Thinking cannot be turned off."""
    clear_thinking: bool
    """Whether thoughts of earlier answers are left out of the conversation."""


class VllmTextSettings(TypedDict, total=False):
    """What several models take."""

    raw: bool
    """Whether the text is sent as it is, without the template of the model for conversations. Server default:
        false."""
    max_tokens: int
    """Most tokens that the model may generate. Server default: 256."""
    temperature: float
    """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 5. Server default:
        0.6."""
    top_p: float
    """Share of probability that the words to choose from make up. From 0.001 to 1."""
    top_k: int
    """Number of words to choose from. From 1 to 50."""
    seed: int
    """Number that makes chance repeatable. From 1 to 9999999999."""
    repetition_penalty: float
    """How much repetition is avoided. From 0 to 2."""
    frequency_penalty: float
    """How much words that came often are avoided. From -2 to 2."""
    presence_penalty: float
    """How much words that came already are avoided. From -2 to 2."""


class TextGenerationSettings(TypedDict, total=False):
    """What several models take."""

    raw: bool
    """Whether the text is sent as it is, without the template of the model for conversations. Server default:
        false."""
    max_tokens: int
    """Most tokens that the model may generate. Server default: 256."""
    temperature: float
    """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 5. Server default:
        0.6."""
    top_p: float
    """Share of probability that the words to choose from make up. From 0 to 2."""
    top_k: int
    """Number of words to choose from. From 1 to 50."""
    seed: int
    """Number that makes chance repeatable. From 1 to 9999999999."""
    repetition_penalty: float
    """How much repetition is avoided. From 0 to 2."""
    frequency_penalty: float
    """How much words that came often are avoided. From 0 to 2."""
    presence_penalty: float
    """How much words that came already are avoided. From 0 to 2."""


class ChatCompletionSettings(TypedDict, total=False):
    """What several models take."""

    model: str
    """Name of the model; the path says it already."""
    stream_options: ChatCompletionSettingsStreamOptions
    """What a stream tells beside the answer."""
    max_completion_tokens: int | None
    """Most tokens that the model may generate, those it thinks with included."""
    max_tokens: int | None
    """The same under its former name. Deprecated."""
    temperature: float | None
    """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 2."""
    top_p: float | None
    """Share of probability that the words to choose from make up. From 0 to 1."""
    n: int | None
    """Number of answers. From 1 to 128."""
    stop: str | Sequence[str] | None
    """Texts that end the answer where they would come."""
    seed: int | None
    """Number that makes chance repeatable."""
    frequency_penalty: float | None
    """How much words that came often are avoided. From -2 to 2."""
    presence_penalty: float | None
    """How much words that came already are avoided. From -2 to 2."""
    logit_bias: Mapping[str, Any] | None
    """What is added to the likelihood of single tokens, by their number: -100 to 100."""
    logprobs: bool | None
    """Whether the answer tells how likely its tokens were."""
    top_logprobs: int | None
    """How many other tokens are told at each place; needs logprobs. From 0 to 20."""
    tools: Sequence[Tool]
    """Tools that the model may have called."""
    parallel_tool_calls: bool
    """Whether the model may want several tools called at once."""
    functions: Sequence[FunctionDefinition]
    """Functions that the model may have called, in the form before tools. Deprecated."""
    function_call: Literal["auto", "none"] | FunctionChoice
    """Which function the model calls, in the form before tools. Deprecated."""
    prediction: ChatCompletionSettingsPrediction
    """Text that the answer probably repeats, which makes it faster."""
    modalities: Sequence[Literal["text", "audio"]] | None
    """What the model answers with."""
    audio: ChatCompletionSettingsAudio
    """How the model speaks, where modalities has audio."""
    web_search_options: ChatCompletionSettingsWebSearchOptions
    """How the model searches the web."""
    metadata: Mapping[str, Any] | None
    """Names and values of your own, up to 16."""
    service_tier: Literal["auto", "default", "flex", "scale", "priority"] | None
    """How urgently the request is handled."""
    store: bool | None
    """Whether the answer is kept for later."""
    user: str
    """Identifier of your user, so that abuse can be told apart."""


DecisionQuestion: TypeAlias = "YesNoQuestion | ChoiceQuestion | ScoreQuestion"
ToolCall: TypeAlias = "FunctionToolCall | ToolCallDelta | CustomToolCall"
ChatMessage: TypeAlias = "DeveloperMessage | SystemMessage | UserMessage | AssistantMessage | CompletionMessage | ToolMessage | FunctionMessage"
ResponseFormat: TypeAlias = "TextResponseFormat | JSONObjectResponseFormat | JSONSchemaResponseFormat"
Tool: TypeAlias = "FunctionTool | CustomTool"
ToolChoice: TypeAlias = (
    "Literal['auto', 'none', 'required'] | FunctionToolChoice | CustomToolChoice | AllowedToolsChoice"
)
