"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others.

A form that is the only one of its operation needs no row here.
"""

from . import catalogue
from ._runtime.variants import Variant

AI_RUN = (Variant("SummarizationParams", catalogue.SummarizationModel, "input_text"),)
