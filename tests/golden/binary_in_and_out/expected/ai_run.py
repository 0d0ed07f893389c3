"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .painting import PaintingParams, PaintingResponse
from .recognition import RecognitionParams, RecognitionResponse
from .speech import SpeechParams, SpeechResponse

AIRunParams: TypeAlias = RecognitionParams | PaintingParams | SpeechParams
AIRunResponse: TypeAlias = RecognitionResponse | PaintingResponse | SpeechResponse
