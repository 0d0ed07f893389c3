"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import DrawingLineParams, DrawingResponse, DrawingShapeParams, TextParams, TextResponse

AIRunParams: TypeAlias = DrawingLineParams | DrawingShapeParams | TextParams
AIRunResponse: TypeAlias = DrawingResponse | TextResponse
