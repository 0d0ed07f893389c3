"""Nova3."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Literal, Required, TypedDict

    from .._runtime.binary import File
    from .inputs import CallOptions

    class Nova3Input(TypedDict, total=False):
        """What the model takes."""

        audio: Required[File]
        language: str
        """Language that is spoken, as a BCP 47 tag."""
        detect_language: bool
        """Whether the language is found out."""
        mode: Literal["general", "medical", "finance"]
        """What the recording is about, roughly."""
        smart_format: bool
        """Whether the transcript is formatted to be read."""
        punctuate: bool
        """Whether punctuation and capitals are put in."""
        paragraphs: bool
        """Whether the transcript is divided into paragraphs."""
        utterances: bool
        """Whether the transcript is divided into units of meaning."""
        utt_split: float
        """Seconds of silence that end such a unit."""
        diarize: bool
        """Whether speakers are told apart, by a number a word."""
        multichannel: bool
        """Whether each channel is transcribed alone."""
        channels: int
        """Number of channels in the recording."""
        encoding: Literal["linear16", "flac", "mulaw", "amr-nb", "amr-wb", "opus", "speex", "g729"]
        """How the recording is encoded."""
        numerals: bool
        """Whether numbers are written as digits."""
        measurements: bool
        """Whether measurements are abbreviated."""
        dictation: bool
        """Whether spoken punctuation is followed."""
        filler_words: bool
        """Whether words such as uh are kept."""
        profanity_filter: bool
        """Whether profanity is taken out."""
        redact: str
        """What is blacked out, such as pci or numbers."""
        replace: str
        """Words to replace, each with what takes its place."""
        search: str
        """Words to look for."""
        keyterm: str
        """A term that is to be heard more readily."""
        keywords: str
        """Words that are to be heard more readily, or less."""
        detect_entities: bool
        """Whether names, places and the like are found."""
        sentiment: bool
        """Whether the mood is told."""
        topics: bool
        """Whether topics are found."""
        custom_topic: str
        """A topic to look for, up to 100 of them."""
        custom_topic_mode: Literal["extended", "strict"]
        """strict finds your topics alone, extended others as well."""
        custom_intent: str
        """An intent to look for."""
        custom_intent_mode: Literal["extended", "strict"]
        """strict finds your intents alone, extended others as well."""
        extra: str
        """Names and values of your own, which the answer repeats."""
        mip_opt_out: bool
        """Whether the recording is kept from improving the maker's models."""
        interim_results: bool
        """Whether results come while someone speaks; for WebSockets."""
        endpointing: str
        """Milliseconds of silence that end an utterance, or false; for WebSockets."""
        vad_events: bool
        """Whether the start of speech is told; for WebSockets."""
        utterance_end_ms: bool
        """Whether the end of an utterance is told; for WebSockets."""

    class Nova3Call(Nova3Input, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Nova3",
    forms=(
        Form(
            "audio",
            """language detect_language mode smart_format punctuate paragraphs utterances utt_split diarize
            multichannel channels encoding numerals measurements dictation filler_words profanity_filter redact
            replace search keyterm keywords detect_entities sentiment topics custom_topic custom_topic_mode
            custom_intent custom_intent_mode extra mip_opt_out interim_results endpointing vad_events
            utterance_end_ms""",
            "nova_transcript.NovaTranscript",
            apart=True,
        ),
    ),
    media_type="",
    files=("audio/*",),
    raw="audio",
    query={
        "language": "language",
        "detect_language": "detect_language",
        "mode": "mode",
        "smart_format": "smart_format",
        "punctuate": "punctuate",
        "paragraphs": "paragraphs",
        "utterances": "utterances",
        "utt_split": "utt_split",
        "diarize": "diarize",
        "multichannel": "multichannel",
        "channels": "channels",
        "encoding": "encoding",
        "numerals": "numerals",
        "measurements": "measurements",
        "dictation": "dictation",
        "filler_words": "filler_words",
        "profanity_filter": "profanity_filter",
        "redact": "redact",
        "replace": "replace",
        "search": "search",
        "keyterm": "keyterm",
        "keywords": "keywords",
        "detect_entities": "detect_entities",
        "sentiment": "sentiment",
        "topics": "topics",
        "custom_topic": "custom_topic",
        "custom_topic_mode": "custom_topic_mode",
        "custom_intent": "custom_intent",
        "custom_intent_mode": "custom_intent_mode",
        "extra": "extra",
        "mip_opt_out": "mip_opt_out",
        "interim_results": "interim_results",
        "endpointing": "endpointing",
        "vad_events": "vad_events",
        "utterance_end_ms": "utterance_end_ms",
    },
)
