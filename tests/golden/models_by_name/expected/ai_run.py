"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .summarization import SummarizationParams, SummarizationResponse

AIRunParams: TypeAlias = SummarizationParams
AIRunResponse: TypeAlias = SummarizationResponse
