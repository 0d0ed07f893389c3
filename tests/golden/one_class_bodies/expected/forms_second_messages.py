"""POST /forms/second."""

from collections.abc import Sequence

from ._runtime.models import Params
from .forms_second_prompt import FormsSecondResponse


class FormsSecondMessagesParams(Params[FormsSecondResponse]):
    messages: Sequence[str]
