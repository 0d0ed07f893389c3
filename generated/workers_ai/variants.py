"""The forms that a request can take, by operation; calls in keyword form look here.

Class, task, required fields, the others.
"""

from __future__ import annotations

from ._runtime.requests import Variant, VariantTable
from .catalogue import TASKS

AI_RUN = VariantTable(
    TASKS,
    (
        Variant("TextClassificationParams", "Text Classification", "text"),
        Variant(
            "TextToImageParams",
            "Text To Image",
            "prompt",
            "negative_prompt height width image image_b64 mask num_steps strength guidance seed",
        ),
        Variant("TextToSpeechParams", "Text To Speech", "prompt", "lang"),
        Variant("TextEmbeddingsParams", "Text Embeddings", "text"),
        Variant(
            "AutomaticSpeechRecognitionParams",
            "Automatic Speech Recognition",
            "audio",
            "source_lang target_lang",
        ),
        Variant("ImageClassificationParams", "Image Classification", "image"),
        Variant("ObjectDetectionParams", "Object Detection", "", "image"),
        Variant(
            "TextGenerationPromptParams",
            "Text Generation",
            "prompt",
            """lora raw stream max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty response_format""",
        ),
        Variant(
            "TextGenerationMessagesParams",
            "Text Generation",
            "messages",
            """functions tools raw stream max_tokens temperature top_p top_k seed
            repetition_penalty frequency_penalty presence_penalty response_format""",
        ),
        Variant("TranslationParams", "Translation", "text target_lang", "source_lang"),
        Variant("SummarizationParams", "Summarization", "input_text", "max_length"),
        Variant(
            "ImageToTextParams",
            "Image To Text",
            "image",
            """prompt raw max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
        ),
        Variant(
            "ImageTextToTextPromptParams",
            "Image Text To Text",
            "image prompt",
            """ignore_eos max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
        ),
        Variant(
            "ImageTextToTextMessagesParams",
            "Image Text To Text",
            "image messages",
            """ignore_eos max_tokens temperature top_p top_k seed repetition_penalty
            frequency_penalty presence_penalty""",
        ),
        Variant("MultimodalEmbeddingsParams", "Multimodal Embeddings", "", "image text"),
    ),
)
