"""Chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.models import Model, Response, StreamParams


@dataclass(frozen=True, kw_only=True)
class ChatResponse(Response):
    response: str


@dataclass(frozen=True, kw_only=True)
class ChatChunk(Response):
    response: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChatMessageTextContent(Model):
    text: str


@dataclass(frozen=True, kw_only=True)
class ChatMessageImageContent(Model):
    image: str


@dataclass(frozen=True, kw_only=True)
class ChatPromptParams(StreamParams[ChatResponse, ChatChunk], stream_flag="stream"):
    prompt: str
    stream: bool | UnsetType = msgspec.UNSET
    """Server default: false."""


@dataclass(frozen=True, kw_only=True)
class ChatMessage(Model):
    content: str | Sequence[ChatMessageTextContent | ChatMessageImageContent]


@dataclass(frozen=True, kw_only=True)
class ChatMessagesParams(StreamParams[ChatResponse, ChatChunk], stream_flag="stream"):
    messages: Sequence[ChatMessage]
    stream: bool | UnsetType = msgspec.UNSET
    """Server default: false."""
