"""Translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ._runtime import Params, Response


@dataclass(frozen=True, kw_only=True)
class TranslationResponse(Response):
    """TranslationResponse."""

    translated: str | None = None


@dataclass(frozen=True, kw_only=True)
class TranslationTextParams(Params[TranslationResponse]):
    """TranslationTextParams."""

    text: str


@dataclass(frozen=True, kw_only=True)
class TranslationPagesParams(Params[TranslationResponse]):
    """TranslationPagesParams."""

    pages: Sequence[str]
