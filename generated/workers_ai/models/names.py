"""The models that the document names, by what they take and answer."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Literal, TypeAlias, get_args

IndicTranslationName: TypeAlias = Literal["@cf/ai4bharat/indictrans2-en-indic-1B",]
VllmCompletionName: TypeAlias = Literal[
    "@cf/aisingapore/gemma-sea-lion-v4-27b-it",
    "@cf/qwen/qwen3-30b-a3b-fp8",
]
PooledEmbeddingsName: TypeAlias = Literal[
    "@cf/baai/bge-base-en-v1.5",
    "@cf/baai/bge-large-en-v1.5",
    "@cf/baai/bge-small-en-v1.5",
    "@cf/baai/omni-bge-base-en-v1.5",
]
BgeM3Name: TypeAlias = Literal["@cf/baai/bge-m3",]
RerankName: TypeAlias = Literal["@cf/baai/bge-reranker-base",]
Flux1Name: TypeAlias = Literal["@cf/black-forest-labs/flux-1-schnell",]
Flux2Name: TypeAlias = Literal[
    "@cf/black-forest-labs/flux-2-dev",
    "@cf/black-forest-labs/flux-2-klein-4b",
    "@cf/black-forest-labs/flux-2-klein-9b",
]
DiffusionName: TypeAlias = Literal[
    "@cf/bytedance/stable-diffusion-xl-lightning",
    "@cf/lykon/dreamshaper-8-lcm",
    "@cf/runwayml/stable-diffusion-v1-5-img2img",
    "@cf/runwayml/stable-diffusion-v1-5-inpainting",
    "@cf/stabilityai/stable-diffusion-xl-base-1.0",
]
ClefName: TypeAlias = Literal["@cf/cloudflare/clef",]
ClefFlashName: TypeAlias = Literal["@cf/cloudflare/clef-flash",]
ClefOmniName: TypeAlias = Literal["@cf/cloudflare/clef-omni",]
Aura1Name: TypeAlias = Literal["@cf/deepgram/aura-1",]
Aura2EnglishName: TypeAlias = Literal["@cf/deepgram/aura-2-en",]
Aura2SpanishName: TypeAlias = Literal["@cf/deepgram/aura-2-es",]
FluxName: TypeAlias = Literal["@cf/deepgram/flux",]
Nova3Name: TypeAlias = Literal["@cf/deepgram/nova-3",]
TextGenerationName: TypeAlias = Literal[
    "@cf/deepseek-ai/deepseek-math-7b-instruct",
    "@cf/deepseek-ai/deepseek-r1-distill-qwen-32b",
    "@cf/defog/sqlcoder-7b-2",
    "@cf/fblgit/una-cybertron-7b-v2-bf16",
    "@cf/google/gemma-2b-it-lora",
    "@cf/google/gemma-7b-it-lora",
    "@cf/ibm-granite/granite-4.0-h-micro",
    "@cf/meta-llama/llama-2-7b-chat-hf-lora",
    "@cf/meta/llama-2-7b-chat-fp16",
    "@cf/meta/llama-2-7b-chat-int8",
    "@cf/meta/llama-3-8b-instruct",
    "@cf/meta/llama-3-8b-instruct-awq",
    "@cf/meta/llama-3.1-70b-instruct-fp8-fast",
    "@cf/meta/llama-3.1-8b-instruct-awq",
    "@cf/meta/llama-3.1-8b-instruct-fp8",
    "@cf/meta/llama-3.1-8b-instruct-fp8-fast",
    "@cf/meta/llama-3.2-1b-instruct",
    "@cf/meta/llama-3.2-3b-instruct",
    "@cf/microsoft/phi-2",
    "@cf/mistral/mistral-7b-instruct-v0.1",
    "@cf/mistral/mistral-7b-instruct-v0.2-lora",
    "@cf/openchat/openchat-3.5-0106",
    "@cf/qwen/qwen1.5-0.5b-chat",
    "@cf/qwen/qwen1.5-1.8b-chat",
    "@cf/qwen/qwen1.5-14b-chat-awq",
    "@cf/qwen/qwen1.5-7b-chat-awq",
    "@cf/swiss-ai/apertus-v1.5-8b",
    "@cf/thebloke/discolm-german-7b-v1-awq",
    "@cf/tiiuae/falcon-7b-instruct",
    "@cf/tinyllama/tinyllama-1.1b-chat-v1.0",
    "@cf/utter-project/eurollm-9b-it",
    "@hf/google/gemma-7b-it",
    "@hf/mistral/mistral-7b-instruct-v0.2",
    "@hf/nexusflow/starling-lm-7b-beta",
    "@hf/nousresearch/hermes-2-pro-mistral-7b",
    "@hf/thebloke/deepseek-coder-6.7b-base-awq",
    "@hf/thebloke/deepseek-coder-6.7b-instruct-awq",
    "@hf/thebloke/llama-2-13b-chat-awq",
    "@hf/thebloke/mistral-7b-instruct-v0.1-awq",
    "@hf/thebloke/neural-chat-7b-v3-1-awq",
    "@hf/thebloke/openhermes-2.5-mistral-7b-awq",
    "@hf/thebloke/zephyr-7b-beta-awq",
]
DeepSeekV4Name: TypeAlias = Literal["@cf/deepseek-ai/deepseek-v4-pro-0813",]
QueuedDeepSeekV4Name: TypeAlias = Literal["@cf/deepseek-ai/deepseek-v4-flash-0731",]
SummarizationName: TypeAlias = Literal["@cf/facebook/bart-large-cnn",]
ObjectDetectionName: TypeAlias = Literal["@cf/facebook/detr-resnet-50",]
TextEmbeddingsName: TypeAlias = Literal[
    "@cf/google/embeddinggemma-300m",
    "@cf/pfnet/plamo-embedding-1b",
]
Gemma3Name: TypeAlias = Literal["@cf/google/gemma-3-12b-it",]
Gemma4Name: TypeAlias = Literal["@cf/google/gemma-4-26b-a4b-it",]
TextClassificationName: TypeAlias = Literal["@cf/huggingface/distilbert-sst-2-int8",]
LucidOriginName: TypeAlias = Literal["@cf/leonardo/lucid-origin",]
PhoenixName: TypeAlias = Literal["@cf/leonardo/phoenix-1.0",]
LlavaName: TypeAlias = Literal["@cf/llava-hf/llava-1.5-7b-hf",]
Llama32VisionName: TypeAlias = Literal["@cf/meta/llama-3.2-11b-vision-instruct",]
Llama33Name: TypeAlias = Literal["@cf/meta/llama-3.3-70b-instruct-fp8-fast",]
Llama4Name: TypeAlias = Literal["@cf/meta/llama-4-scout-17b-16e-instruct",]
LlamaGuardName: TypeAlias = Literal["@cf/meta/llama-guard-3-8b",]
TranslationName: TypeAlias = Literal["@cf/meta/m2m100-1.2b",]
ImageClassificationName: TypeAlias = Literal["@cf/microsoft/resnet-50",]
GuidedTextGenerationName: TypeAlias = Literal[
    "@cf/mistralai/mistral-small-3.1-24b-instruct",
    "@cf/qwen/qwq-32b",
]
MoondreamName: TypeAlias = Literal["@cf/moondream/moondream3.1-9B-A2B",]
KimiK25Name: TypeAlias = Literal["@cf/moonshotai/kimi-k2.5",]
KimiK26Name: TypeAlias = Literal["@cf/moonshotai/kimi-k2.6",]
KimiK27Name: TypeAlias = Literal["@cf/moonshotai/kimi-k2.7-code",]
TextToSpeechName: TypeAlias = Literal["@cf/myshell-ai/melotts",]
Nemotron3Name: TypeAlias = Literal["@cf/nvidia/nemotron-3-120b-a12b",]
NemotronSpeechName: TypeAlias = Literal["@cf/nvidia/nemotron-speech-streaming-en-0.6b",]
GptOssName: TypeAlias = Literal["@cf/openai/gpt-oss-20b",]
QueuedGptOssName: TypeAlias = Literal["@cf/openai/gpt-oss-120b",]
WhisperName: TypeAlias = Literal[
    "@cf/openai/whisper",
    "@cf/openai/whisper-tiny-en",
]
WhisperLargeV3TurboName: TypeAlias = Literal["@cf/openai/whisper-large-v3-turbo",]
SmartTurnName: TypeAlias = Literal["@cf/pipecat-ai/smart-turn-v2",]
Qwen25CoderName: TypeAlias = Literal["@cf/qwen/qwen2.5-coder-32b-instruct",]
Qwen3EmbeddingName: TypeAlias = Literal["@cf/qwen/qwen3-embedding-0.6b",]
Qwen38Name: TypeAlias = Literal["@cf/qwen/qwen3.8-27b",]
UformName: TypeAlias = Literal["@cf/unum/uform-gen2-qwen-500m",]
GLM47Name: TypeAlias = Literal["@cf/zai-org/glm-4.7-flash",]
GLM52Name: TypeAlias = Literal["@cf/zai-org/glm-5.2",]
GLM53Name: TypeAlias = Literal[
    "@cf/zai-org/glm-5.3",
    "@cf/zai-org/glm-5.3-flash",
]

# By model: its module, the name of its runner, and whether that takes batches.
RUNNERS = {
    name: runner
    for runner, names in (
        ("indic_translation IndicTranslationRunner", IndicTranslationName),
        ("vllm_completion VllmCompletionRunner batch", VllmCompletionName),
        ("pooled_embeddings PooledEmbeddingsRunner batch", PooledEmbeddingsName),
        ("bge_m3 BgeM3Runner batch", BgeM3Name),
        ("rerank RerankRunner", RerankName),
        ("flux_1 Flux1Runner", Flux1Name),
        ("flux_2 Flux2Runner", Flux2Name),
        ("diffusion DiffusionRunner", DiffusionName),
        ("clef ClefRunner", ClefName),
        ("clef_flash ClefFlashRunner", ClefFlashName),
        ("clef_omni ClefOmniRunner", ClefOmniName),
        ("aura_1 Aura1Runner", Aura1Name),
        ("aura_2_english Aura2EnglishRunner", Aura2EnglishName),
        ("aura_2_spanish Aura2SpanishRunner", Aura2SpanishName),
        ("flux FluxRunner", FluxName),
        ("nova3 Nova3Runner", Nova3Name),
        ("text_generation TextGenerationRunner", TextGenerationName),
        ("deep_seek_v4 DeepSeekV4Runner", DeepSeekV4Name),
        ("deep_seek_v4 QueuedDeepSeekV4Runner batch", QueuedDeepSeekV4Name),
        ("summarization SummarizationRunner", SummarizationName),
        ("object_detection ObjectDetectionRunner", ObjectDetectionName),
        ("text_embeddings TextEmbeddingsRunner", TextEmbeddingsName),
        ("gemma_3 Gemma3Runner", Gemma3Name),
        ("gemma_4 Gemma4Runner batch", Gemma4Name),
        ("text_classification TextClassificationRunner", TextClassificationName),
        ("lucid_origin LucidOriginRunner", LucidOriginName),
        ("phoenix PhoenixRunner", PhoenixName),
        ("llava LlavaRunner", LlavaName),
        ("llama_3_2_vision Llama32VisionRunner", Llama32VisionName),
        ("llama_3_3 Llama33Runner batch", Llama33Name),
        ("llama_4 Llama4Runner batch", Llama4Name),
        ("llama_guard LlamaGuardRunner", LlamaGuardName),
        ("translation TranslationRunner batch", TranslationName),
        ("image_classification ImageClassificationRunner", ImageClassificationName),
        ("guided_text_generation GuidedTextGenerationRunner", GuidedTextGenerationName),
        ("moondream MoondreamRunner", MoondreamName),
        ("kimi_k2_5 KimiK25Runner", KimiK25Name),
        ("kimi_k2_6 KimiK26Runner", KimiK26Name),
        ("kimi_k2_7 KimiK27Runner", KimiK27Name),
        ("text_to_speech TextToSpeechRunner", TextToSpeechName),
        ("nemotron_3 Nemotron3Runner", Nemotron3Name),
        ("nemotron_speech NemotronSpeechRunner", NemotronSpeechName),
        ("gpt_oss GptOssRunner", GptOssName),
        ("gpt_oss QueuedGptOssRunner batch", QueuedGptOssName),
        ("whisper WhisperRunner", WhisperName),
        ("whisper_large_v3_turbo WhisperLargeV3TurboRunner", WhisperLargeV3TurboName),
        ("smart_turn SmartTurnRunner batch", SmartTurnName),
        ("qwen2_5_coder Qwen25CoderRunner", Qwen25CoderName),
        ("qwen3_embedding Qwen3EmbeddingRunner", Qwen3EmbeddingName),
        ("qwen3_8 Qwen38Runner batch", Qwen38Name),
        ("uform UformRunner", UformName),
        ("glm_4_7 GLM47Runner", GLM47Name),
        ("glm_5_2 GLM52Runner", GLM52Name),
        ("glm_5_3 GLM53Runner", GLM53Name),
    )
    for name in get_args(names)
}
# With the date after which they may be gone, where it is known.
DEPRECATED: dict[str, str] = {
    "@cf/defog/sqlcoder-7b-2": "2026-05-30",
    "@cf/facebook/bart-large-cnn": "2026-05-30",
    "@cf/google/gemma-3-12b-it": "2026-05-30",
    "@cf/meta/llama-2-7b-chat-fp16": "2026-05-30",
    "@cf/meta/llama-2-7b-chat-int8": "2026-05-30",
    "@cf/meta/llama-3-8b-instruct": "2026-05-30",
    "@cf/meta/llama-3-8b-instruct-awq": "2026-05-30",
    "@cf/meta/llama-3.1-8b-instruct-awq": "2026-05-30",
    "@cf/microsoft/phi-2": "2026-05-30",
    "@cf/mistral/mistral-7b-instruct-v0.1": "2026-05-30",
    "@cf/moonshotai/kimi-k2.5": "2026-05-30",
    "@cf/unum/uform-gen2-qwen-500m": "2026-05-30",
    "@hf/google/gemma-7b-it": "2026-05-30",
    "@hf/mistral/mistral-7b-instruct-v0.2": "2026-05-30",
    "@hf/nousresearch/hermes-2-pro-mistral-7b": "2026-05-30",
}
