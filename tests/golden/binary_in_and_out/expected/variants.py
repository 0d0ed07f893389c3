"""The forms that a request can take, by operation; calls in keyword form look here.

Class, task, required fields, the others.
"""

from __future__ import annotations

from ._runtime.requests import Variant, VariantTable

AI_RUN = VariantTable(
    {},
    (
        Variant("RecognitionParams", "Recognition", "audio", "language"),
        Variant("PaintingParams", "Painting", "prompt", "sketch mask palette start"),
        Variant("SpeechParams", "Speech", "words"),
    ),
)
