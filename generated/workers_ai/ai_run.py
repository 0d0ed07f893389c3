"""What `ai.run` takes and gives, as unions in the order of the document."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from .automatic_speech_recognition import AutomaticSpeechRecognitionParams, AutomaticSpeechRecognitionResponse
from .image_classification import ImageClassificationParams, ImageClassificationResponse
from .image_text_to_text import ImageTextToTextMessagesParams, ImageTextToTextPromptParams, ImageTextToTextResponse
from .image_to_text import ImageToTextParams, ImageToTextResponse
from .multimodal_embeddings import MultimodalEmbeddingsParams, MultimodalEmbeddingsResponse
from .object_detection import ObjectDetectionParams, ObjectDetectionResponse
from .summarization import SummarizationParams, SummarizationResponse
from .text_classification import TextClassificationParams, TextClassificationResponse
from .text_embeddings import TextEmbeddingsParams, TextEmbeddingsResponse
from .text_generation import (
    TextGenerationChunk,
    TextGenerationMessagesParams,
    TextGenerationPromptParams,
    TextGenerationResponse,
)
from .text_to_image import TextToImageParams, TextToImageResponse
from .text_to_speech import TextToSpeechParams, TextToSpeechResponse
from .translation import TranslationParams, TranslationResponse

AIRunParams: TypeAlias = (
    TextClassificationParams
    | TextToImageParams
    | TextToSpeechParams
    | TextEmbeddingsParams
    | AutomaticSpeechRecognitionParams
    | ImageClassificationParams
    | ObjectDetectionParams
    | TextGenerationPromptParams
    | TextGenerationMessagesParams
    | TranslationParams
    | SummarizationParams
    | ImageToTextParams
    | ImageTextToTextPromptParams
    | ImageTextToTextMessagesParams
    | MultimodalEmbeddingsParams
)
AIRunResponse: TypeAlias = (
    TextClassificationResponse
    | TextToImageResponse
    | TextToSpeechResponse
    | TextEmbeddingsResponse
    | AutomaticSpeechRecognitionResponse
    | ImageClassificationResponse
    | ObjectDetectionResponse
    | TextGenerationResponse
    | TranslationResponse
    | SummarizationResponse
    | ImageToTextResponse
    | ImageTextToTextResponse
    | MultimodalEmbeddingsResponse
)
AIRunChunk: TypeAlias = TextGenerationChunk
