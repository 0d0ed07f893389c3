"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import TextChunk, TextParams, TextResponse

AIRunParams: TypeAlias = TextParams
AIRunResponse: TypeAlias = TextResponse
AIRunChunk: TypeAlias = TextChunk
