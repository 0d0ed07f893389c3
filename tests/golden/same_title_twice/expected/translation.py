"""Translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class TranslationResponse(Response):
    translated: str | None = None


@dataclass(frozen=True, kw_only=True)
class TranslationTextParams(Params[TranslationResponse]):
    text: str


@dataclass(frozen=True, kw_only=True)
class TranslationPagesParams(Params[TranslationResponse]):
    pages: Sequence[str]
