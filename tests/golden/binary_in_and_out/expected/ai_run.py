"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import PaintingParams, PaintingResponse, RecognitionParams, RecognitionResponse, SpeechParams, SpeechResponse

AIRunParams: TypeAlias = RecognitionParams | PaintingParams | SpeechParams
AIRunResponse: TypeAlias = RecognitionResponse | PaintingResponse | SpeechResponse
