"""Translation."""

from collections.abc import Sequence

from ._runtime.models import Params, Response


class TranslationResponse(Response):
    translated: str | None = None


class SummaryResponse(Response):
    summary: str | None = None


class TranslationTextParams(Params[TranslationResponse]):
    text: str


class TranslationPagesParams(Params[TranslationResponse]):
    pages: Sequence[str]


class SummaryParams(Params[SummaryResponse]):
    text: str
    length: int
