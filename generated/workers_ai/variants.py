"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others.

A form that is the only one of its operation needs no row here.
"""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from . import catalogue
from ._runtime.variants import Variant

AI_RUN = (
    Variant("TextClassificationParams", catalogue.TextClassificationModel, "text"),
    Variant(
        "TextToImageParams",
        catalogue.TextToImageModel,
        "prompt",
        "negative_prompt height width image image_b64 mask num_steps strength guidance seed",
    ),
    Variant("TextToSpeechParams", catalogue.TextToSpeechModel, "prompt", "lang"),
    Variant("TextEmbeddingsParams", catalogue.TextEmbeddingsModel, "text"),
    Variant(
        "AutomaticSpeechRecognitionParams",
        catalogue.AutomaticSpeechRecognitionModel,
        "audio",
        "source_lang target_lang",
    ),
    Variant("ImageClassificationParams", catalogue.ImageClassificationModel, "image"),
    Variant("ObjectDetectionParams", catalogue.ObjectDetectionModel, "", "image"),
    Variant(
        "TextGenerationPromptParams",
        catalogue.TextGenerationModel,
        "prompt",
        """lora raw stream max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty
        presence_penalty response_format""",
    ),
    Variant(
        "TextGenerationMessagesParams",
        catalogue.TextGenerationModel,
        "messages",
        """functions tools raw stream max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty
        presence_penalty response_format""",
    ),
    Variant("TranslationParams", catalogue.TranslationModel, "text target_lang", "source_lang"),
    Variant("SummarizationParams", catalogue.SummarizationModel, "input_text", "max_length"),
    Variant(
        "ImageToTextParams",
        catalogue.ImageToTextModel,
        "image",
        "prompt raw max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty presence_penalty",
    ),
    Variant(
        "ImageTextToTextPromptParams",
        None,
        "image prompt",
        "ignore_eos max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty presence_penalty",
    ),
    Variant(
        "ImageTextToTextMessagesParams",
        None,
        "image messages",
        "ignore_eos max_tokens temperature top_p top_k seed repetition_penalty frequency_penalty presence_penalty",
    ),
    Variant("MultimodalEmbeddingsParams", None, "", "image text"),
)
