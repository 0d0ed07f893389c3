"""POST /forms/first."""

from collections.abc import Sequence

from ._runtime.models import Params
from .forms_first_prompt import FormsFirstResponse


class FormsFirstMessagesParams(Params[FormsFirstResponse]):
    messages: Sequence[str]
