"""The forms that a request can take, by operation; calls in keyword form look here."""

from __future__ import annotations

from ._runtime import Variant, VariantTable

BOOKS_SEARCH = VariantTable(
    model="",
    tasks={},
    variants=(
        Variant("ByAuthorParams", task="By author", required=("author",)),
        Variant("BySubjectParams", task="By subject", required=("subject",), optional=("limit",)),
    ),
)
