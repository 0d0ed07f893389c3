"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import (
    CountParams,
    CountResponse,
    SearchEverythingParams,
    SearchPatternParams,
    SearchResponse,
    SearchWordsParams,
)

AIRunParams: TypeAlias = SearchWordsParams | SearchPatternParams | SearchEverythingParams | CountParams
AIRunResponse: TypeAlias = SearchResponse | CountResponse
