"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .drawing import DrawingLineParams, DrawingResponse, DrawingShapeParams
from .text import TextParams, TextResponse

AIRunParams: TypeAlias = DrawingLineParams | DrawingShapeParams | TextParams
AIRunResponse: TypeAlias = DrawingResponse | TextResponse
