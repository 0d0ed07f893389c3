"""What `forms.second` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .forms_second_messages import FormsSecondMessagesParams
from .forms_second_prompt import FormsSecondPromptParams

FormsSecondParams: TypeAlias = FormsSecondPromptParams | FormsSecondMessagesParams
