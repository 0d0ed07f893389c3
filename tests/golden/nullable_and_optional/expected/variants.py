"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

AI_RUN = (Variant("AIRunParams", None, "needed needed_or_null", "optional optional_or_null untyped any_of_null"),)
