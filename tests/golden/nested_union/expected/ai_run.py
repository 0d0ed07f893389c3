"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .chat import ChatChunk, ChatMessagesParams, ChatPromptParams, ChatResponse
from .mood import MoodParams, MoodResponse

AIRunParams: TypeAlias = ChatPromptParams | ChatMessagesParams | MoodParams
AIRunResponse: TypeAlias = ChatResponse | MoodResponse
AIRunChunk: TypeAlias = ChatChunk
