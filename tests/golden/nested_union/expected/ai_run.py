"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import ChatChunk, ChatMessagesParams, ChatPromptParams, ChatResponse, MoodParams, MoodResponse

AIRunParams: TypeAlias = ChatPromptParams | ChatMessagesParams | MoodParams
AIRunResponse: TypeAlias = ChatResponse | MoodResponse
AIRunChunk: TypeAlias = ChatChunk
