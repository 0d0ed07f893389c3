"""Moondream."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Literal, TypedDict

    from .._runtime.binary import DataURL
    from .inputs import CallOptions

    class MoondreamInput(TypedDict, total=False):
        """Answers questions about an image, describes it, or finds things in it."""

        task: Literal["query", "caption", "point", "detect"]
        """What is done with the image. Server default: "query"."""
        image: DataURL
        """The image: a public https address, or a data URL with the image in base64."""
        question: str
        """What the model is asked, for query."""
        caption_length: Literal["short", "normal", "long"]
        """How long the caption is, for caption. Server default: "normal"."""
        target: str
        """What is looked for, for point and detect."""
        reasoning: bool
        """Whether the model tells what it thought, for query. Server default: true."""
        temperature: float
        """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 2. Server default:
        0.2."""
        top_p: float
        """Share of probability that the words to choose from make up. From 0 to 1. Server default: 0.9."""
        max_tokens: int
        """Most tokens that the model may generate. From 1 to 28672. Server default: 8192."""
        max_objects: int
        """Most objects to find, for point and detect. From 1 to 500. Server default: 150."""

    class MoondreamCall(MoondreamInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Moondream",
    forms=(
        Form(
            "",
            "task image question caption_length target reasoning temperature top_p max_tokens max_objects stream",
            "moondream.Moondream",
            "moondream_chunk.MoondreamChunk",
            apart=True,
        ),
    ),
    places={"image": "data-url"},
    flag="stream",
    streams=True,
)
