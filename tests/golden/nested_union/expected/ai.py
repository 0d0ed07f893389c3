"""Chat."""

from collections.abc import Sequence
from typing import TypeAlias

from ._runtime.models import UNSET, AnyObject, Model, Params, Response, StreamParams, UnsetType


class ChatResponse(Response):
    response: str


class ChatChunk(Response):
    response: str | None = None


class MoodResponseItem(Response):
    mood: str | None = None
    score: int | float | None = None


MoodResponse: TypeAlias = list[MoodResponseItem]


class ChatMessageTextContent(Model):
    text: str


class ChatMessageImageContent(Model):
    image: str


class ChatPromptParams(StreamParams[ChatResponse, ChatChunk]):
    prompt: str
    stream: bool | UnsetType = UNSET
    """Server default: false."""


class MoodParams(Params[MoodResponse]):
    line: str


class ChatMessage(Model):
    content: str | Sequence[ChatMessageTextContent | ChatMessageImageContent | AnyObject]


class ChatMessagesParams(StreamParams[ChatResponse, ChatChunk]):
    messages: Sequence[ChatMessage | AnyObject]
    stream: bool | UnsetType = UNSET
    """Server default: false."""
