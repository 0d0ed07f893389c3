"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .summary import SummaryParams, SummaryResponse
from .translation import TranslationPagesParams, TranslationResponse, TranslationTextParams

AIRunParams: TypeAlias = TranslationTextParams | TranslationPagesParams | SummaryParams
AIRunResponse: TypeAlias = TranslationResponse | SummaryResponse
