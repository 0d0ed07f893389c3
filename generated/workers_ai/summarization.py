"""Summarization."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.models import UNSET, Params, Response, UnsetType


class SummarizationResponse(Response):
    """The summary of the text sent."""

    summary: str | None = None
    """The main points of the text, in the model's words."""


class SummarizationParams(Params[SummarizationResponse]):
    """Shortens a text to its main points."""

    input_text: str
    """Text to summarize, in English for most models. At least 1 character."""
    max_length: int | UnsetType = UNSET
    """Most tokens that the summary may have. Server default: 1024."""
