"""The forms that a request can take, by operation; calls in keyword form look here.

Class, task, required fields, the others.
"""

from __future__ import annotations

from ._runtime.requests import Variant, VariantTable

AI_RUN = VariantTable(
    {},
    (
        Variant(
            "QuotingItTitleParams",
            "Quoting \"it\" \\ ''' {{ title }}",
            "a_b",
            "text",
            renamed={"a_b": 'a"b\\'},
        ),
        Variant("OtherThingParams", "Other\x00Thing", "x"),
    ),
)
