"""The forms that a request can take, by operation; calls in keyword form look here."""

from __future__ import annotations

from ._runtime import Variant, VariantTable

AI_RUN = VariantTable(
    model="",
    tasks={},
    variants=(
        Variant("SearchWordsParams", task="Search", required=("words", "scope")),
        Variant("SearchPatternParams", task="Search", required=("pattern", "scope")),
        Variant("SearchEverythingParams", task="Search", required=("scope",)),
        Variant("CountParams", task="Count", required=("word",)),
    ),
)
