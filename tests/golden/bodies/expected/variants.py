"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others."""

from ._runtime.variants import Variant

SCRIPTS_CONTENT_UPDATE = (Variant("ScriptsContentUpdateParams", None, "metadata", "script"),)
