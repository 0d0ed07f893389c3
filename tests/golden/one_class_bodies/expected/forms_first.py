"""What `forms.first` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .forms import FormsFirstMessagesParams, FormsFirstPromptParams

FormsFirstParams: TypeAlias = FormsFirstPromptParams | FormsFirstMessagesParams
