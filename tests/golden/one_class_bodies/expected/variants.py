"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

FORMS_V1_5 = (Variant("FormsV15Params", None, "text"),)

FORMS_FIRST = (
    Variant("FormsFirstPromptParams", None, "prompt"),
    Variant("FormsFirstMessagesParams", None, "messages"),
)

FORMS_SECOND = (
    Variant("FormsSecondPromptParams", None, "prompt"),
    Variant("FormsSecondMessagesParams", None, "messages"),
)

FORMS_PLAIN_UPDATE = (Variant("FormsPlainUpdateParams", None, "text"),)
