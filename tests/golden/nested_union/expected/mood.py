"""Mood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class MoodResponseItem(Response):
    mood: str | None = None
    score: float | None = None


MoodResponse: TypeAlias = list[MoodResponseItem]


@dataclass(frozen=True, kw_only=True)
class MoodParams(Params[MoodResponse]):
    line: str
