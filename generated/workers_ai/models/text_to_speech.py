"""Text To Speech."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from typing import Required, TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.text_to_speech import TextToSpeech
    from .inputs import CallOptions

    class TextToSpeechInput(TypedDict, total=False):
        """Reads a text aloud."""

        prompt: Required[str]
        """Text to read aloud. At least 1 character."""
        lang: str
        """Language of the text, such as en or fr. Server default: "en"."""

    class TextToSpeechCall(TextToSpeechInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextToSpeech",
    forms=(Form("prompt", "lang", "text_to_speech.TextToSpeech"),),
)


class TextToSpeechRunner(ModelRunner):
    """Text To Speech."""

    group = GROUP

    def run(self, **fields: Unpack[TextToSpeechCall]) -> TextToSpeech:
        """The answer to a request, whose members are keywords."""
        answer: TextToSpeech = self._run(fields)
        return answer


class AsyncTextToSpeechRunner(ModelRunner):
    """As `TextToSpeechRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[TextToSpeechCall]) -> TextToSpeech:
        """The answer to a request, whose members are keywords."""
        answer: TextToSpeech = await self._run(fields)
        return answer


class TextToSpeechRunnerWithRawResponse(ModelRunner):
    """As `TextToSpeechRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TextToSpeechCall]) -> RawResponse[TextToSpeech]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[TextToSpeech] = self._run(fields)
        return answer


class AsyncTextToSpeechRunnerWithRawResponse(ModelRunner):
    """As `AsyncTextToSpeechRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[TextToSpeechCall]) -> AsyncRawResponse[TextToSpeech]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[TextToSpeech] = self._run(fields)
        return answer
