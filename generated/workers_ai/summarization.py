"""Summarization."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class SummarizationResponse(Response):
    """The summary of the text sent."""

    summary: str | None = None
    """The main points of the text, in the model's words."""


@dataclass(frozen=True, kw_only=True)
class SummarizationParams(Params[SummarizationResponse]):
    """Shortens a text to its main points."""

    input_text: str
    """Text to summarize, in English for most models. At least 1 character."""
    max_length: int | UnsetType = msgspec.UNSET
    """Most tokens that the summary may have. Server default: 1024."""
