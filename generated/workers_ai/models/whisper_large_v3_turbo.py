"""Whisper Large V3 Turbo."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .._runtime.binary import Base64
    from .inputs import CallOptions

    class WhisperLargeV3TurboInput(TypedDict, total=False):
        """Writes down or translates what is said in a recording."""

        audio: Required[Base64]
        """The recording, in base64."""
        task: str
        """transcribe writes down what is said, translate puts it into English. Server default: "transcribe"."""
        language: str
        """Language that is spoken, such as en."""
        vad_filter: bool
        """Whether silence is taken out first. Server default: false."""
        initial_prompt: str
        """Text that helps to understand what the recording is about."""
        prefix: str
        """Text that the transcript begins with."""
        beam_size: int
        """Number of ways to hear it that are followed at once."""
        condition_on_previous_text: bool
        """Whether what was heard before helps to hear the rest."""
        no_speech_threshold: float
        """Probability of silence above which a passage is left out."""
        compression_ratio_threshold: float
        """Repetition above which a passage is heard again."""
        log_prob_threshold: float
        """Likelihood below which a passage is heard again."""
        hallucination_silence_threshold: float
        """Seconds of silence above which a passage that may be made up is left out."""

    class WhisperLargeV3TurboCall(WhisperLargeV3TurboInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="WhisperLargeV3Turbo",
    forms=(
        Form(
            "audio",
            """task language vad_filter initial_prompt prefix beam_size condition_on_previous_text
            no_speech_threshold compression_ratio_threshold log_prob_threshold hallucination_silence_threshold""",
            "whisper_large_v3_turbo.WhisperLargeV3Turbo",
        ),
    ),
)
