"""Summarization."""

from ._runtime.models import Params, Response


class SummarizationResponse(Response):
    summary: str | None = None


class SummarizationParams(Params[SummarizationResponse]):
    input_text: str
