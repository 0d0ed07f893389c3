"""Translation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import Required, TypedDict

    from .inputs import CallOptions, QueuedRequest

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

    class TranslationQueued(TranslationInput, QueuedRequest, total=False):
        """The same in a batch, with a name for its answer."""


GROUP = Group(
    name="Translation",
    forms=(Form("text target_lang", "source_lang", "translation.Translation"),),
)
