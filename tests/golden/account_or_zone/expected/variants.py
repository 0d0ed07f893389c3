"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

RULES_UPDATE = (
    Variant("RulesUpdateAccountParams", None, "action scope"),
    Variant("RulesUpdateZoneParams", None, "action"),
)
