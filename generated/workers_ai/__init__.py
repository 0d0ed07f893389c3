"""Typed client of Workers AI, sync and async.

Modules load when a name of theirs is first asked for, so that importing the
package costs little beside importing the HTTP library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime.answers import SchemaDrift as SchemaDrift
    from ._runtime.answers import SchemaDriftWarning as SchemaDriftWarning
    from ._runtime.answers import with_unknown_fields as with_unknown_fields
    from ._runtime.batches import AsyncBatchHandle as AsyncBatchHandle
    from ._runtime.batches import BatchHandle as BatchHandle
    from ._runtime.errors import APIConnectionError as APIConnectionError
    from ._runtime.errors import APIResponseError as APIResponseError
    from ._runtime.errors import APIStatusError as APIStatusError
    from ._runtime.errors import APITimeoutError as APITimeoutError
    from ._runtime.errors import AuthenticationError as AuthenticationError
    from ._runtime.errors import BadRequestError as BadRequestError
    from ._runtime.errors import BatchError as BatchError
    from ._runtime.errors import CloudflareError as CloudflareError
    from ._runtime.errors import ConflictError as ConflictError
    from ._runtime.errors import InternalServerError as InternalServerError
    from ._runtime.errors import NotFoundError as NotFoundError
    from ._runtime.errors import PermissionDeniedError as PermissionDeniedError
    from ._runtime.errors import QuotaExceededError as QuotaExceededError
    from ._runtime.errors import RateLimitError as RateLimitError
    from ._runtime.errors import RequestTooLargeError as RequestTooLargeError
    from ._runtime.errors import SchemaDriftError as SchemaDriftError
    from ._runtime.errors import StreamInterruptedError as StreamInterruptedError
    from ._runtime.errors import UnprocessableEntityError as UnprocessableEntityError
    from ._runtime.resources import AsyncRawResponse as AsyncRawResponse
    from ._runtime.resources import RawResponse as RawResponse
    from ._runtime.streams import AsyncByteStream as AsyncByteStream
    from ._runtime.streams import AsyncStream as AsyncStream
    from ._runtime.streams import ByteStream as ByteStream
    from ._runtime.streams import Stream as Stream
    from .ai_run import AIRunChunk as AIRunChunk
    from .ai_run import AIRunParams as AIRunParams
    from .ai_run import AIRunResponse as AIRunResponse
    from .automatic_speech_recognition import (
        AutomaticSpeechRecognitionParams as AutomaticSpeechRecognitionParams,
    )
    from .automatic_speech_recognition import (
        AutomaticSpeechRecognitionResponse as AutomaticSpeechRecognitionResponse,
    )
    from .automatic_speech_recognition import (
        AutomaticSpeechRecognitionResponseWord as AutomaticSpeechRecognitionResponseWord,
    )
    from .client import AsyncCloudflare as AsyncCloudflare
    from .client import Cloudflare as Cloudflare
    from .image_classification import ImageClassificationParams as ImageClassificationParams
    from .image_classification import ImageClassificationResponse as ImageClassificationResponse
    from .image_classification import (
        ImageClassificationResponseItem as ImageClassificationResponseItem,
    )
    from .image_text_to_text import ImageTextToTextMessage as ImageTextToTextMessage
    from .image_text_to_text import ImageTextToTextMessageContent as ImageTextToTextMessageContent
    from .image_text_to_text import (
        ImageTextToTextMessageContentImageUrl as ImageTextToTextMessageContentImageUrl,
    )
    from .image_text_to_text import ImageTextToTextMessagesParams as ImageTextToTextMessagesParams
    from .image_text_to_text import ImageTextToTextPromptParams as ImageTextToTextPromptParams
    from .image_text_to_text import ImageTextToTextResponse as ImageTextToTextResponse
    from .image_to_text import ImageToTextParams as ImageToTextParams
    from .image_to_text import ImageToTextResponse as ImageToTextResponse
    from .multimodal_embeddings import MultimodalEmbeddingsParams as MultimodalEmbeddingsParams
    from .multimodal_embeddings import MultimodalEmbeddingsResponse as MultimodalEmbeddingsResponse
    from .object_detection import ObjectDetectionParams as ObjectDetectionParams
    from .object_detection import ObjectDetectionResponse as ObjectDetectionResponse
    from .object_detection import ObjectDetectionResponseItem as ObjectDetectionResponseItem
    from .object_detection import ObjectDetectionResponseItemBox as ObjectDetectionResponseItemBox
    from .summarization import SummarizationParams as SummarizationParams
    from .summarization import SummarizationResponse as SummarizationResponse
    from .text_classification import TextClassificationParams as TextClassificationParams
    from .text_classification import TextClassificationResponse as TextClassificationResponse
    from .text_classification import (
        TextClassificationResponseItem as TextClassificationResponseItem,
    )
    from .text_embeddings import TextEmbeddingsParams as TextEmbeddingsParams
    from .text_embeddings import TextEmbeddingsResponse as TextEmbeddingsResponse
    from .text_generation import TextGenerationChunk as TextGenerationChunk
    from .text_generation import TextGenerationChunkChoice as TextGenerationChunkChoice
    from .text_generation import TextGenerationChunkChoiceDelta as TextGenerationChunkChoiceDelta
    from .text_generation import (
        TextGenerationChunkChoiceDeltaToolCall as TextGenerationChunkChoiceDeltaToolCall,
    )
    from .text_generation import TextGenerationFunction as TextGenerationFunction
    from .text_generation import TextGenerationFunctionTool as TextGenerationFunctionTool
    from .text_generation import TextGenerationMessage as TextGenerationMessage
    from .text_generation import TextGenerationMessageContent as TextGenerationMessageContent
    from .text_generation import TextGenerationMessagesParams as TextGenerationMessagesParams
    from .text_generation import TextGenerationPromptParams as TextGenerationPromptParams
    from .text_generation import TextGenerationResponse as TextGenerationResponse
    from .text_generation import TextGenerationResponseChoice as TextGenerationResponseChoice
    from .text_generation import (
        TextGenerationResponseChoiceMessage as TextGenerationResponseChoiceMessage,
    )
    from .text_generation import (
        TextGenerationResponseChoiceMessageToolCall as TextGenerationResponseChoiceMessageToolCall,
    )
    from .text_generation import (
        TextGenerationResponseChoiceMessageToolCallFunction as TextGenerationResponseChoiceMessageToolCallFunction,
    )
    from .text_generation import TextGenerationResponseFormat as TextGenerationResponseFormat
    from .text_generation import TextGenerationResponseToolCall as TextGenerationResponseToolCall
    from .text_generation import TextGenerationResponseUsage as TextGenerationResponseUsage
    from .text_generation import TextGenerationToolDefinition as TextGenerationToolDefinition
    from .text_generation import TextGenerationToolParameters as TextGenerationToolParameters
    from .text_generation import (
        TextGenerationToolParametersProperty as TextGenerationToolParametersProperty,
    )
    from .text_to_image import TextToImageParams as TextToImageParams
    from .text_to_image import TextToImageResponse as TextToImageResponse
    from .text_to_speech import TextToSpeechParams as TextToSpeechParams
    from .text_to_speech import TextToSpeechResponse as TextToSpeechResponse
    from .translation import TranslationParams as TranslationParams
    from .translation import TranslationResponse as TranslationResponse

# Module: the public names it holds.
_HOMES = {
    "_runtime.answers": "SchemaDrift SchemaDriftWarning with_unknown_fields",
    "_runtime.batches": "AsyncBatchHandle BatchHandle",
    "_runtime.errors": (
        "APIConnectionError APIResponseError APIStatusError APITimeoutError "
        "AuthenticationError BadRequestError BatchError CloudflareError ConflictError "
        "InternalServerError NotFoundError PermissionDeniedError QuotaExceededError "
        "RateLimitError RequestTooLargeError SchemaDriftError StreamInterruptedError "
        "UnprocessableEntityError"
    ),
    "_runtime.resources": "AsyncRawResponse RawResponse",
    "_runtime.streams": "AsyncByteStream AsyncStream ByteStream Stream",
    "ai_run": "AIRunChunk AIRunParams AIRunResponse",
    "automatic_speech_recognition": (
        "AutomaticSpeechRecognitionParams AutomaticSpeechRecognitionResponse "
        "AutomaticSpeechRecognitionResponseWord"
    ),
    "client": "AsyncCloudflare Cloudflare",
    "image_classification": (
        "ImageClassificationParams ImageClassificationResponse ImageClassificationResponseItem"
    ),
    "image_text_to_text": (
        "ImageTextToTextMessage ImageTextToTextMessageContent "
        "ImageTextToTextMessageContentImageUrl ImageTextToTextMessagesParams "
        "ImageTextToTextPromptParams ImageTextToTextResponse"
    ),
    "image_to_text": "ImageToTextParams ImageToTextResponse",
    "multimodal_embeddings": "MultimodalEmbeddingsParams MultimodalEmbeddingsResponse",
    "object_detection": (
        "ObjectDetectionParams ObjectDetectionResponse ObjectDetectionResponseItem "
        "ObjectDetectionResponseItemBox"
    ),
    "summarization": "SummarizationParams SummarizationResponse",
    "text_classification": (
        "TextClassificationParams TextClassificationResponse TextClassificationResponseItem"
    ),
    "text_embeddings": "TextEmbeddingsParams TextEmbeddingsResponse",
    "text_generation": (
        "TextGenerationChunk TextGenerationChunkChoice TextGenerationChunkChoiceDelta "
        "TextGenerationChunkChoiceDeltaToolCall TextGenerationFunction "
        "TextGenerationFunctionTool TextGenerationMessage TextGenerationMessageContent "
        "TextGenerationMessagesParams TextGenerationPromptParams TextGenerationResponse "
        "TextGenerationResponseChoice TextGenerationResponseChoiceMessage "
        "TextGenerationResponseChoiceMessageToolCall "
        "TextGenerationResponseChoiceMessageToolCallFunction TextGenerationResponseFormat "
        "TextGenerationResponseToolCall TextGenerationResponseUsage "
        "TextGenerationToolDefinition TextGenerationToolParameters "
        "TextGenerationToolParametersProperty"
    ),
    "text_to_image": "TextToImageParams TextToImageResponse",
    "text_to_speech": "TextToSpeechParams TextToSpeechResponse",
    "translation": "TranslationParams TranslationResponse",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name == "__all__":
        return sorted(_MODULES)
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
