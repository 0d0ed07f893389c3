"""Clef Omni."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal, Required, TypedDict

    from .._runtime.binary import DataURL
    from .inputs import CallOptions, DecisionQuestion, EmbeddedFile

    class ClefOmniInput(TypedDict, total=False):
        """Answers questions about a text or data, each with a probability."""

        model: Required[Literal["clef-omni"]]
        """Which model decides; the path says it already."""
        state: Required[Any]
        """What is decided about: a text, or data."""
        questions: Required[Mapping[str, DecisionQuestion]]
        """The questions by a name of yours. From 1 to 64 members."""
        images: Sequence[DataURL | EmbeddedFile]
        """Images that belong to the state: PNG, JPEG or WebP. At most 4 items."""
        audio: Sequence[DataURL | EmbeddedFile]
        """Recordings that belong to the state. At most 4 items."""
        videos: Sequence[DataURL | EmbeddedFile]
        """Videos that belong to the state. At most 2 items."""

    class ClefOmniCall(ClefOmniInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="ClefOmni",
    forms=(Form("model state questions", "images audio videos", "decisions.Decisions", apart=True),),
    places={"images": "data-url", "audio": "data-url", "videos": "data-url"},
)
