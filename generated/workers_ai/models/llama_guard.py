"""Llama Guard."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Required, TypedDict

    from .inputs import CallOptions

    class GuardedMessage(TypedDict):
        """One message of the conversation."""

        role: Literal["user", "assistant"]
        """Who speaks; the two take turns."""
        content: str
        """What is said."""

    class LlamaGuardRequestResponseFormat(TypedDict, total=False):
        """Form of the verdict."""

        type: str
        """json_object has the verdict come as JSON."""

    class LlamaGuardInput(TypedDict, total=False):
        """Judges whether a conversation is safe."""

        messages: Required[Sequence[GuardedMessage]]
        """The conversation to judge."""
        max_tokens: int
        """Most tokens that the model may generate. Server default: 256."""
        temperature: float
        """How freely the model chooses its words; at 0 it always takes the likeliest. From 0 to 5. Server default:
        0.6."""
        response_format: LlamaGuardRequestResponseFormat
        """Form of the verdict."""

    class LlamaGuardCall(LlamaGuardInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="LlamaGuard",
    forms=(Form("messages", "max_tokens temperature response_format", "llama_guard.LlamaGuard"),),
)
