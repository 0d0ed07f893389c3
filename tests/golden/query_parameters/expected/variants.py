"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

SHELVES_SEARCH = (Variant("ShelvesSearchParams", None, "text", "stream"),)

SHELVES_GUESS = (Variant("ShelvesGuessParams", None, "prompt", "stream"),)
