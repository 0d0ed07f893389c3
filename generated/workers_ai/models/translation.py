"""Translation."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.translation import Translation
    from .inputs import CallOptions

    class TranslationInput(TypedDict, total=False):
        """Translates a text into another language."""

        text: Required[str]
        """Text to translate. At least 1 character."""
        source_lang: str
        """Language of the text, such as en. Server default: "en"."""
        target_lang: Required[str]
        """Language to translate into, such as fr."""

    class TranslationCall(TranslationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Translation",
    forms=(Form("text target_lang", "source_lang", "translation.Translation"),),
)


class TranslationRunner(ModelRunner):
    """Translation."""

    group = GROUP

    def run(self, **fields: Unpack[TranslationCall]) -> Translation:
        """The answer to a request, whose members are keywords."""
        answer: Translation = self._run(fields)
        return answer

    def batch(self, requests: Sequence[TranslationInput], **options: Unpack[CallOptions]) -> BatchHandle[Translation]:
        """Queue requests; the handle gives the answers, in order."""
        handle: BatchHandle[Translation] = self._batch(requests, options)
        return handle


class AsyncTranslationRunner(ModelRunner):
    """As `TranslationRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[TranslationCall]) -> Translation:
        """The answer to a request, whose members are keywords."""
        answer: Translation = await self._run(fields)
        return answer

    async def batch(
        self, requests: Sequence[TranslationInput], **options: Unpack[CallOptions]
    ) -> AsyncBatchHandle[Translation]:
        """Queue requests; the handle gives the answers, in order."""
        handle: AsyncBatchHandle[Translation] = await self._batch(requests, options)
        return handle


class TranslationRunnerWithRawResponse(ModelRunner):
    """As `TranslationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TranslationCall]) -> RawResponse[Translation]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Translation] = self._run(fields)
        return answer


class AsyncTranslationRunnerWithRawResponse(ModelRunner):
    """As `AsyncTranslationRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TranslationCall]) -> AsyncRawResponse[Translation]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Translation] = self._run(fields)
        return answer
