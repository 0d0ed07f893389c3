"""Typed client of Workers AI, sync and async.

Modules load when a name of theirs is first asked for, so that importing the
package costs little beside importing the HTTP library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import (
        APIConnectionError,
        APIResponseError,
        APIStatusError,
        APITimeoutError,
        AsyncBatchHandle,
        AsyncByteStream,
        AsyncRawResponse,
        AsyncStream,
        AuthenticationError,
        BadRequestError,
        BatchError,
        BatchHandle,
        ByteStream,
        CloudflareError,
        ConflictError,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        QuotaExceededError,
        RateLimitError,
        RawResponse,
        RequestTooLargeError,
        SchemaDrift,
        SchemaDriftError,
        SchemaDriftWarning,
        Stream,
        StreamInterruptedError,
        UnprocessableEntityError,
        with_unknown_fields,
    )
    from .ai_run import AIRunChunk, AIRunParams, AIRunResponse
    from .automatic_speech_recognition import (
        AutomaticSpeechRecognitionParams,
        AutomaticSpeechRecognitionResponse,
        AutomaticSpeechRecognitionResponseWord,
    )
    from .client import AsyncCloudflare, Cloudflare
    from .image_classification import (
        ImageClassificationParams,
        ImageClassificationResponse,
        ImageClassificationResponseItem,
    )
    from .image_text_to_text import (
        ImageTextToTextMessage,
        ImageTextToTextMessageContent,
        ImageTextToTextMessageContentImageUrl,
        ImageTextToTextMessagesParams,
        ImageTextToTextPromptParams,
        ImageTextToTextResponse,
    )
    from .image_to_text import ImageToTextParams, ImageToTextResponse
    from .multimodal_embeddings import MultimodalEmbeddingsParams, MultimodalEmbeddingsResponse
    from .object_detection import (
        ObjectDetectionParams,
        ObjectDetectionResponse,
        ObjectDetectionResponseItem,
        ObjectDetectionResponseItemBox,
    )
    from .summarization import SummarizationParams, SummarizationResponse
    from .text_classification import (
        TextClassificationParams,
        TextClassificationResponse,
        TextClassificationResponseItem,
    )
    from .text_embeddings import TextEmbeddingsParams, TextEmbeddingsResponse
    from .text_generation import (
        TextGenerationChunk,
        TextGenerationChunkChoice,
        TextGenerationChunkChoiceDelta,
        TextGenerationChunkChoiceDeltaToolCall,
        TextGenerationFunction,
        TextGenerationFunctionTool,
        TextGenerationMessage,
        TextGenerationMessageContent,
        TextGenerationMessagesParams,
        TextGenerationPromptParams,
        TextGenerationResponse,
        TextGenerationResponseChoice,
        TextGenerationResponseChoiceMessage,
        TextGenerationResponseChoiceMessageToolCall,
        TextGenerationResponseChoiceMessageToolCallFunction,
        TextGenerationResponseFormat,
        TextGenerationResponseToolCall,
        TextGenerationResponseUsage,
        TextGenerationToolDefinition,
        TextGenerationToolParameters,
        TextGenerationToolParametersProperty,
    )
    from .text_to_image import TextToImageParams, TextToImageResponse
    from .text_to_speech import TextToSpeechParams, TextToSpeechResponse
    from .translation import TranslationParams, TranslationResponse

# Module: the public names it holds.
_HOMES = {
    "_runtime": (
        "APIConnectionError",
        "APIResponseError",
        "APIStatusError",
        "APITimeoutError",
        "AsyncBatchHandle",
        "AsyncByteStream",
        "AsyncRawResponse",
        "AsyncStream",
        "AuthenticationError",
        "BadRequestError",
        "BatchError",
        "BatchHandle",
        "ByteStream",
        "CloudflareError",
        "ConflictError",
        "InternalServerError",
        "NotFoundError",
        "PermissionDeniedError",
        "QuotaExceededError",
        "RateLimitError",
        "RawResponse",
        "RequestTooLargeError",
        "SchemaDrift",
        "SchemaDriftError",
        "SchemaDriftWarning",
        "Stream",
        "StreamInterruptedError",
        "UnprocessableEntityError",
        "with_unknown_fields",
    ),
    "ai_run": ("AIRunChunk", "AIRunParams", "AIRunResponse"),
    "automatic_speech_recognition": (
        "AutomaticSpeechRecognitionParams",
        "AutomaticSpeechRecognitionResponse",
        "AutomaticSpeechRecognitionResponseWord",
    ),
    "client": ("AsyncCloudflare", "Cloudflare"),
    "image_classification": (
        "ImageClassificationParams",
        "ImageClassificationResponse",
        "ImageClassificationResponseItem",
    ),
    "image_text_to_text": (
        "ImageTextToTextMessage",
        "ImageTextToTextMessageContent",
        "ImageTextToTextMessageContentImageUrl",
        "ImageTextToTextMessagesParams",
        "ImageTextToTextPromptParams",
        "ImageTextToTextResponse",
    ),
    "image_to_text": ("ImageToTextParams", "ImageToTextResponse"),
    "multimodal_embeddings": ("MultimodalEmbeddingsParams", "MultimodalEmbeddingsResponse"),
    "object_detection": (
        "ObjectDetectionParams",
        "ObjectDetectionResponse",
        "ObjectDetectionResponseItem",
        "ObjectDetectionResponseItemBox",
    ),
    "summarization": ("SummarizationParams", "SummarizationResponse"),
    "text_classification": (
        "TextClassificationParams",
        "TextClassificationResponse",
        "TextClassificationResponseItem",
    ),
    "text_embeddings": ("TextEmbeddingsParams", "TextEmbeddingsResponse"),
    "text_generation": (
        "TextGenerationChunk",
        "TextGenerationChunkChoice",
        "TextGenerationChunkChoiceDelta",
        "TextGenerationChunkChoiceDeltaToolCall",
        "TextGenerationFunction",
        "TextGenerationFunctionTool",
        "TextGenerationMessage",
        "TextGenerationMessageContent",
        "TextGenerationMessagesParams",
        "TextGenerationPromptParams",
        "TextGenerationResponse",
        "TextGenerationResponseChoice",
        "TextGenerationResponseChoiceMessage",
        "TextGenerationResponseChoiceMessageToolCall",
        "TextGenerationResponseChoiceMessageToolCallFunction",
        "TextGenerationResponseFormat",
        "TextGenerationResponseToolCall",
        "TextGenerationResponseUsage",
        "TextGenerationToolDefinition",
        "TextGenerationToolParameters",
        "TextGenerationToolParametersProperty",
    ),
    "text_to_image": ("TextToImageParams", "TextToImageResponse"),
    "text_to_speech": ("TextToSpeechParams", "TextToSpeechResponse"),
    "translation": ("TranslationParams", "TranslationResponse"),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AIRunChunk",
    "AIRunParams",
    "AIRunResponse",
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBatchHandle",
    "AsyncByteStream",
    "AsyncCloudflare",
    "AsyncRawResponse",
    "AsyncStream",
    "AuthenticationError",
    "AutomaticSpeechRecognitionParams",
    "AutomaticSpeechRecognitionResponse",
    "AutomaticSpeechRecognitionResponseWord",
    "BadRequestError",
    "BatchError",
    "BatchHandle",
    "ByteStream",
    "Cloudflare",
    "CloudflareError",
    "ConflictError",
    "ImageClassificationParams",
    "ImageClassificationResponse",
    "ImageClassificationResponseItem",
    "ImageTextToTextMessage",
    "ImageTextToTextMessageContent",
    "ImageTextToTextMessageContentImageUrl",
    "ImageTextToTextMessagesParams",
    "ImageTextToTextPromptParams",
    "ImageTextToTextResponse",
    "ImageToTextParams",
    "ImageToTextResponse",
    "InternalServerError",
    "MultimodalEmbeddingsParams",
    "MultimodalEmbeddingsResponse",
    "NotFoundError",
    "ObjectDetectionParams",
    "ObjectDetectionResponse",
    "ObjectDetectionResponseItem",
    "ObjectDetectionResponseItemBox",
    "PermissionDeniedError",
    "QuotaExceededError",
    "RateLimitError",
    "RawResponse",
    "RequestTooLargeError",
    "SchemaDrift",
    "SchemaDriftError",
    "SchemaDriftWarning",
    "Stream",
    "StreamInterruptedError",
    "SummarizationParams",
    "SummarizationResponse",
    "TextClassificationParams",
    "TextClassificationResponse",
    "TextClassificationResponseItem",
    "TextEmbeddingsParams",
    "TextEmbeddingsResponse",
    "TextGenerationChunk",
    "TextGenerationChunkChoice",
    "TextGenerationChunkChoiceDelta",
    "TextGenerationChunkChoiceDeltaToolCall",
    "TextGenerationFunction",
    "TextGenerationFunctionTool",
    "TextGenerationMessage",
    "TextGenerationMessageContent",
    "TextGenerationMessagesParams",
    "TextGenerationPromptParams",
    "TextGenerationResponse",
    "TextGenerationResponseChoice",
    "TextGenerationResponseChoiceMessage",
    "TextGenerationResponseChoiceMessageToolCall",
    "TextGenerationResponseChoiceMessageToolCallFunction",
    "TextGenerationResponseFormat",
    "TextGenerationResponseToolCall",
    "TextGenerationResponseUsage",
    "TextGenerationToolDefinition",
    "TextGenerationToolParameters",
    "TextGenerationToolParametersProperty",
    "TextToImageParams",
    "TextToImageResponse",
    "TextToSpeechParams",
    "TextToSpeechResponse",
    "TranslationParams",
    "TranslationResponse",
    "UnprocessableEntityError",
    "with_unknown_fields",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
