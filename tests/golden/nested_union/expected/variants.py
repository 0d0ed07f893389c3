"""The forms that a request can take, by operation; calls in keyword form look here."""

from __future__ import annotations

from ._runtime import Variant, VariantTable

AI_RUN = VariantTable(
    model="",
    tasks={},
    variants=(
        Variant("ChatPromptParams", task="Chat", required=("prompt",), optional=("stream",)),
        Variant("ChatMessagesParams", task="Chat", required=("messages",), optional=("stream",)),
        Variant("MoodParams", task="Mood", required=("line",)),
    ),
)
