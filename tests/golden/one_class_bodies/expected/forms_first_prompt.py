"""POST /forms/first."""

from ._runtime.models import Params
from .forms_first_messages import FormsFirstResponse


class FormsFirstPromptParams(Params[FormsFirstResponse]):
    prompt: str
