"""Mood."""

from typing import TypeAlias

from ._runtime.models import Params, Response


class MoodResponseItem(Response):
    mood: str | None = None
    score: int | float | None = None


MoodResponse: TypeAlias = list[MoodResponseItem]


class MoodParams(Params[MoodResponse]):
    line: str
