"""What `studio.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .speech import SpeechResponse
from .text import TextParams, TextResponse

StudioRunParams: TypeAlias = TextParams
StudioRunResponse: TypeAlias = TextResponse | SpeechResponse
