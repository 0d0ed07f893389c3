"""Typed client of Workers AI, sync and async.

Modules load when a name of theirs is first asked for, so that importing the
package costs little more than importing the HTTP library.
"""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# ruff: noqa: F403  # what a module of models defines is public, all of it

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime.aiohttp_transport import AiohttpTransport as AiohttpTransport
    from ._runtime.batches import AsyncBatchHandle as AsyncBatchHandle
    from ._runtime.batches import BatchHandle as BatchHandle
    from ._runtime.binary import BinaryResponse as BinaryResponse
    from ._runtime.drift import DriftCallback as DriftCallback
    from ._runtime.drift import DriftPolicy as DriftPolicy
    from ._runtime.drift import SchemaDrift as SchemaDrift
    from ._runtime.drift import SchemaDriftWarning as SchemaDriftWarning
    from ._runtime.drift import with_unknown_fields as with_unknown_fields
    from ._runtime.errors import *
    from ._runtime.models import UNSET as UNSET
    from ._runtime.models import to_json as to_json
    from ._runtime.options import AsyncClientOptions as AsyncClientOptions
    from ._runtime.options import ClientOptions as ClientOptions
    from ._runtime.options import RequestOptions as RequestOptions
    from ._runtime.pages import AsyncPage as AsyncPage
    from ._runtime.pages import AsyncPages as AsyncPages
    from ._runtime.pages import SyncPage as SyncPage
    from ._runtime.responses import AsyncRawResponse as AsyncRawResponse
    from ._runtime.responses import RawResponse as RawResponse
    from ._runtime.streams import AsyncByteStream as AsyncByteStream
    from ._runtime.streams import AsyncStream as AsyncStream
    from ._runtime.streams import ByteStream as ByteStream
    from ._runtime.streams import Stream as Stream
    from .ai_authors import *
    from .ai_finetunes import *
    from .ai_finetunes_assets import *
    from .ai_finetunes_public import *
    from .ai_models import *
    from .ai_models_schema import *
    from .ai_run import *
    from .ai_tasks import *
    from .ai_to_markdown import *
    from .automatic_speech_recognition import *
    from .client import AsyncCloudflare as AsyncCloudflare
    from .client import Cloudflare as Cloudflare
    from .image_classification import *
    from .image_text_to_text import *
    from .image_to_text import *
    from .multimodal_embeddings import *
    from .object_detection import *
    from .summarization import *
    from .text_classification import *
    from .text_embeddings import *
    from .text_generation import *
    from .text_to_image import *
    from .text_to_speech import *
    from .translation import *

__version__ = "0.1.0"

# Module: the public names it holds.
_HOMES = {
    "_runtime.aiohttp_transport": "AiohttpTransport",
    "_runtime.batches": "AsyncBatchHandle BatchHandle",
    "_runtime.binary": "BinaryResponse",
    "_runtime.drift": "DriftCallback DriftPolicy SchemaDrift SchemaDriftWarning with_unknown_fields",
    "_runtime.errors": """APIConnectionError APIResponseError APIStatusError APITimeoutError AuthenticationError
        BadRequestError BatchError CloudflareError ConflictError ErrorDetail InternalServerError NotFoundError
        PermissionDeniedError QuotaExceededError RateLimitError RequestInfo RequestTooLargeError SchemaDriftError
        StreamInterruptedError UnprocessableEntityError""",
    "_runtime.models": "UNSET to_json",
    "_runtime.options": "AsyncClientOptions ClientOptions RequestOptions",
    "_runtime.pages": "AsyncPage AsyncPages SyncPage",
    "_runtime.responses": "AsyncRawResponse RawResponse",
    "_runtime.streams": "AsyncByteStream AsyncStream ByteStream Stream",
    "ai_authors": "AIAuthorsListResponse",
    "ai_finetunes": "AIFinetunesCreateParams AIFinetunesCreateResponse AIFinetunesListResponse Finetune",
    "ai_finetunes_assets": "AIFinetunesAssetsCreateParams AIFinetunesAssetsCreateResponse",
    "ai_finetunes_public": "AIFinetunesPublicListResponse PublicFinetune",
    "ai_models": "AIModelsListResponse CatalogueModel CatalogueModelPrice CatalogueModelProperty CatalogueModelTask",
    "ai_models_schema": "AIModelsSchemaGetResponse",
    "ai_run": "AIRunChunk AIRunParams AIRunResponse",
    "ai_tasks": "AITasksListResponse CatalogueTask",
    "ai_to_markdown": """AIToMarkdownSupportedResponse AIToMarkdownTransformParams AIToMarkdownTransformResponse
        ConversionOptions ConversionOptionsHTML ConversionOptionsImage ConversionOptionsOutput ConversionOptionsPDF
        ConvertedFile ConvertedFormat""",
    "automatic_speech_recognition": """AutomaticSpeechRecognitionParams AutomaticSpeechRecognitionResponse
        AutomaticSpeechRecognitionResponseWord""",
    "client": "AsyncCloudflare Cloudflare",
    "image_classification": "ImageClassificationParams ImageClassificationResponse ImageClassificationResponseItem",
    "image_text_to_text": """ImageTextToTextMessage ImageTextToTextMessageContent
        ImageTextToTextMessageContentImageUrl ImageTextToTextMessagesParams ImageTextToTextPromptParams
        ImageTextToTextResponse""",
    "image_to_text": "ImageToTextParams ImageToTextResponse",
    "multimodal_embeddings": "MultimodalEmbeddingsParams MultimodalEmbeddingsResponse",
    "object_detection": """ObjectDetectionParams ObjectDetectionResponse ObjectDetectionResponseItem
        ObjectDetectionResponseItemBox""",
    "summarization": "SummarizationParams SummarizationResponse",
    "text_classification": "TextClassificationParams TextClassificationResponse TextClassificationResponseItem",
    "text_embeddings": "TextEmbeddingsParams TextEmbeddingsResponse",
    "text_generation": """TextGenerationChunk TextGenerationChunkChoice TextGenerationChunkChoiceDelta
        TextGenerationChunkChoiceDeltaToolCall TextGenerationFunction TextGenerationFunctionTool
        TextGenerationMessage TextGenerationMessageContent TextGenerationMessagesParams TextGenerationPromptParams
        TextGenerationResponse TextGenerationResponseChoice TextGenerationResponseChoiceMessage
        TextGenerationResponseChoiceMessageToolCall TextGenerationResponseChoiceMessageToolCallFunction
        TextGenerationResponseFormat TextGenerationResponseToolCall TextGenerationResponseToolCallFunction
        TextGenerationResponseUsage TextGenerationToolDefinition TextGenerationToolParameters
        TextGenerationToolParametersProperty""",
    "text_to_image": "TextToImageParams TextToImageResponse",
    "text_to_speech": "TextToSpeechParams TextToSpeechResponse",
    "translation": "TranslationParams TranslationResponse",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # a checker would take it to have any name

    def __getattr__(name: str) -> object:
        if name == "__all__":
            # What needs aiohttp is there for those who have it and name it.
            return sorted(_MODULES.keys() - {"AiohttpTransport"})
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
