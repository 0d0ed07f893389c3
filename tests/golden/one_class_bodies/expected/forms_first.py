"""What `forms.first` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .forms_first_messages import FormsFirstMessagesParams
from .forms_first_prompt import FormsFirstPromptParams

FormsFirstParams: TypeAlias = FormsFirstPromptParams | FormsFirstMessagesParams
