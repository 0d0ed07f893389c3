"""What `forms.second` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .forms import FormsSecondMessagesParams, FormsSecondPromptParams

FormsSecondParams: TypeAlias = FormsSecondPromptParams | FormsSecondMessagesParams
