"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others.

A form that is the only one of its operation needs no row here.
"""

from ._runtime.variants import Variant

FORMS_FIRST = (
    Variant("FormsFirstPromptParams", None, "prompt"),
    Variant("FormsFirstMessagesParams", None, "messages"),
)

FORMS_SECOND = (
    Variant("FormsSecondPromptParams", None, "prompt"),
    Variant("FormsSecondMessagesParams", None, "messages"),
)
