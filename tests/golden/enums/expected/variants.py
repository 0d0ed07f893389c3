"""The forms that a request can take, by operation; calls in keyword form look here.

Class, models of the task, required fields, the others.
"""

from ._runtime.requests import Variant

AI_RUN = (Variant("AIRunParams", None, "mode", "mode_or_null level flag ratio"),)
