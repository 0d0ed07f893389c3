"""Summarization."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .inputs import CallOptions

    class SummarizationInput(TypedDict, total=False):
        """Shortens a text to its main points."""

        input_text: Required[str]
        """Text to shorten. At least 1 character."""
        max_length: int
        """Most tokens of the summary. Server default: 1024."""

    class SummarizationCall(SummarizationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Summarization",
    forms=(Form("input_text", "max_length", "summarization.Summarization"),),
)
