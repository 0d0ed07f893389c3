"""Chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from ._runtime import Model, Response, StreamParams


@dataclass(frozen=True, kw_only=True)
class ChatResponse(Response):
    """ChatResponse."""

    response: str


@dataclass(frozen=True, kw_only=True)
class ChatChunk(Response):
    """ChatChunk."""

    response: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChatMessageTextContent(Model):
    """ChatMessageTextContent."""

    text: str


@dataclass(frozen=True, kw_only=True)
class ChatMessageImageContent(Model):
    """ChatMessageImageContent."""

    image: str


@dataclass(frozen=True, kw_only=True)
class ChatPromptParams(StreamParams[ChatResponse, ChatChunk], stream_flag="stream"):
    """ChatPromptParams."""

    prompt: str
    stream: bool | UnsetType = UNSET
    """Server default: false."""


@dataclass(frozen=True, kw_only=True)
class ChatMessage(Model):
    """ChatMessage."""

    content: str | Sequence[ChatMessageTextContent | ChatMessageImageContent]


@dataclass(frozen=True, kw_only=True)
class ChatMessagesParams(StreamParams[ChatResponse, ChatChunk], stream_flag="stream"):
    """ChatMessagesParams."""

    messages: Sequence[ChatMessage]
    stream: bool | UnsetType = UNSET
    """Server default: false."""
