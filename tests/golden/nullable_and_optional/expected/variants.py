"""The forms that a request can take, by operation; calls in keyword form look here."""

from __future__ import annotations

from ._runtime import Variant, VariantTable

AI_RUN = VariantTable(
    model="",
    tasks={},
    variants=(
        Variant(
            "AIRunParams",
            task="",
            required=("needed", "needed_or_null"),
            optional=("optional", "optional_or_null", "untyped", "any_of_null"),
        ),
    ),
)
