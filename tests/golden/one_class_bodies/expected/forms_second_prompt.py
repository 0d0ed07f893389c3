"""POST /forms/second."""

from ._runtime.models import Params
from .forms_second_messages import FormsSecondResponse


class FormsSecondPromptParams(Params[FormsSecondResponse]):
    prompt: str
