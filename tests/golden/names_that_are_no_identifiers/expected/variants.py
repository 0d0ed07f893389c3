"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

AI_RUN = (
    Variant(
        "AIRunParams",
        None,
        "from_ class__",
        "field_2d_map max_tokens__ max_tokens max_tokens_ class_ to_dict_ self_ gro_e field_ image_b64",
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
)
