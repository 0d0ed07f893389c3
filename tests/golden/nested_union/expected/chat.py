"""Chat."""

from collections.abc import Sequence

from ._runtime.models import UNSET, AnyObject, Model, Response, StreamParams, UnsetType


class ChatResponse(Response):
    response: str


class ChatChunk(Response):
    response: str | None = None


class ChatMessageTextContent(Model):
    text: str


class ChatMessageImageContent(Model):
    image: str


class ChatPromptParams(StreamParams[ChatResponse, ChatChunk]):
    prompt: str
    stream: bool | UnsetType = UNSET
    """Server default: false."""


class ChatMessage(Model):
    content: str | Sequence[ChatMessageTextContent | ChatMessageImageContent | AnyObject]


class ChatMessagesParams(StreamParams[ChatResponse, ChatChunk]):
    messages: Sequence[ChatMessage | AnyObject]
    stream: bool | UnsetType = UNSET
    """Server default: false."""
