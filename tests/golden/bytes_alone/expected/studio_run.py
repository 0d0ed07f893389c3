"""What `studio.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .studio import SpeechResponse, TextParams, TextResponse

StudioRunParams: TypeAlias = TextParams
StudioRunResponse: TypeAlias = TextResponse | SpeechResponse
