"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import UploadParams, UploadResponse

AIRunParams: TypeAlias = UploadParams
AIRunResponse: TypeAlias = UploadResponse
