"""Aura 2 English."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Literal, Required, TypedDict

    from .inputs import CallOptions

    class Aura2EnglishInput(TypedDict, total=False):
        """Reads a text aloud."""

        text: Required[str]
        """Text to read aloud."""
        speaker: Literal[
            "asteria",
            "arcas",
            "orion",
            "orpheus",
            "athena",
            "luna",
            "zeus",
            "hera",
            "amalthea",
            "andromeda",
            "apollo",
            "aries",
            "atlas",
            "aurora",
            "callista",
            "cora",
            "cordelia",
            "delia",
            "draco",
            "electra",
            "harmonia",
            "helena",
            "hermes",
            "hyperion",
            "iris",
            "janus",
            "juno",
            "jupiter",
            "mars",
            "minerva",
            "neptune",
            "odysseus",
            "ophelia",
            "pandora",
            "phoebe",
            "pluto",
            "saturn",
            "thalia",
            "theia",
            "vesta",
        ]
        """Who reads."""
        encoding: Literal["linear16", "flac", "mulaw", "opus", "mp3", "aac", "alaw"]
        """How the recording is encoded."""
        container: Literal["none", "wav", "ogg"]
        """File format around the recording, where the encoding needs one."""
        sample_rate: int
        """Samples a second."""
        bit_rate: int
        """Bits a second."""

    class Aura2EnglishCall(Aura2EnglishInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Aura2English",
    forms=(Form("text", "speaker encoding container sample_rate bit_rate", "binary.BinaryResponse"),),
)
