"""The forms that a request can take, by operation; calls in keyword form look here."""

from __future__ import annotations

from ._runtime import Variant, VariantTable

AI_RUN = VariantTable(
    model="",
    tasks={},
    variants=(
        Variant("TranslationTextParams", task="Translation", required=("text",)),
        Variant("TranslationPagesParams", task="Translation", required=("pages",)),
        Variant("SummaryParams", task="Summary", required=("text", "length")),
    ),
)
