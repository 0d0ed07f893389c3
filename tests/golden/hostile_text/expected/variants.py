"""The forms that a request can take, by operation; calls in keyword form look here."""

from __future__ import annotations

from ._runtime import Variant, VariantTable

AI_RUN = VariantTable(
    model="",
    tasks={},
    variants=(
        Variant(
            "QuotingItTitleParams",
            task="Quoting \"it\" \\ ''' {{ title }}",
            required=('a"b\\',),
            optional=("text",),
            renamed={"a_b": 'a"b\\'},
        ),
        Variant("OtherThingParams", task="Other\x00Thing", required=("x",)),
    ),
)
