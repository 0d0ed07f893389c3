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
            required=("from", "class"),
            optional=(
                "2d-map",
                "maxTokens",
                "max_tokens",
                "max-tokens",
                "__class__",
                "to_dict",
                "self",
                "größe",
                "✓",
                "image_b64",
            ),
            renamed={
                "from_": "from",
                "class__": "class",
                "field_2d_map": "2d-map",
                "max_tokens__": "maxTokens",
                "max_tokens_": "max-tokens",
                "class_": "__class__",
                "to_dict_": "to_dict",
                "self_": "self",
                "gro_e": "größe",
                "field_": "✓",
            },
        ),
    ),
)
