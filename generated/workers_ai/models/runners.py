"""The runners of models, for checkers: at run time, each is made when it is asked for."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final, Unpack, overload

    from .._runtime.batches import BatchHandle
    from .._runtime.binary import BinaryResponse
    from .._runtime.responses import as_async, as_async_raw, as_raw
    from .._runtime.streams import Stream
    from .answers.chat_completion import ChatCompletion
    from .answers.chat_completion_chunk import ChatCompletionChunk
    from .answers.classification import Classification
    from .answers.decisions import Decisions
    from .answers.generated_text import GeneratedText
    from .answers.image import Image
    from .answers.image_to_text import ImageToText
    from .answers.indic_translation import IndicTranslation
    from .answers.llama4 import Llama4
    from .answers.llama_guard import LlamaGuard
    from .answers.m3_context_embeddings import M3ContextEmbeddings
    from .answers.m3_embeddings import M3Embeddings
    from .answers.m3_ranking import M3Ranking
    from .answers.model_response import ModelResponse
    from .answers.moondream import Moondream
    from .answers.moondream_chunk import MoondreamChunk
    from .answers.nova_transcript import NovaTranscript
    from .answers.object_detection import ObjectDetection
    from .answers.plain_transcript import PlainTranscript
    from .answers.pooled_embeddings import PooledEmbeddings
    from .answers.qwen3_embedding import Qwen3Embedding
    from .answers.rerank import Rerank
    from .answers.response_event import ResponseEvent
    from .answers.smart_turn import SmartTurn
    from .answers.summarization import Summarization
    from .answers.text_embeddings import TextEmbeddings
    from .answers.text_generation import TextGeneration
    from .answers.text_generation_chunk import TextGenerationChunk
    from .answers.text_to_speech import TextToSpeech
    from .answers.translation import Translation
    from .answers.uform import Uform
    from .answers.vision_text import VisionText
    from .answers.vllm_chat_completion import VllmChatCompletion
    from .answers.vllm_text_completion import VllmTextCompletion
    from .answers.whisper import Whisper
    from .answers.whisper_large_v3_turbo import WhisperLargeV3Turbo
    from .aura_1 import Aura1Call
    from .aura_2_english import Aura2EnglishCall
    from .aura_2_spanish import Aura2SpanishCall
    from .bge_m3 import (
        BgeM3M3ContextEmbeddingsCall,
        BgeM3M3ContextEmbeddingsQueued,
        BgeM3M3EmbeddingsCall,
        BgeM3M3EmbeddingsQueued,
        BgeM3M3RankingCall,
        BgeM3M3RankingQueued,
    )
    from .clef import ClefCall
    from .clef_flash import ClefFlashCall
    from .clef_omni import ClefOmniCall
    from .deep_seek_v4 import DeepSeekV4Call, DeepSeekV4Queued
    from .diffusion import DiffusionCall
    from .flux_1 import Flux1Call
    from .flux_2 import Flux2Call
    from .gemma_3 import Gemma3Call
    from .gemma_4 import Gemma4Call, Gemma4Queued
    from .glm_4_7 import GLM47Call
    from .glm_5_2 import GLM52Call
    from .glm_5_3 import GLM53Call
    from .gpt_oss import (
        GptOssChatCompletionCall,
        GptOssChatCompletionQueued,
        GptOssModelResponseCall,
        GptOssModelResponseQueued,
    )
    from .guided_text_generation import GuidedTextGenerationCall
    from .image_classification import ImageClassificationCall
    from .indic_translation import IndicTranslationCall
    from .inputs import CallOptions
    from .kimi_k2_5 import KimiK25Call
    from .kimi_k2_6 import KimiK26Call
    from .kimi_k2_7 import KimiK27Call
    from .llama_3_2_vision import Llama32VisionCall
    from .llama_3_3 import Llama33Call, Llama33Queued
    from .llama_4 import Llama4Call, Llama4Queued
    from .llama_guard import LlamaGuardCall
    from .llava import LlavaCall
    from .lucid_origin import LucidOriginCall
    from .moondream import MoondreamCall
    from .nemotron_3 import Nemotron3Call
    from .nemotron_speech import NemotronSpeechCall
    from .nova3 import Nova3Call
    from .object_detection import ObjectDetectionCall
    from .phoenix import PhoenixCall
    from .pooled_embeddings import PooledEmbeddingsCall, PooledEmbeddingsQueued
    from .qwen2_5_coder import Qwen25CoderCall
    from .qwen3_8 import Qwen38Call, Qwen38Queued
    from .qwen3_embedding import Qwen3EmbeddingCall
    from .rerank import RerankCall
    from .smart_turn import SmartTurnCall, SmartTurnQueued
    from .summarization import SummarizationCall
    from .text_classification import TextClassificationCall
    from .text_embeddings import TextEmbeddingsCall
    from .text_generation import TextGenerationCall
    from .text_to_speech import TextToSpeechCall
    from .translation import TranslationCall, TranslationQueued
    from .uform import UformCall
    from .vllm_completion import (
        VllmCompletionVllmChatCompletionCall,
        VllmCompletionVllmChatCompletionQueued,
        VllmCompletionVllmTextCompletionCall,
        VllmCompletionVllmTextCompletionQueued,
    )
    from .whisper import WhisperCall
    from .whisper_large_v3_turbo import WhisperLargeV3TurboCall
    from .runner import ModelRunner, as_async_batch, as_async_raw_stream, as_async_stream

    class IndicTranslationRunner(ModelRunner):
        """Indic Translation."""

        def run(self, **fields: Unpack[IndicTranslationCall]) -> IndicTranslation:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncIndicTranslationRunner(ModelRunner):
        """As `IndicTranslationRunner`, for asyncio and trio."""

        run: Final = as_async(IndicTranslationRunner.run)

    class IndicTranslationRunnerWithRawResponse(ModelRunner):
        """As `IndicTranslationRunner`, giving HTTP responses."""

        run: Final = as_raw(IndicTranslationRunner.run)

    class AsyncIndicTranslationRunnerWithRawResponse(ModelRunner):
        """As `AsyncIndicTranslationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(IndicTranslationRunner.run)

    class VllmCompletionRunner(ModelRunner):
        """VllmCompletion."""

        @overload
        def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> VllmTextCompletion: ...
        @overload
        def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> VllmChatCompletion: ...
        def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> Stream[ChatCompletionChunk]: ...
        @overload
        def stream(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> Stream[ChatCompletionChunk]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, with the answer piece by piece."""
            ...

        def batch(
            self,
            requests: Sequence[VllmCompletionVllmTextCompletionQueued | VllmCompletionVllmChatCompletionQueued],
            **options: Unpack[CallOptions],
        ) -> BatchHandle[VllmTextCompletion | VllmChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncVllmCompletionRunner(ModelRunner):
        """As `VllmCompletionRunner`, for asyncio and trio."""

        run: Final = as_async(VllmCompletionRunner.run)
        stream: Final = as_async_stream(VllmCompletionRunner.stream)
        batch: Final = as_async_batch(VllmCompletionRunner.batch)

    class VllmCompletionRunnerWithRawResponse(ModelRunner):
        """As `VllmCompletionRunner`, giving HTTP responses."""

        run: Final = as_raw(VllmCompletionRunner.run)
        stream: Final = as_raw(VllmCompletionRunner.stream)

    class AsyncVllmCompletionRunnerWithRawResponse(ModelRunner):
        """As `AsyncVllmCompletionRunner`, giving HTTP responses."""

        run: Final = as_async_raw(VllmCompletionRunner.run)
        stream: Final = as_async_raw_stream(VllmCompletionRunner.stream)

    class PooledEmbeddingsRunner(ModelRunner):
        """Pooled Embeddings."""

        def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> PooledEmbeddings:
            """The answer to a request, whose members are keywords."""
            ...

        def batch(
            self, requests: Sequence[PooledEmbeddingsQueued], **options: Unpack[CallOptions]
        ) -> BatchHandle[PooledEmbeddings]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncPooledEmbeddingsRunner(ModelRunner):
        """As `PooledEmbeddingsRunner`, for asyncio and trio."""

        run: Final = as_async(PooledEmbeddingsRunner.run)
        batch: Final = as_async_batch(PooledEmbeddingsRunner.batch)

    class PooledEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `PooledEmbeddingsRunner`, giving HTTP responses."""

        run: Final = as_raw(PooledEmbeddingsRunner.run)

    class AsyncPooledEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `AsyncPooledEmbeddingsRunner`, giving HTTP responses."""

        run: Final = as_async_raw(PooledEmbeddingsRunner.run)

    class BgeM3Runner(ModelRunner):
        """BgeM3."""

        @overload
        def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> M3Embeddings: ...
        @overload
        def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> M3Ranking: ...
        @overload
        def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> M3ContextEmbeddings: ...
        def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        def batch(
            self,
            requests: Sequence[BgeM3M3EmbeddingsQueued | BgeM3M3RankingQueued | BgeM3M3ContextEmbeddingsQueued],
            **options: Unpack[CallOptions],
        ) -> BatchHandle[M3Embeddings | M3Ranking | M3ContextEmbeddings]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncBgeM3Runner(ModelRunner):
        """As `BgeM3Runner`, for asyncio and trio."""

        run: Final = as_async(BgeM3Runner.run)
        batch: Final = as_async_batch(BgeM3Runner.batch)

    class BgeM3RunnerWithRawResponse(ModelRunner):
        """As `BgeM3Runner`, giving HTTP responses."""

        run: Final = as_raw(BgeM3Runner.run)

    class AsyncBgeM3RunnerWithRawResponse(ModelRunner):
        """As `AsyncBgeM3Runner`, giving HTTP responses."""

        run: Final = as_async_raw(BgeM3Runner.run)

    class RerankRunner(ModelRunner):
        """Rerank."""

        def run(self, **fields: Unpack[RerankCall]) -> Rerank:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncRerankRunner(ModelRunner):
        """As `RerankRunner`, for asyncio and trio."""

        run: Final = as_async(RerankRunner.run)

    class RerankRunnerWithRawResponse(ModelRunner):
        """As `RerankRunner`, giving HTTP responses."""

        run: Final = as_raw(RerankRunner.run)

    class AsyncRerankRunnerWithRawResponse(ModelRunner):
        """As `AsyncRerankRunner`, giving HTTP responses."""

        run: Final = as_async_raw(RerankRunner.run)

    class Flux1Runner(ModelRunner):
        """Flux 1."""

        def run(self, **fields: Unpack[Flux1Call]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncFlux1Runner(ModelRunner):
        """As `Flux1Runner`, for asyncio and trio."""

        run: Final = as_async(Flux1Runner.run)

    class Flux1RunnerWithRawResponse(ModelRunner):
        """As `Flux1Runner`, giving HTTP responses."""

        run: Final = as_raw(Flux1Runner.run)

    class AsyncFlux1RunnerWithRawResponse(ModelRunner):
        """As `AsyncFlux1Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Flux1Runner.run)

    class Flux2Runner(ModelRunner):
        """Flux 2."""

        def run(self, **fields: Unpack[Flux2Call]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncFlux2Runner(ModelRunner):
        """As `Flux2Runner`, for asyncio and trio."""

        run: Final = as_async(Flux2Runner.run)

    class Flux2RunnerWithRawResponse(ModelRunner):
        """As `Flux2Runner`, giving HTTP responses."""

        run: Final = as_raw(Flux2Runner.run)

    class AsyncFlux2RunnerWithRawResponse(ModelRunner):
        """As `AsyncFlux2Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Flux2Runner.run)

    class DiffusionRunner(ModelRunner):
        """Diffusion."""

        def run(self, **fields: Unpack[DiffusionCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncDiffusionRunner(ModelRunner):
        """As `DiffusionRunner`, for asyncio and trio."""

        run: Final = as_async(DiffusionRunner.run)

    class DiffusionRunnerWithRawResponse(ModelRunner):
        """As `DiffusionRunner`, giving HTTP responses."""

        run: Final = as_raw(DiffusionRunner.run)

    class AsyncDiffusionRunnerWithRawResponse(ModelRunner):
        """As `AsyncDiffusionRunner`, giving HTTP responses."""

        run: Final = as_async_raw(DiffusionRunner.run)

    class ClefRunner(ModelRunner):
        """Clef."""

        def run(self, **fields: Unpack[ClefCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncClefRunner(ModelRunner):
        """As `ClefRunner`, for asyncio and trio."""

        run: Final = as_async(ClefRunner.run)

    class ClefRunnerWithRawResponse(ModelRunner):
        """As `ClefRunner`, giving HTTP responses."""

        run: Final = as_raw(ClefRunner.run)

    class AsyncClefRunnerWithRawResponse(ModelRunner):
        """As `AsyncClefRunner`, giving HTTP responses."""

        run: Final = as_async_raw(ClefRunner.run)

    class ClefFlashRunner(ModelRunner):
        """Clef Flash."""

        def run(self, **fields: Unpack[ClefFlashCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncClefFlashRunner(ModelRunner):
        """As `ClefFlashRunner`, for asyncio and trio."""

        run: Final = as_async(ClefFlashRunner.run)

    class ClefFlashRunnerWithRawResponse(ModelRunner):
        """As `ClefFlashRunner`, giving HTTP responses."""

        run: Final = as_raw(ClefFlashRunner.run)

    class AsyncClefFlashRunnerWithRawResponse(ModelRunner):
        """As `AsyncClefFlashRunner`, giving HTTP responses."""

        run: Final = as_async_raw(ClefFlashRunner.run)

    class ClefOmniRunner(ModelRunner):
        """Clef Omni."""

        def run(self, **fields: Unpack[ClefOmniCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncClefOmniRunner(ModelRunner):
        """As `ClefOmniRunner`, for asyncio and trio."""

        run: Final = as_async(ClefOmniRunner.run)

    class ClefOmniRunnerWithRawResponse(ModelRunner):
        """As `ClefOmniRunner`, giving HTTP responses."""

        run: Final = as_raw(ClefOmniRunner.run)

    class AsyncClefOmniRunnerWithRawResponse(ModelRunner):
        """As `AsyncClefOmniRunner`, giving HTTP responses."""

        run: Final = as_async_raw(ClefOmniRunner.run)

    class Aura1Runner(ModelRunner):
        """Aura 1."""

        def run(self, **fields: Unpack[Aura1Call]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncAura1Runner(ModelRunner):
        """As `Aura1Runner`, for asyncio and trio."""

        run: Final = as_async(Aura1Runner.run)

    class Aura1RunnerWithRawResponse(ModelRunner):
        """As `Aura1Runner`, giving HTTP responses."""

        run: Final = as_raw(Aura1Runner.run)

    class AsyncAura1RunnerWithRawResponse(ModelRunner):
        """As `AsyncAura1Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Aura1Runner.run)

    class Aura2EnglishRunner(ModelRunner):
        """Aura 2 English."""

        def run(self, **fields: Unpack[Aura2EnglishCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncAura2EnglishRunner(ModelRunner):
        """As `Aura2EnglishRunner`, for asyncio and trio."""

        run: Final = as_async(Aura2EnglishRunner.run)

    class Aura2EnglishRunnerWithRawResponse(ModelRunner):
        """As `Aura2EnglishRunner`, giving HTTP responses."""

        run: Final = as_raw(Aura2EnglishRunner.run)

    class AsyncAura2EnglishRunnerWithRawResponse(ModelRunner):
        """As `AsyncAura2EnglishRunner`, giving HTTP responses."""

        run: Final = as_async_raw(Aura2EnglishRunner.run)

    class Aura2SpanishRunner(ModelRunner):
        """Aura 2 Spanish."""

        def run(self, **fields: Unpack[Aura2SpanishCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncAura2SpanishRunner(ModelRunner):
        """As `Aura2SpanishRunner`, for asyncio and trio."""

        run: Final = as_async(Aura2SpanishRunner.run)

    class Aura2SpanishRunnerWithRawResponse(ModelRunner):
        """As `Aura2SpanishRunner`, giving HTTP responses."""

        run: Final = as_raw(Aura2SpanishRunner.run)

    class AsyncAura2SpanishRunnerWithRawResponse(ModelRunner):
        """As `AsyncAura2SpanishRunner`, giving HTTP responses."""

        run: Final = as_async_raw(Aura2SpanishRunner.run)

    class FluxRunner(ModelRunner):
        """Flux."""

    class AsyncFluxRunner(ModelRunner):
        """As `FluxRunner`, for asyncio and trio."""

    class FluxRunnerWithRawResponse(ModelRunner):
        """As `FluxRunner`, giving HTTP responses."""

    class AsyncFluxRunnerWithRawResponse(ModelRunner):
        """As `AsyncFluxRunner`, giving HTTP responses."""

    class Nova3Runner(ModelRunner):
        """Nova3."""

        def run(self, **fields: Unpack[Nova3Call]) -> NovaTranscript:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncNova3Runner(ModelRunner):
        """As `Nova3Runner`, for asyncio and trio."""

        run: Final = as_async(Nova3Runner.run)

    class Nova3RunnerWithRawResponse(ModelRunner):
        """As `Nova3Runner`, giving HTTP responses."""

        run: Final = as_raw(Nova3Runner.run)

    class AsyncNova3RunnerWithRawResponse(ModelRunner):
        """As `AsyncNova3Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Nova3Runner.run)

    class TextGenerationRunner(ModelRunner):
        """Text Generation."""

        def run(self, **fields: Unpack[TextGenerationCall]) -> TextGeneration:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[TextGenerationCall]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncTextGenerationRunner(ModelRunner):
        """As `TextGenerationRunner`, for asyncio and trio."""

        run: Final = as_async(TextGenerationRunner.run)
        stream: Final = as_async_stream(TextGenerationRunner.stream)

    class TextGenerationRunnerWithRawResponse(ModelRunner):
        """As `TextGenerationRunner`, giving HTTP responses."""

        run: Final = as_raw(TextGenerationRunner.run)
        stream: Final = as_raw(TextGenerationRunner.stream)

    class AsyncTextGenerationRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextGenerationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(TextGenerationRunner.run)
        stream: Final = as_async_raw_stream(TextGenerationRunner.stream)

    class DeepSeekV4Runner(ModelRunner):
        """DeepSeek V4."""

        def run(self, **fields: Unpack[DeepSeekV4Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncDeepSeekV4Runner(ModelRunner):
        """As `DeepSeekV4Runner`, for asyncio and trio."""

        run: Final = as_async(DeepSeekV4Runner.run)
        stream: Final = as_async_stream(DeepSeekV4Runner.stream)

    class DeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `DeepSeekV4Runner`, giving HTTP responses."""

        run: Final = as_raw(DeepSeekV4Runner.run)
        stream: Final = as_raw(DeepSeekV4Runner.stream)

    class AsyncDeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `AsyncDeepSeekV4Runner`, giving HTTP responses."""

        run: Final = as_async_raw(DeepSeekV4Runner.run)
        stream: Final = as_async_raw_stream(DeepSeekV4Runner.stream)

    class QueuedDeepSeekV4Runner(ModelRunner):
        """DeepSeek V4."""

        def run(self, **fields: Unpack[DeepSeekV4Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

        def batch(
            self, requests: Sequence[DeepSeekV4Queued], **options: Unpack[CallOptions]
        ) -> BatchHandle[ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncQueuedDeepSeekV4Runner(ModelRunner):
        """As `QueuedDeepSeekV4Runner`, for asyncio and trio."""

        run: Final = as_async(QueuedDeepSeekV4Runner.run)
        stream: Final = as_async_stream(QueuedDeepSeekV4Runner.stream)
        batch: Final = as_async_batch(QueuedDeepSeekV4Runner.batch)

    class QueuedDeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `QueuedDeepSeekV4Runner`, giving HTTP responses."""

        run: Final = as_raw(QueuedDeepSeekV4Runner.run)
        stream: Final = as_raw(QueuedDeepSeekV4Runner.stream)

    class AsyncQueuedDeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `AsyncQueuedDeepSeekV4Runner`, giving HTTP responses."""

        run: Final = as_async_raw(QueuedDeepSeekV4Runner.run)
        stream: Final = as_async_raw_stream(QueuedDeepSeekV4Runner.stream)

    class SummarizationRunner(ModelRunner):
        """Summarization."""

        def run(self, **fields: Unpack[SummarizationCall]) -> Summarization:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncSummarizationRunner(ModelRunner):
        """As `SummarizationRunner`, for asyncio and trio."""

        run: Final = as_async(SummarizationRunner.run)

    class SummarizationRunnerWithRawResponse(ModelRunner):
        """As `SummarizationRunner`, giving HTTP responses."""

        run: Final = as_raw(SummarizationRunner.run)

    class AsyncSummarizationRunnerWithRawResponse(ModelRunner):
        """As `AsyncSummarizationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(SummarizationRunner.run)

    class ObjectDetectionRunner(ModelRunner):
        """Object Detection."""

        def run(self, **fields: Unpack[ObjectDetectionCall]) -> ObjectDetection:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncObjectDetectionRunner(ModelRunner):
        """As `ObjectDetectionRunner`, for asyncio and trio."""

        run: Final = as_async(ObjectDetectionRunner.run)

    class ObjectDetectionRunnerWithRawResponse(ModelRunner):
        """As `ObjectDetectionRunner`, giving HTTP responses."""

        run: Final = as_raw(ObjectDetectionRunner.run)

    class AsyncObjectDetectionRunnerWithRawResponse(ModelRunner):
        """As `AsyncObjectDetectionRunner`, giving HTTP responses."""

        run: Final = as_async_raw(ObjectDetectionRunner.run)

    class TextEmbeddingsRunner(ModelRunner):
        """Text Embeddings."""

        def run(self, **fields: Unpack[TextEmbeddingsCall]) -> TextEmbeddings:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncTextEmbeddingsRunner(ModelRunner):
        """As `TextEmbeddingsRunner`, for asyncio and trio."""

        run: Final = as_async(TextEmbeddingsRunner.run)

    class TextEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `TextEmbeddingsRunner`, giving HTTP responses."""

        run: Final = as_raw(TextEmbeddingsRunner.run)

    class AsyncTextEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextEmbeddingsRunner`, giving HTTP responses."""

        run: Final = as_async_raw(TextEmbeddingsRunner.run)

    class Gemma3Runner(ModelRunner):
        """Gemma 3."""

        def run(self, **fields: Unpack[Gemma3Call]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma3Call]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncGemma3Runner(ModelRunner):
        """As `Gemma3Runner`, for asyncio and trio."""

        run: Final = as_async(Gemma3Runner.run)
        stream: Final = as_async_stream(Gemma3Runner.stream)

    class Gemma3RunnerWithRawResponse(ModelRunner):
        """As `Gemma3Runner`, giving HTTP responses."""

        run: Final = as_raw(Gemma3Runner.run)
        stream: Final = as_raw(Gemma3Runner.stream)

    class AsyncGemma3RunnerWithRawResponse(ModelRunner):
        """As `AsyncGemma3Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Gemma3Runner.run)
        stream: Final = as_async_raw_stream(Gemma3Runner.stream)

    class Gemma4Runner(ModelRunner):
        """Gemma 4."""

        def run(self, **fields: Unpack[Gemma4Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma4Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

        def batch(
            self, requests: Sequence[Gemma4Queued], **options: Unpack[CallOptions]
        ) -> BatchHandle[ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncGemma4Runner(ModelRunner):
        """As `Gemma4Runner`, for asyncio and trio."""

        run: Final = as_async(Gemma4Runner.run)
        stream: Final = as_async_stream(Gemma4Runner.stream)
        batch: Final = as_async_batch(Gemma4Runner.batch)

    class Gemma4RunnerWithRawResponse(ModelRunner):
        """As `Gemma4Runner`, giving HTTP responses."""

        run: Final = as_raw(Gemma4Runner.run)
        stream: Final = as_raw(Gemma4Runner.stream)

    class AsyncGemma4RunnerWithRawResponse(ModelRunner):
        """As `AsyncGemma4Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Gemma4Runner.run)
        stream: Final = as_async_raw_stream(Gemma4Runner.stream)

    class TextClassificationRunner(ModelRunner):
        """Text Classification."""

        def run(self, **fields: Unpack[TextClassificationCall]) -> Classification:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncTextClassificationRunner(ModelRunner):
        """As `TextClassificationRunner`, for asyncio and trio."""

        run: Final = as_async(TextClassificationRunner.run)

    class TextClassificationRunnerWithRawResponse(ModelRunner):
        """As `TextClassificationRunner`, giving HTTP responses."""

        run: Final = as_raw(TextClassificationRunner.run)

    class AsyncTextClassificationRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextClassificationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(TextClassificationRunner.run)

    class LucidOriginRunner(ModelRunner):
        """Lucid Origin."""

        def run(self, **fields: Unpack[LucidOriginCall]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncLucidOriginRunner(ModelRunner):
        """As `LucidOriginRunner`, for asyncio and trio."""

        run: Final = as_async(LucidOriginRunner.run)

    class LucidOriginRunnerWithRawResponse(ModelRunner):
        """As `LucidOriginRunner`, giving HTTP responses."""

        run: Final = as_raw(LucidOriginRunner.run)

    class AsyncLucidOriginRunnerWithRawResponse(ModelRunner):
        """As `AsyncLucidOriginRunner`, giving HTTP responses."""

        run: Final = as_async_raw(LucidOriginRunner.run)

    class PhoenixRunner(ModelRunner):
        """Phoenix."""

        def run(self, **fields: Unpack[PhoenixCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncPhoenixRunner(ModelRunner):
        """As `PhoenixRunner`, for asyncio and trio."""

        run: Final = as_async(PhoenixRunner.run)

    class PhoenixRunnerWithRawResponse(ModelRunner):
        """As `PhoenixRunner`, giving HTTP responses."""

        run: Final = as_raw(PhoenixRunner.run)

    class AsyncPhoenixRunnerWithRawResponse(ModelRunner):
        """As `AsyncPhoenixRunner`, giving HTTP responses."""

        run: Final = as_async_raw(PhoenixRunner.run)

    class LlavaRunner(ModelRunner):
        """Llava."""

        def run(self, **fields: Unpack[LlavaCall]) -> ImageToText:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncLlavaRunner(ModelRunner):
        """As `LlavaRunner`, for asyncio and trio."""

        run: Final = as_async(LlavaRunner.run)

    class LlavaRunnerWithRawResponse(ModelRunner):
        """As `LlavaRunner`, giving HTTP responses."""

        run: Final = as_raw(LlavaRunner.run)

    class AsyncLlavaRunnerWithRawResponse(ModelRunner):
        """As `AsyncLlavaRunner`, giving HTTP responses."""

        run: Final = as_async_raw(LlavaRunner.run)

    class Llama32VisionRunner(ModelRunner):
        """Llama 3 2 Vision."""

        def run(self, **fields: Unpack[Llama32VisionCall]) -> VisionText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama32VisionCall]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncLlama32VisionRunner(ModelRunner):
        """As `Llama32VisionRunner`, for asyncio and trio."""

        run: Final = as_async(Llama32VisionRunner.run)
        stream: Final = as_async_stream(Llama32VisionRunner.stream)

    class Llama32VisionRunnerWithRawResponse(ModelRunner):
        """As `Llama32VisionRunner`, giving HTTP responses."""

        run: Final = as_raw(Llama32VisionRunner.run)
        stream: Final = as_raw(Llama32VisionRunner.stream)

    class AsyncLlama32VisionRunnerWithRawResponse(ModelRunner):
        """As `AsyncLlama32VisionRunner`, giving HTTP responses."""

        run: Final = as_async_raw(Llama32VisionRunner.run)
        stream: Final = as_async_raw_stream(Llama32VisionRunner.stream)

    class Llama33Runner(ModelRunner):
        """Llama 3 3."""

        def run(self, **fields: Unpack[Llama33Call]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama33Call]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

        def batch(
            self, requests: Sequence[Llama33Queued], **options: Unpack[CallOptions]
        ) -> BatchHandle[GeneratedText]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncLlama33Runner(ModelRunner):
        """As `Llama33Runner`, for asyncio and trio."""

        run: Final = as_async(Llama33Runner.run)
        stream: Final = as_async_stream(Llama33Runner.stream)
        batch: Final = as_async_batch(Llama33Runner.batch)

    class Llama33RunnerWithRawResponse(ModelRunner):
        """As `Llama33Runner`, giving HTTP responses."""

        run: Final = as_raw(Llama33Runner.run)
        stream: Final = as_raw(Llama33Runner.stream)

    class AsyncLlama33RunnerWithRawResponse(ModelRunner):
        """As `AsyncLlama33Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Llama33Runner.run)
        stream: Final = as_async_raw_stream(Llama33Runner.stream)

    class Llama4Runner(ModelRunner):
        """Llama 4."""

        def run(self, **fields: Unpack[Llama4Call]) -> Llama4:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama4Call]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

        def batch(self, requests: Sequence[Llama4Queued], **options: Unpack[CallOptions]) -> BatchHandle[Llama4]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncLlama4Runner(ModelRunner):
        """As `Llama4Runner`, for asyncio and trio."""

        run: Final = as_async(Llama4Runner.run)
        stream: Final = as_async_stream(Llama4Runner.stream)
        batch: Final = as_async_batch(Llama4Runner.batch)

    class Llama4RunnerWithRawResponse(ModelRunner):
        """As `Llama4Runner`, giving HTTP responses."""

        run: Final = as_raw(Llama4Runner.run)
        stream: Final = as_raw(Llama4Runner.stream)

    class AsyncLlama4RunnerWithRawResponse(ModelRunner):
        """As `AsyncLlama4Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Llama4Runner.run)
        stream: Final = as_async_raw_stream(Llama4Runner.stream)

    class LlamaGuardRunner(ModelRunner):
        """Llama Guard."""

        def run(self, **fields: Unpack[LlamaGuardCall]) -> LlamaGuard:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncLlamaGuardRunner(ModelRunner):
        """As `LlamaGuardRunner`, for asyncio and trio."""

        run: Final = as_async(LlamaGuardRunner.run)

    class LlamaGuardRunnerWithRawResponse(ModelRunner):
        """As `LlamaGuardRunner`, giving HTTP responses."""

        run: Final = as_raw(LlamaGuardRunner.run)

    class AsyncLlamaGuardRunnerWithRawResponse(ModelRunner):
        """As `AsyncLlamaGuardRunner`, giving HTTP responses."""

        run: Final = as_async_raw(LlamaGuardRunner.run)

    class TranslationRunner(ModelRunner):
        """Translation."""

        def run(self, **fields: Unpack[TranslationCall]) -> Translation:
            """The answer to a request, whose members are keywords."""
            ...

        def batch(
            self, requests: Sequence[TranslationQueued], **options: Unpack[CallOptions]
        ) -> BatchHandle[Translation]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncTranslationRunner(ModelRunner):
        """As `TranslationRunner`, for asyncio and trio."""

        run: Final = as_async(TranslationRunner.run)
        batch: Final = as_async_batch(TranslationRunner.batch)

    class TranslationRunnerWithRawResponse(ModelRunner):
        """As `TranslationRunner`, giving HTTP responses."""

        run: Final = as_raw(TranslationRunner.run)

    class AsyncTranslationRunnerWithRawResponse(ModelRunner):
        """As `AsyncTranslationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(TranslationRunner.run)

    class ImageClassificationRunner(ModelRunner):
        """Image Classification."""

        def run(self, **fields: Unpack[ImageClassificationCall]) -> Classification:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncImageClassificationRunner(ModelRunner):
        """As `ImageClassificationRunner`, for asyncio and trio."""

        run: Final = as_async(ImageClassificationRunner.run)

    class ImageClassificationRunnerWithRawResponse(ModelRunner):
        """As `ImageClassificationRunner`, giving HTTP responses."""

        run: Final = as_raw(ImageClassificationRunner.run)

    class AsyncImageClassificationRunnerWithRawResponse(ModelRunner):
        """As `AsyncImageClassificationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(ImageClassificationRunner.run)

    class GuidedTextGenerationRunner(ModelRunner):
        """Guided Text Generation."""

        def run(self, **fields: Unpack[GuidedTextGenerationCall]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GuidedTextGenerationCall]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncGuidedTextGenerationRunner(ModelRunner):
        """As `GuidedTextGenerationRunner`, for asyncio and trio."""

        run: Final = as_async(GuidedTextGenerationRunner.run)
        stream: Final = as_async_stream(GuidedTextGenerationRunner.stream)

    class GuidedTextGenerationRunnerWithRawResponse(ModelRunner):
        """As `GuidedTextGenerationRunner`, giving HTTP responses."""

        run: Final = as_raw(GuidedTextGenerationRunner.run)
        stream: Final = as_raw(GuidedTextGenerationRunner.stream)

    class AsyncGuidedTextGenerationRunnerWithRawResponse(ModelRunner):
        """As `AsyncGuidedTextGenerationRunner`, giving HTTP responses."""

        run: Final = as_async_raw(GuidedTextGenerationRunner.run)
        stream: Final = as_async_raw_stream(GuidedTextGenerationRunner.stream)

    class MoondreamRunner(ModelRunner):
        """Moondream."""

        def run(self, **fields: Unpack[MoondreamCall]) -> Moondream:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[MoondreamCall]) -> Stream[MoondreamChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncMoondreamRunner(ModelRunner):
        """As `MoondreamRunner`, for asyncio and trio."""

        run: Final = as_async(MoondreamRunner.run)
        stream: Final = as_async_stream(MoondreamRunner.stream)

    class MoondreamRunnerWithRawResponse(ModelRunner):
        """As `MoondreamRunner`, giving HTTP responses."""

        run: Final = as_raw(MoondreamRunner.run)
        stream: Final = as_raw(MoondreamRunner.stream)

    class AsyncMoondreamRunnerWithRawResponse(ModelRunner):
        """As `AsyncMoondreamRunner`, giving HTTP responses."""

        run: Final = as_async_raw(MoondreamRunner.run)
        stream: Final = as_async_raw_stream(MoondreamRunner.stream)

    class KimiK25Runner(ModelRunner):
        """Kimi K2 5."""

        def run(self, **fields: Unpack[KimiK25Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK25Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncKimiK25Runner(ModelRunner):
        """As `KimiK25Runner`, for asyncio and trio."""

        run: Final = as_async(KimiK25Runner.run)
        stream: Final = as_async_stream(KimiK25Runner.stream)

    class KimiK25RunnerWithRawResponse(ModelRunner):
        """As `KimiK25Runner`, giving HTTP responses."""

        run: Final = as_raw(KimiK25Runner.run)
        stream: Final = as_raw(KimiK25Runner.stream)

    class AsyncKimiK25RunnerWithRawResponse(ModelRunner):
        """As `AsyncKimiK25Runner`, giving HTTP responses."""

        run: Final = as_async_raw(KimiK25Runner.run)
        stream: Final = as_async_raw_stream(KimiK25Runner.stream)

    class KimiK26Runner(ModelRunner):
        """Kimi K2 6."""

        def run(self, **fields: Unpack[KimiK26Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK26Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncKimiK26Runner(ModelRunner):
        """As `KimiK26Runner`, for asyncio and trio."""

        run: Final = as_async(KimiK26Runner.run)
        stream: Final = as_async_stream(KimiK26Runner.stream)

    class KimiK26RunnerWithRawResponse(ModelRunner):
        """As `KimiK26Runner`, giving HTTP responses."""

        run: Final = as_raw(KimiK26Runner.run)
        stream: Final = as_raw(KimiK26Runner.stream)

    class AsyncKimiK26RunnerWithRawResponse(ModelRunner):
        """As `AsyncKimiK26Runner`, giving HTTP responses."""

        run: Final = as_async_raw(KimiK26Runner.run)
        stream: Final = as_async_raw_stream(KimiK26Runner.stream)

    class KimiK27Runner(ModelRunner):
        """Kimi K2 7."""

        def run(self, **fields: Unpack[KimiK27Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK27Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncKimiK27Runner(ModelRunner):
        """As `KimiK27Runner`, for asyncio and trio."""

        run: Final = as_async(KimiK27Runner.run)
        stream: Final = as_async_stream(KimiK27Runner.stream)

    class KimiK27RunnerWithRawResponse(ModelRunner):
        """As `KimiK27Runner`, giving HTTP responses."""

        run: Final = as_raw(KimiK27Runner.run)
        stream: Final = as_raw(KimiK27Runner.stream)

    class AsyncKimiK27RunnerWithRawResponse(ModelRunner):
        """As `AsyncKimiK27Runner`, giving HTTP responses."""

        run: Final = as_async_raw(KimiK27Runner.run)
        stream: Final = as_async_raw_stream(KimiK27Runner.stream)

    class TextToSpeechRunner(ModelRunner):
        """Text To Speech."""

        def run(self, **fields: Unpack[TextToSpeechCall]) -> TextToSpeech:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncTextToSpeechRunner(ModelRunner):
        """As `TextToSpeechRunner`, for asyncio and trio."""

        run: Final = as_async(TextToSpeechRunner.run)

    class TextToSpeechRunnerWithRawResponse(ModelRunner):
        """As `TextToSpeechRunner`, giving HTTP responses."""

        run: Final = as_raw(TextToSpeechRunner.run)

    class AsyncTextToSpeechRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextToSpeechRunner`, giving HTTP responses."""

        run: Final = as_async_raw(TextToSpeechRunner.run)

    class Nemotron3Runner(ModelRunner):
        """Nemotron 3."""

        def run(self, **fields: Unpack[Nemotron3Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Nemotron3Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncNemotron3Runner(ModelRunner):
        """As `Nemotron3Runner`, for asyncio and trio."""

        run: Final = as_async(Nemotron3Runner.run)
        stream: Final = as_async_stream(Nemotron3Runner.stream)

    class Nemotron3RunnerWithRawResponse(ModelRunner):
        """As `Nemotron3Runner`, giving HTTP responses."""

        run: Final = as_raw(Nemotron3Runner.run)
        stream: Final = as_raw(Nemotron3Runner.stream)

    class AsyncNemotron3RunnerWithRawResponse(ModelRunner):
        """As `AsyncNemotron3Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Nemotron3Runner.run)
        stream: Final = as_async_raw_stream(Nemotron3Runner.stream)

    class NemotronSpeechRunner(ModelRunner):
        """Nemotron Speech."""

        def run(self, **fields: Unpack[NemotronSpeechCall]) -> PlainTranscript:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncNemotronSpeechRunner(ModelRunner):
        """As `NemotronSpeechRunner`, for asyncio and trio."""

        run: Final = as_async(NemotronSpeechRunner.run)

    class NemotronSpeechRunnerWithRawResponse(ModelRunner):
        """As `NemotronSpeechRunner`, giving HTTP responses."""

        run: Final = as_raw(NemotronSpeechRunner.run)

    class AsyncNemotronSpeechRunnerWithRawResponse(ModelRunner):
        """As `AsyncNemotronSpeechRunner`, giving HTTP responses."""

        run: Final = as_async_raw(NemotronSpeechRunner.run)

    class GptOssRunner(ModelRunner):
        """GptOss."""

        @overload
        def run(self, **fields: Unpack[GptOssModelResponseCall]) -> ModelResponse: ...
        @overload
        def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> ChatCompletion: ...
        def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> Stream[ResponseEvent]: ...
        @overload
        def stream(self, **fields: Unpack[GptOssChatCompletionCall]) -> Stream[ChatCompletionChunk]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, with the answer piece by piece."""
            ...

    class AsyncGptOssRunner(ModelRunner):
        """As `GptOssRunner`, for asyncio and trio."""

        run: Final = as_async(GptOssRunner.run)
        stream: Final = as_async_stream(GptOssRunner.stream)

    class GptOssRunnerWithRawResponse(ModelRunner):
        """As `GptOssRunner`, giving HTTP responses."""

        run: Final = as_raw(GptOssRunner.run)
        stream: Final = as_raw(GptOssRunner.stream)

    class AsyncGptOssRunnerWithRawResponse(ModelRunner):
        """As `AsyncGptOssRunner`, giving HTTP responses."""

        run: Final = as_async_raw(GptOssRunner.run)
        stream: Final = as_async_raw_stream(GptOssRunner.stream)

    class QueuedGptOssRunner(ModelRunner):
        """GptOss."""

        @overload
        def run(self, **fields: Unpack[GptOssModelResponseCall]) -> ModelResponse: ...
        @overload
        def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> ChatCompletion: ...
        def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> Stream[ResponseEvent]: ...
        @overload
        def stream(self, **fields: Unpack[GptOssChatCompletionCall]) -> Stream[ChatCompletionChunk]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, with the answer piece by piece."""
            ...

        def batch(
            self,
            requests: Sequence[GptOssModelResponseQueued | GptOssChatCompletionQueued],
            **options: Unpack[CallOptions],
        ) -> BatchHandle[ModelResponse | ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncQueuedGptOssRunner(ModelRunner):
        """As `QueuedGptOssRunner`, for asyncio and trio."""

        run: Final = as_async(QueuedGptOssRunner.run)
        stream: Final = as_async_stream(QueuedGptOssRunner.stream)
        batch: Final = as_async_batch(QueuedGptOssRunner.batch)

    class QueuedGptOssRunnerWithRawResponse(ModelRunner):
        """As `QueuedGptOssRunner`, giving HTTP responses."""

        run: Final = as_raw(QueuedGptOssRunner.run)
        stream: Final = as_raw(QueuedGptOssRunner.stream)

    class AsyncQueuedGptOssRunnerWithRawResponse(ModelRunner):
        """As `AsyncQueuedGptOssRunner`, giving HTTP responses."""

        run: Final = as_async_raw(QueuedGptOssRunner.run)
        stream: Final = as_async_raw_stream(QueuedGptOssRunner.stream)

    class WhisperRunner(ModelRunner):
        """Whisper."""

        def run(self, **fields: Unpack[WhisperCall]) -> Whisper:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncWhisperRunner(ModelRunner):
        """As `WhisperRunner`, for asyncio and trio."""

        run: Final = as_async(WhisperRunner.run)

    class WhisperRunnerWithRawResponse(ModelRunner):
        """As `WhisperRunner`, giving HTTP responses."""

        run: Final = as_raw(WhisperRunner.run)

    class AsyncWhisperRunnerWithRawResponse(ModelRunner):
        """As `AsyncWhisperRunner`, giving HTTP responses."""

        run: Final = as_async_raw(WhisperRunner.run)

    class WhisperLargeV3TurboRunner(ModelRunner):
        """Whisper Large V3 Turbo."""

        def run(self, **fields: Unpack[WhisperLargeV3TurboCall]) -> WhisperLargeV3Turbo:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncWhisperLargeV3TurboRunner(ModelRunner):
        """As `WhisperLargeV3TurboRunner`, for asyncio and trio."""

        run: Final = as_async(WhisperLargeV3TurboRunner.run)

    class WhisperLargeV3TurboRunnerWithRawResponse(ModelRunner):
        """As `WhisperLargeV3TurboRunner`, giving HTTP responses."""

        run: Final = as_raw(WhisperLargeV3TurboRunner.run)

    class AsyncWhisperLargeV3TurboRunnerWithRawResponse(ModelRunner):
        """As `AsyncWhisperLargeV3TurboRunner`, giving HTTP responses."""

        run: Final = as_async_raw(WhisperLargeV3TurboRunner.run)

    class SmartTurnRunner(ModelRunner):
        """Smart Turn."""

        def run(self, **fields: Unpack[SmartTurnCall]) -> SmartTurn:
            """The answer to a request, whose members are keywords."""
            ...

        def batch(self, requests: Sequence[SmartTurnQueued], **options: Unpack[CallOptions]) -> BatchHandle[SmartTurn]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncSmartTurnRunner(ModelRunner):
        """As `SmartTurnRunner`, for asyncio and trio."""

        run: Final = as_async(SmartTurnRunner.run)
        batch: Final = as_async_batch(SmartTurnRunner.batch)

    class SmartTurnRunnerWithRawResponse(ModelRunner):
        """As `SmartTurnRunner`, giving HTTP responses."""

        run: Final = as_raw(SmartTurnRunner.run)

    class AsyncSmartTurnRunnerWithRawResponse(ModelRunner):
        """As `AsyncSmartTurnRunner`, giving HTTP responses."""

        run: Final = as_async_raw(SmartTurnRunner.run)

    class Qwen25CoderRunner(ModelRunner):
        """Qwen2 5 Coder."""

        def run(self, **fields: Unpack[Qwen25CoderCall]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen25CoderCall]) -> Stream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncQwen25CoderRunner(ModelRunner):
        """As `Qwen25CoderRunner`, for asyncio and trio."""

        run: Final = as_async(Qwen25CoderRunner.run)
        stream: Final = as_async_stream(Qwen25CoderRunner.stream)

    class Qwen25CoderRunnerWithRawResponse(ModelRunner):
        """As `Qwen25CoderRunner`, giving HTTP responses."""

        run: Final = as_raw(Qwen25CoderRunner.run)
        stream: Final = as_raw(Qwen25CoderRunner.stream)

    class AsyncQwen25CoderRunnerWithRawResponse(ModelRunner):
        """As `AsyncQwen25CoderRunner`, giving HTTP responses."""

        run: Final = as_async_raw(Qwen25CoderRunner.run)
        stream: Final = as_async_raw_stream(Qwen25CoderRunner.stream)

    class Qwen3EmbeddingRunner(ModelRunner):
        """Qwen3 Embedding."""

        def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> Qwen3Embedding:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncQwen3EmbeddingRunner(ModelRunner):
        """As `Qwen3EmbeddingRunner`, for asyncio and trio."""

        run: Final = as_async(Qwen3EmbeddingRunner.run)

    class Qwen3EmbeddingRunnerWithRawResponse(ModelRunner):
        """As `Qwen3EmbeddingRunner`, giving HTTP responses."""

        run: Final = as_raw(Qwen3EmbeddingRunner.run)

    class AsyncQwen3EmbeddingRunnerWithRawResponse(ModelRunner):
        """As `AsyncQwen3EmbeddingRunner`, giving HTTP responses."""

        run: Final = as_async_raw(Qwen3EmbeddingRunner.run)

    class Qwen38Runner(ModelRunner):
        """Qwen3 8."""

        def run(self, **fields: Unpack[Qwen38Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen38Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

        def batch(
            self, requests: Sequence[Qwen38Queued], **options: Unpack[CallOptions]
        ) -> BatchHandle[ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncQwen38Runner(ModelRunner):
        """As `Qwen38Runner`, for asyncio and trio."""

        run: Final = as_async(Qwen38Runner.run)
        stream: Final = as_async_stream(Qwen38Runner.stream)
        batch: Final = as_async_batch(Qwen38Runner.batch)

    class Qwen38RunnerWithRawResponse(ModelRunner):
        """As `Qwen38Runner`, giving HTTP responses."""

        run: Final = as_raw(Qwen38Runner.run)
        stream: Final = as_raw(Qwen38Runner.stream)

    class AsyncQwen38RunnerWithRawResponse(ModelRunner):
        """As `AsyncQwen38Runner`, giving HTTP responses."""

        run: Final = as_async_raw(Qwen38Runner.run)
        stream: Final = as_async_raw_stream(Qwen38Runner.stream)

    class UformRunner(ModelRunner):
        """Uform."""

        def run(self, **fields: Unpack[UformCall]) -> Uform:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncUformRunner(ModelRunner):
        """As `UformRunner`, for asyncio and trio."""

        run: Final = as_async(UformRunner.run)

    class UformRunnerWithRawResponse(ModelRunner):
        """As `UformRunner`, giving HTTP responses."""

        run: Final = as_raw(UformRunner.run)

    class AsyncUformRunnerWithRawResponse(ModelRunner):
        """As `AsyncUformRunner`, giving HTTP responses."""

        run: Final = as_async_raw(UformRunner.run)

    class GLM47Runner(ModelRunner):
        """GLM 4 7."""

        def run(self, **fields: Unpack[GLM47Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM47Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncGLM47Runner(ModelRunner):
        """As `GLM47Runner`, for asyncio and trio."""

        run: Final = as_async(GLM47Runner.run)
        stream: Final = as_async_stream(GLM47Runner.stream)

    class GLM47RunnerWithRawResponse(ModelRunner):
        """As `GLM47Runner`, giving HTTP responses."""

        run: Final = as_raw(GLM47Runner.run)
        stream: Final = as_raw(GLM47Runner.stream)

    class AsyncGLM47RunnerWithRawResponse(ModelRunner):
        """As `AsyncGLM47Runner`, giving HTTP responses."""

        run: Final = as_async_raw(GLM47Runner.run)
        stream: Final = as_async_raw_stream(GLM47Runner.stream)

    class GLM52Runner(ModelRunner):
        """GLM 5 2."""

        def run(self, **fields: Unpack[GLM52Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM52Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncGLM52Runner(ModelRunner):
        """As `GLM52Runner`, for asyncio and trio."""

        run: Final = as_async(GLM52Runner.run)
        stream: Final = as_async_stream(GLM52Runner.stream)

    class GLM52RunnerWithRawResponse(ModelRunner):
        """As `GLM52Runner`, giving HTTP responses."""

        run: Final = as_raw(GLM52Runner.run)
        stream: Final = as_raw(GLM52Runner.stream)

    class AsyncGLM52RunnerWithRawResponse(ModelRunner):
        """As `AsyncGLM52Runner`, giving HTTP responses."""

        run: Final = as_async_raw(GLM52Runner.run)
        stream: Final = as_async_raw_stream(GLM52Runner.stream)

    class GLM53Runner(ModelRunner):
        """GLM 5 3."""

        def run(self, **fields: Unpack[GLM53Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM53Call]) -> Stream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncGLM53Runner(ModelRunner):
        """As `GLM53Runner`, for asyncio and trio."""

        run: Final = as_async(GLM53Runner.run)
        stream: Final = as_async_stream(GLM53Runner.stream)

    class GLM53RunnerWithRawResponse(ModelRunner):
        """As `GLM53Runner`, giving HTTP responses."""

        run: Final = as_raw(GLM53Runner.run)
        stream: Final = as_raw(GLM53Runner.stream)

    class AsyncGLM53RunnerWithRawResponse(ModelRunner):
        """As `AsyncGLM53Runner`, giving HTTP responses."""

        run: Final = as_async_raw(GLM53Runner.run)
        stream: Final = as_async_raw_stream(GLM53Runner.stream)

else:
    from .._runtime.runners import runner_class

    def __getattr__(name):
        if found := runner_class(name):
            return found
        raise AttributeError(name)
