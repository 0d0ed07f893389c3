"""Transcript."""

from ..._runtime.models import Response
from ...models.answers.written import Word


class Transcript(Response):
    words: list[Word]
