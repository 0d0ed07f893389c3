"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others.

A form that is the only one of its operation needs no row here.
"""

from ._runtime.variants import Variant

AI_RUN = (
    Variant("DrawingLineParams", None, "line style"),
    Variant("DrawingShapeParams", None, "shape style", "border"),
    Variant("TextParams", None, "text", "style"),
)
