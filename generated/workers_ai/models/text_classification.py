"""Text Classification."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from typing import TypedDict

    from .inputs import CallOptions

    class TextClassificationInput(TypedDict):
        """Tells how positive and how negative a text is."""

        text: str
        """Text to classify. At least 1 character."""

    class TextClassificationCall(TextClassificationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="TextClassification",
    forms=(Form("text", "", "classification.Classification"),),
)
