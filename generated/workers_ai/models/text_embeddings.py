"""Text Embeddings."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.text_embeddings import TextEmbeddings
    from .inputs import CallOptions

    class TextEmbeddingsInput(TypedDict):
        """Turns texts into embeddings."""

        text: str | Sequence[str]
        """What is embedded, up to 100 texts."""

    class TextEmbeddingsCall(TextEmbeddingsInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextEmbeddings",
    forms=(Form("text", "", "text_embeddings.TextEmbeddings"),),
)


class TextEmbeddingsRunner(ModelRunner):
    """Text Embeddings."""

    group = GROUP

    def run(self, **fields: Unpack[TextEmbeddingsCall]) -> TextEmbeddings:
        """The answer to a request, whose members are keywords."""
        answer: TextEmbeddings = self._run(fields)
        return answer


class AsyncTextEmbeddingsRunner(ModelRunner):
    """As `TextEmbeddingsRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[TextEmbeddingsCall]) -> TextEmbeddings:
        """The answer to a request, whose members are keywords."""
        answer: TextEmbeddings = await self._run(fields)
        return answer


class TextEmbeddingsRunnerWithRawResponse(ModelRunner):
    """As `TextEmbeddingsRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TextEmbeddingsCall]) -> RawResponse[TextEmbeddings]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[TextEmbeddings] = self._run(fields)
        return answer


class AsyncTextEmbeddingsRunnerWithRawResponse(ModelRunner):
    """As `AsyncTextEmbeddingsRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TextEmbeddingsCall]) -> AsyncRawResponse[TextEmbeddings]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[TextEmbeddings] = self._run(fields)
        return answer
