"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import SummaryParams, SummaryResponse, TranslationPagesParams, TranslationResponse, TranslationTextParams

AIRunParams: TypeAlias = TranslationTextParams | TranslationPagesParams | SummaryParams
AIRunResponse: TypeAlias = TranslationResponse | SummaryResponse
