"""The runners of models, for checkers: at run time, each is made when it is asked for."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack, overload

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.binary import BinaryResponse
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
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
    from .runner import ModelRunner

    class IndicTranslationRunner(ModelRunner):
        """Indic Translation."""

        def run(self, **fields: Unpack[IndicTranslationCall]) -> IndicTranslation:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncIndicTranslationRunner(ModelRunner):
        """As `IndicTranslationRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[IndicTranslationCall]) -> IndicTranslation:
            """The answer to a request, whose members are keywords."""
            ...

    class IndicTranslationRunnerWithRawResponse(ModelRunner):
        """As `IndicTranslationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[IndicTranslationCall]) -> RawResponse[IndicTranslation]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncIndicTranslationRunnerWithRawResponse(ModelRunner):
        """As `AsyncIndicTranslationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[IndicTranslationCall]) -> AsyncRawResponse[IndicTranslation]:
            """The response to a request, whose members are keywords."""
            ...

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

        @overload
        async def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> VllmTextCompletion: ...
        @overload
        async def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> VllmChatCompletion: ...
        async def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        @overload
        def stream(
            self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]
        ) -> AsyncStream[ChatCompletionChunk]: ...
        @overload
        def stream(
            self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]
        ) -> AsyncStream[ChatCompletionChunk]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self,
            requests: Sequence[VllmCompletionVllmTextCompletionQueued | VllmCompletionVllmChatCompletionQueued],
            **options: Unpack[CallOptions],
        ) -> AsyncBatchHandle[VllmTextCompletion | VllmChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class VllmCompletionRunnerWithRawResponse(ModelRunner):
        """As `VllmCompletionRunner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]) -> RawResponse[VllmTextCompletion]: ...
        @overload
        def run(self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]) -> RawResponse[VllmChatCompletion]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

        @overload
        def stream(
            self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]
        ) -> RawResponse[Stream[ChatCompletionChunk]]: ...
        @overload
        def stream(
            self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]
        ) -> RawResponse[Stream[ChatCompletionChunk]]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncVllmCompletionRunnerWithRawResponse(ModelRunner):
        """As `AsyncVllmCompletionRunner`, giving HTTP responses."""

        @overload
        def run(
            self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]
        ) -> AsyncRawResponse[VllmTextCompletion]: ...
        @overload
        def run(
            self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]
        ) -> AsyncRawResponse[VllmChatCompletion]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

        @overload
        def stream(
            self, **fields: Unpack[VllmCompletionVllmTextCompletionCall]
        ) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]: ...
        @overload
        def stream(
            self, **fields: Unpack[VllmCompletionVllmChatCompletionCall]
        ) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> PooledEmbeddings:
            """The answer to a request, whose members are keywords."""
            ...

        async def batch(
            self, requests: Sequence[PooledEmbeddingsQueued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[PooledEmbeddings]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class PooledEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `PooledEmbeddingsRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> RawResponse[PooledEmbeddings]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncPooledEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `AsyncPooledEmbeddingsRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[PooledEmbeddingsCall]) -> AsyncRawResponse[PooledEmbeddings]:
            """The response to a request, whose members are keywords."""
            ...

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

        @overload
        async def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> M3Embeddings: ...
        @overload
        async def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> M3Ranking: ...
        @overload
        async def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> M3ContextEmbeddings: ...
        async def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        async def batch(
            self,
            requests: Sequence[BgeM3M3EmbeddingsQueued | BgeM3M3RankingQueued | BgeM3M3ContextEmbeddingsQueued],
            **options: Unpack[CallOptions],
        ) -> AsyncBatchHandle[M3Embeddings | M3Ranking | M3ContextEmbeddings]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class BgeM3RunnerWithRawResponse(ModelRunner):
        """As `BgeM3Runner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> RawResponse[M3Embeddings]: ...
        @overload
        def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> RawResponse[M3Ranking]: ...
        @overload
        def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> RawResponse[M3ContextEmbeddings]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncBgeM3RunnerWithRawResponse(ModelRunner):
        """As `AsyncBgeM3Runner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[BgeM3M3EmbeddingsCall]) -> AsyncRawResponse[M3Embeddings]: ...
        @overload
        def run(self, **fields: Unpack[BgeM3M3RankingCall]) -> AsyncRawResponse[M3Ranking]: ...
        @overload
        def run(self, **fields: Unpack[BgeM3M3ContextEmbeddingsCall]) -> AsyncRawResponse[M3ContextEmbeddings]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

    class RerankRunner(ModelRunner):
        """Rerank."""

        def run(self, **fields: Unpack[RerankCall]) -> Rerank:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncRerankRunner(ModelRunner):
        """As `RerankRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[RerankCall]) -> Rerank:
            """The answer to a request, whose members are keywords."""
            ...

    class RerankRunnerWithRawResponse(ModelRunner):
        """As `RerankRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[RerankCall]) -> RawResponse[Rerank]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncRerankRunnerWithRawResponse(ModelRunner):
        """As `AsyncRerankRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[RerankCall]) -> AsyncRawResponse[Rerank]:
            """The response to a request, whose members are keywords."""
            ...

    class Flux1Runner(ModelRunner):
        """Flux 1."""

        def run(self, **fields: Unpack[Flux1Call]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncFlux1Runner(ModelRunner):
        """As `Flux1Runner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[Flux1Call]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class Flux1RunnerWithRawResponse(ModelRunner):
        """As `Flux1Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Flux1Call]) -> RawResponse[Image]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncFlux1RunnerWithRawResponse(ModelRunner):
        """As `AsyncFlux1Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Flux1Call]) -> AsyncRawResponse[Image]:
            """The response to a request, whose members are keywords."""
            ...

    class Flux2Runner(ModelRunner):
        """Flux 2."""

        def run(self, **fields: Unpack[Flux2Call]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncFlux2Runner(ModelRunner):
        """As `Flux2Runner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[Flux2Call]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class Flux2RunnerWithRawResponse(ModelRunner):
        """As `Flux2Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Flux2Call]) -> RawResponse[Image]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncFlux2RunnerWithRawResponse(ModelRunner):
        """As `AsyncFlux2Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Flux2Call]) -> AsyncRawResponse[Image]:
            """The response to a request, whose members are keywords."""
            ...

    class DiffusionRunner(ModelRunner):
        """Diffusion."""

        def run(self, **fields: Unpack[DiffusionCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncDiffusionRunner(ModelRunner):
        """As `DiffusionRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[DiffusionCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class DiffusionRunnerWithRawResponse(ModelRunner):
        """As `DiffusionRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[DiffusionCall]) -> RawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncDiffusionRunnerWithRawResponse(ModelRunner):
        """As `AsyncDiffusionRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[DiffusionCall]) -> AsyncRawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class ClefRunner(ModelRunner):
        """Clef."""

        def run(self, **fields: Unpack[ClefCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncClefRunner(ModelRunner):
        """As `ClefRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[ClefCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class ClefRunnerWithRawResponse(ModelRunner):
        """As `ClefRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ClefCall]) -> RawResponse[Decisions]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncClefRunnerWithRawResponse(ModelRunner):
        """As `AsyncClefRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ClefCall]) -> AsyncRawResponse[Decisions]:
            """The response to a request, whose members are keywords."""
            ...

    class ClefFlashRunner(ModelRunner):
        """Clef Flash."""

        def run(self, **fields: Unpack[ClefFlashCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncClefFlashRunner(ModelRunner):
        """As `ClefFlashRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[ClefFlashCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class ClefFlashRunnerWithRawResponse(ModelRunner):
        """As `ClefFlashRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ClefFlashCall]) -> RawResponse[Decisions]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncClefFlashRunnerWithRawResponse(ModelRunner):
        """As `AsyncClefFlashRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ClefFlashCall]) -> AsyncRawResponse[Decisions]:
            """The response to a request, whose members are keywords."""
            ...

    class ClefOmniRunner(ModelRunner):
        """Clef Omni."""

        def run(self, **fields: Unpack[ClefOmniCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncClefOmniRunner(ModelRunner):
        """As `ClefOmniRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[ClefOmniCall]) -> Decisions:
            """The answer to a request, whose members are keywords."""
            ...

    class ClefOmniRunnerWithRawResponse(ModelRunner):
        """As `ClefOmniRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ClefOmniCall]) -> RawResponse[Decisions]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncClefOmniRunnerWithRawResponse(ModelRunner):
        """As `AsyncClefOmniRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ClefOmniCall]) -> AsyncRawResponse[Decisions]:
            """The response to a request, whose members are keywords."""
            ...

    class Aura1Runner(ModelRunner):
        """Aura 1."""

        def run(self, **fields: Unpack[Aura1Call]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncAura1Runner(ModelRunner):
        """As `Aura1Runner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[Aura1Call]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class Aura1RunnerWithRawResponse(ModelRunner):
        """As `Aura1Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Aura1Call]) -> RawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncAura1RunnerWithRawResponse(ModelRunner):
        """As `AsyncAura1Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Aura1Call]) -> AsyncRawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class Aura2EnglishRunner(ModelRunner):
        """Aura 2 English."""

        def run(self, **fields: Unpack[Aura2EnglishCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncAura2EnglishRunner(ModelRunner):
        """As `Aura2EnglishRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[Aura2EnglishCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class Aura2EnglishRunnerWithRawResponse(ModelRunner):
        """As `Aura2EnglishRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Aura2EnglishCall]) -> RawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncAura2EnglishRunnerWithRawResponse(ModelRunner):
        """As `AsyncAura2EnglishRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Aura2EnglishCall]) -> AsyncRawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class Aura2SpanishRunner(ModelRunner):
        """Aura 2 Spanish."""

        def run(self, **fields: Unpack[Aura2SpanishCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncAura2SpanishRunner(ModelRunner):
        """As `Aura2SpanishRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[Aura2SpanishCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class Aura2SpanishRunnerWithRawResponse(ModelRunner):
        """As `Aura2SpanishRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Aura2SpanishCall]) -> RawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncAura2SpanishRunnerWithRawResponse(ModelRunner):
        """As `AsyncAura2SpanishRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Aura2SpanishCall]) -> AsyncRawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[Nova3Call]) -> NovaTranscript:
            """The answer to a request, whose members are keywords."""
            ...

    class Nova3RunnerWithRawResponse(ModelRunner):
        """As `Nova3Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Nova3Call]) -> RawResponse[NovaTranscript]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncNova3RunnerWithRawResponse(ModelRunner):
        """As `AsyncNova3Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Nova3Call]) -> AsyncRawResponse[NovaTranscript]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[TextGenerationCall]) -> TextGeneration:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[TextGenerationCall]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class TextGenerationRunnerWithRawResponse(ModelRunner):
        """As `TextGenerationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextGenerationCall]) -> RawResponse[TextGeneration]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[TextGenerationCall]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncTextGenerationRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextGenerationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextGenerationCall]) -> AsyncRawResponse[TextGeneration]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[TextGenerationCall]) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[DeepSeekV4Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class DeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `DeepSeekV4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[DeepSeekV4Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncDeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `AsyncDeepSeekV4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[DeepSeekV4Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[DeepSeekV4Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self, requests: Sequence[DeepSeekV4Queued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class QueuedDeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `QueuedDeepSeekV4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[DeepSeekV4Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncQueuedDeepSeekV4RunnerWithRawResponse(ModelRunner):
        """As `AsyncQueuedDeepSeekV4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[DeepSeekV4Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[DeepSeekV4Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class SummarizationRunner(ModelRunner):
        """Summarization."""

        def run(self, **fields: Unpack[SummarizationCall]) -> Summarization:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncSummarizationRunner(ModelRunner):
        """As `SummarizationRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[SummarizationCall]) -> Summarization:
            """The answer to a request, whose members are keywords."""
            ...

    class SummarizationRunnerWithRawResponse(ModelRunner):
        """As `SummarizationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[SummarizationCall]) -> RawResponse[Summarization]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncSummarizationRunnerWithRawResponse(ModelRunner):
        """As `AsyncSummarizationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[SummarizationCall]) -> AsyncRawResponse[Summarization]:
            """The response to a request, whose members are keywords."""
            ...

    class ObjectDetectionRunner(ModelRunner):
        """Object Detection."""

        def run(self, **fields: Unpack[ObjectDetectionCall]) -> ObjectDetection:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncObjectDetectionRunner(ModelRunner):
        """As `ObjectDetectionRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[ObjectDetectionCall]) -> ObjectDetection:
            """The answer to a request, whose members are keywords."""
            ...

    class ObjectDetectionRunnerWithRawResponse(ModelRunner):
        """As `ObjectDetectionRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ObjectDetectionCall]) -> RawResponse[ObjectDetection]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncObjectDetectionRunnerWithRawResponse(ModelRunner):
        """As `AsyncObjectDetectionRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ObjectDetectionCall]) -> AsyncRawResponse[ObjectDetection]:
            """The response to a request, whose members are keywords."""
            ...

    class TextEmbeddingsRunner(ModelRunner):
        """Text Embeddings."""

        def run(self, **fields: Unpack[TextEmbeddingsCall]) -> TextEmbeddings:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncTextEmbeddingsRunner(ModelRunner):
        """As `TextEmbeddingsRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[TextEmbeddingsCall]) -> TextEmbeddings:
            """The answer to a request, whose members are keywords."""
            ...

    class TextEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `TextEmbeddingsRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextEmbeddingsCall]) -> RawResponse[TextEmbeddings]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncTextEmbeddingsRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextEmbeddingsRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextEmbeddingsCall]) -> AsyncRawResponse[TextEmbeddings]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[Gemma3Call]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma3Call]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class Gemma3RunnerWithRawResponse(ModelRunner):
        """As `Gemma3Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Gemma3Call]) -> RawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma3Call]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGemma3RunnerWithRawResponse(ModelRunner):
        """As `AsyncGemma3Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Gemma3Call]) -> AsyncRawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma3Call]) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[Gemma4Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma4Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self, requests: Sequence[Gemma4Queued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class Gemma4RunnerWithRawResponse(ModelRunner):
        """As `Gemma4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Gemma4Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma4Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGemma4RunnerWithRawResponse(ModelRunner):
        """As `AsyncGemma4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Gemma4Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Gemma4Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class TextClassificationRunner(ModelRunner):
        """Text Classification."""

        def run(self, **fields: Unpack[TextClassificationCall]) -> Classification:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncTextClassificationRunner(ModelRunner):
        """As `TextClassificationRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[TextClassificationCall]) -> Classification:
            """The answer to a request, whose members are keywords."""
            ...

    class TextClassificationRunnerWithRawResponse(ModelRunner):
        """As `TextClassificationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextClassificationCall]) -> RawResponse[Classification]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncTextClassificationRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextClassificationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextClassificationCall]) -> AsyncRawResponse[Classification]:
            """The response to a request, whose members are keywords."""
            ...

    class LucidOriginRunner(ModelRunner):
        """Lucid Origin."""

        def run(self, **fields: Unpack[LucidOriginCall]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncLucidOriginRunner(ModelRunner):
        """As `LucidOriginRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[LucidOriginCall]) -> Image:
            """The answer to a request, whose members are keywords."""
            ...

    class LucidOriginRunnerWithRawResponse(ModelRunner):
        """As `LucidOriginRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[LucidOriginCall]) -> RawResponse[Image]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncLucidOriginRunnerWithRawResponse(ModelRunner):
        """As `AsyncLucidOriginRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[LucidOriginCall]) -> AsyncRawResponse[Image]:
            """The response to a request, whose members are keywords."""
            ...

    class PhoenixRunner(ModelRunner):
        """Phoenix."""

        def run(self, **fields: Unpack[PhoenixCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncPhoenixRunner(ModelRunner):
        """As `PhoenixRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[PhoenixCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class PhoenixRunnerWithRawResponse(ModelRunner):
        """As `PhoenixRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[PhoenixCall]) -> RawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncPhoenixRunnerWithRawResponse(ModelRunner):
        """As `AsyncPhoenixRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[PhoenixCall]) -> AsyncRawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class LlavaRunner(ModelRunner):
        """Llava."""

        def run(self, **fields: Unpack[LlavaCall]) -> ImageToText:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncLlavaRunner(ModelRunner):
        """As `LlavaRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[LlavaCall]) -> ImageToText:
            """The answer to a request, whose members are keywords."""
            ...

    class LlavaRunnerWithRawResponse(ModelRunner):
        """As `LlavaRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[LlavaCall]) -> RawResponse[ImageToText]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncLlavaRunnerWithRawResponse(ModelRunner):
        """As `AsyncLlavaRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[LlavaCall]) -> AsyncRawResponse[ImageToText]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[Llama32VisionCall]) -> VisionText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama32VisionCall]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class Llama32VisionRunnerWithRawResponse(ModelRunner):
        """As `Llama32VisionRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Llama32VisionCall]) -> RawResponse[VisionText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama32VisionCall]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncLlama32VisionRunnerWithRawResponse(ModelRunner):
        """As `AsyncLlama32VisionRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Llama32VisionCall]) -> AsyncRawResponse[VisionText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama32VisionCall]) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[Llama33Call]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama33Call]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self, requests: Sequence[Llama33Queued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[GeneratedText]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class Llama33RunnerWithRawResponse(ModelRunner):
        """As `Llama33Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Llama33Call]) -> RawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama33Call]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncLlama33RunnerWithRawResponse(ModelRunner):
        """As `AsyncLlama33Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Llama33Call]) -> AsyncRawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama33Call]) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[Llama4Call]) -> Llama4:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama4Call]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self, requests: Sequence[Llama4Queued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[Llama4]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class Llama4RunnerWithRawResponse(ModelRunner):
        """As `Llama4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Llama4Call]) -> RawResponse[Llama4]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama4Call]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncLlama4RunnerWithRawResponse(ModelRunner):
        """As `AsyncLlama4Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Llama4Call]) -> AsyncRawResponse[Llama4]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Llama4Call]) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class LlamaGuardRunner(ModelRunner):
        """Llama Guard."""

        def run(self, **fields: Unpack[LlamaGuardCall]) -> LlamaGuard:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncLlamaGuardRunner(ModelRunner):
        """As `LlamaGuardRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[LlamaGuardCall]) -> LlamaGuard:
            """The answer to a request, whose members are keywords."""
            ...

    class LlamaGuardRunnerWithRawResponse(ModelRunner):
        """As `LlamaGuardRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[LlamaGuardCall]) -> RawResponse[LlamaGuard]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncLlamaGuardRunnerWithRawResponse(ModelRunner):
        """As `AsyncLlamaGuardRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[LlamaGuardCall]) -> AsyncRawResponse[LlamaGuard]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[TranslationCall]) -> Translation:
            """The answer to a request, whose members are keywords."""
            ...

        async def batch(
            self, requests: Sequence[TranslationQueued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[Translation]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class TranslationRunnerWithRawResponse(ModelRunner):
        """As `TranslationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TranslationCall]) -> RawResponse[Translation]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncTranslationRunnerWithRawResponse(ModelRunner):
        """As `AsyncTranslationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TranslationCall]) -> AsyncRawResponse[Translation]:
            """The response to a request, whose members are keywords."""
            ...

    class ImageClassificationRunner(ModelRunner):
        """Image Classification."""

        def run(self, **fields: Unpack[ImageClassificationCall]) -> Classification:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncImageClassificationRunner(ModelRunner):
        """As `ImageClassificationRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[ImageClassificationCall]) -> Classification:
            """The answer to a request, whose members are keywords."""
            ...

    class ImageClassificationRunnerWithRawResponse(ModelRunner):
        """As `ImageClassificationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ImageClassificationCall]) -> RawResponse[Classification]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncImageClassificationRunnerWithRawResponse(ModelRunner):
        """As `AsyncImageClassificationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ImageClassificationCall]) -> AsyncRawResponse[Classification]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[GuidedTextGenerationCall]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GuidedTextGenerationCall]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class GuidedTextGenerationRunnerWithRawResponse(ModelRunner):
        """As `GuidedTextGenerationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GuidedTextGenerationCall]) -> RawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GuidedTextGenerationCall]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGuidedTextGenerationRunnerWithRawResponse(ModelRunner):
        """As `AsyncGuidedTextGenerationRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GuidedTextGenerationCall]) -> AsyncRawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(
            self, **fields: Unpack[GuidedTextGenerationCall]
        ) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[MoondreamCall]) -> Moondream:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[MoondreamCall]) -> AsyncStream[MoondreamChunk]:
            """The same, with the answer piece by piece."""
            ...

    class MoondreamRunnerWithRawResponse(ModelRunner):
        """As `MoondreamRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[MoondreamCall]) -> RawResponse[Moondream]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[MoondreamCall]) -> RawResponse[Stream[MoondreamChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncMoondreamRunnerWithRawResponse(ModelRunner):
        """As `AsyncMoondreamRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[MoondreamCall]) -> AsyncRawResponse[Moondream]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[MoondreamCall]) -> AsyncRawResponse[AsyncStream[MoondreamChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[KimiK25Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK25Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class KimiK25RunnerWithRawResponse(ModelRunner):
        """As `KimiK25Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[KimiK25Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK25Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncKimiK25RunnerWithRawResponse(ModelRunner):
        """As `AsyncKimiK25Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[KimiK25Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK25Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[KimiK26Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK26Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class KimiK26RunnerWithRawResponse(ModelRunner):
        """As `KimiK26Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[KimiK26Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK26Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncKimiK26RunnerWithRawResponse(ModelRunner):
        """As `AsyncKimiK26Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[KimiK26Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK26Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[KimiK27Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK27Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class KimiK27RunnerWithRawResponse(ModelRunner):
        """As `KimiK27Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[KimiK27Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK27Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncKimiK27RunnerWithRawResponse(ModelRunner):
        """As `AsyncKimiK27Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[KimiK27Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[KimiK27Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class TextToSpeechRunner(ModelRunner):
        """Text To Speech."""

        def run(self, **fields: Unpack[TextToSpeechCall]) -> TextToSpeech:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncTextToSpeechRunner(ModelRunner):
        """As `TextToSpeechRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[TextToSpeechCall]) -> TextToSpeech:
            """The answer to a request, whose members are keywords."""
            ...

    class TextToSpeechRunnerWithRawResponse(ModelRunner):
        """As `TextToSpeechRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextToSpeechCall]) -> RawResponse[TextToSpeech]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncTextToSpeechRunnerWithRawResponse(ModelRunner):
        """As `AsyncTextToSpeechRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[TextToSpeechCall]) -> AsyncRawResponse[TextToSpeech]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[Nemotron3Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Nemotron3Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class Nemotron3RunnerWithRawResponse(ModelRunner):
        """As `Nemotron3Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Nemotron3Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Nemotron3Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncNemotron3RunnerWithRawResponse(ModelRunner):
        """As `AsyncNemotron3Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Nemotron3Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Nemotron3Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class NemotronSpeechRunner(ModelRunner):
        """Nemotron Speech."""

        def run(self, **fields: Unpack[NemotronSpeechCall]) -> PlainTranscript:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncNemotronSpeechRunner(ModelRunner):
        """As `NemotronSpeechRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[NemotronSpeechCall]) -> PlainTranscript:
            """The answer to a request, whose members are keywords."""
            ...

    class NemotronSpeechRunnerWithRawResponse(ModelRunner):
        """As `NemotronSpeechRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[NemotronSpeechCall]) -> RawResponse[PlainTranscript]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncNemotronSpeechRunnerWithRawResponse(ModelRunner):
        """As `AsyncNemotronSpeechRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[NemotronSpeechCall]) -> AsyncRawResponse[PlainTranscript]:
            """The response to a request, whose members are keywords."""
            ...

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

        @overload
        async def run(self, **fields: Unpack[GptOssModelResponseCall]) -> ModelResponse: ...
        @overload
        async def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> ChatCompletion: ...
        async def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> AsyncStream[ResponseEvent]: ...
        @overload
        def stream(self, **fields: Unpack[GptOssChatCompletionCall]) -> AsyncStream[ChatCompletionChunk]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, with the answer piece by piece."""
            ...

    class GptOssRunnerWithRawResponse(ModelRunner):
        """As `GptOssRunner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[GptOssModelResponseCall]) -> RawResponse[ModelResponse]: ...
        @overload
        def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> RawResponse[ChatCompletion]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> RawResponse[Stream[ResponseEvent]]: ...
        @overload
        def stream(self, **fields: Unpack[GptOssChatCompletionCall]) -> RawResponse[Stream[ChatCompletionChunk]]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGptOssRunnerWithRawResponse(ModelRunner):
        """As `AsyncGptOssRunner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[GptOssModelResponseCall]) -> AsyncRawResponse[ModelResponse]: ...
        @overload
        def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> AsyncRawResponse[ChatCompletion]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> AsyncRawResponse[AsyncStream[ResponseEvent]]: ...
        @overload
        def stream(
            self, **fields: Unpack[GptOssChatCompletionCall]
        ) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, whose `parse` gives the stream."""
            ...

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

        @overload
        async def run(self, **fields: Unpack[GptOssModelResponseCall]) -> ModelResponse: ...
        @overload
        async def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> ChatCompletion: ...
        async def run(self, **fields: Any) -> Any:
            """The answer to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> AsyncStream[ResponseEvent]: ...
        @overload
        def stream(self, **fields: Unpack[GptOssChatCompletionCall]) -> AsyncStream[ChatCompletionChunk]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self,
            requests: Sequence[GptOssModelResponseQueued | GptOssChatCompletionQueued],
            **options: Unpack[CallOptions],
        ) -> AsyncBatchHandle[ModelResponse | ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class QueuedGptOssRunnerWithRawResponse(ModelRunner):
        """As `QueuedGptOssRunner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[GptOssModelResponseCall]) -> RawResponse[ModelResponse]: ...
        @overload
        def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> RawResponse[ChatCompletion]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> RawResponse[Stream[ResponseEvent]]: ...
        @overload
        def stream(self, **fields: Unpack[GptOssChatCompletionCall]) -> RawResponse[Stream[ChatCompletionChunk]]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncQueuedGptOssRunnerWithRawResponse(ModelRunner):
        """As `AsyncQueuedGptOssRunner`, giving HTTP responses."""

        @overload
        def run(self, **fields: Unpack[GptOssModelResponseCall]) -> AsyncRawResponse[ModelResponse]: ...
        @overload
        def run(self, **fields: Unpack[GptOssChatCompletionCall]) -> AsyncRawResponse[ChatCompletion]: ...
        def run(self, **fields: Any) -> Any:
            """The response to a request, whose members are keywords."""
            ...

        @overload
        def stream(self, **fields: Unpack[GptOssModelResponseCall]) -> AsyncRawResponse[AsyncStream[ResponseEvent]]: ...
        @overload
        def stream(
            self, **fields: Unpack[GptOssChatCompletionCall]
        ) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]: ...
        def stream(self, **fields: Any) -> Any:
            """The same, whose `parse` gives the stream."""
            ...

    class WhisperRunner(ModelRunner):
        """Whisper."""

        def run(self, **fields: Unpack[WhisperCall]) -> Whisper:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncWhisperRunner(ModelRunner):
        """As `WhisperRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[WhisperCall]) -> Whisper:
            """The answer to a request, whose members are keywords."""
            ...

    class WhisperRunnerWithRawResponse(ModelRunner):
        """As `WhisperRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WhisperCall]) -> RawResponse[Whisper]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncWhisperRunnerWithRawResponse(ModelRunner):
        """As `AsyncWhisperRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WhisperCall]) -> AsyncRawResponse[Whisper]:
            """The response to a request, whose members are keywords."""
            ...

    class WhisperLargeV3TurboRunner(ModelRunner):
        """Whisper Large V3 Turbo."""

        def run(self, **fields: Unpack[WhisperLargeV3TurboCall]) -> WhisperLargeV3Turbo:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncWhisperLargeV3TurboRunner(ModelRunner):
        """As `WhisperLargeV3TurboRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[WhisperLargeV3TurboCall]) -> WhisperLargeV3Turbo:
            """The answer to a request, whose members are keywords."""
            ...

    class WhisperLargeV3TurboRunnerWithRawResponse(ModelRunner):
        """As `WhisperLargeV3TurboRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WhisperLargeV3TurboCall]) -> RawResponse[WhisperLargeV3Turbo]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncWhisperLargeV3TurboRunnerWithRawResponse(ModelRunner):
        """As `AsyncWhisperLargeV3TurboRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WhisperLargeV3TurboCall]) -> AsyncRawResponse[WhisperLargeV3Turbo]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[SmartTurnCall]) -> SmartTurn:
            """The answer to a request, whose members are keywords."""
            ...

        async def batch(
            self, requests: Sequence[SmartTurnQueued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[SmartTurn]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class SmartTurnRunnerWithRawResponse(ModelRunner):
        """As `SmartTurnRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[SmartTurnCall]) -> RawResponse[SmartTurn]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncSmartTurnRunnerWithRawResponse(ModelRunner):
        """As `AsyncSmartTurnRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[SmartTurnCall]) -> AsyncRawResponse[SmartTurn]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[Qwen25CoderCall]) -> GeneratedText:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen25CoderCall]) -> AsyncStream[TextGenerationChunk]:
            """The same, with the answer piece by piece."""
            ...

    class Qwen25CoderRunnerWithRawResponse(ModelRunner):
        """As `Qwen25CoderRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Qwen25CoderCall]) -> RawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen25CoderCall]) -> RawResponse[Stream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncQwen25CoderRunnerWithRawResponse(ModelRunner):
        """As `AsyncQwen25CoderRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Qwen25CoderCall]) -> AsyncRawResponse[GeneratedText]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen25CoderCall]) -> AsyncRawResponse[AsyncStream[TextGenerationChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class Qwen3EmbeddingRunner(ModelRunner):
        """Qwen3 Embedding."""

        def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> Qwen3Embedding:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncQwen3EmbeddingRunner(ModelRunner):
        """As `Qwen3EmbeddingRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> Qwen3Embedding:
            """The answer to a request, whose members are keywords."""
            ...

    class Qwen3EmbeddingRunnerWithRawResponse(ModelRunner):
        """As `Qwen3EmbeddingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> RawResponse[Qwen3Embedding]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncQwen3EmbeddingRunnerWithRawResponse(ModelRunner):
        """As `AsyncQwen3EmbeddingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Qwen3EmbeddingCall]) -> AsyncRawResponse[Qwen3Embedding]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[Qwen38Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen38Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self, requests: Sequence[Qwen38Queued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[ChatCompletion]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class Qwen38RunnerWithRawResponse(ModelRunner):
        """As `Qwen38Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Qwen38Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen38Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncQwen38RunnerWithRawResponse(ModelRunner):
        """As `AsyncQwen38Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[Qwen38Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[Qwen38Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class UformRunner(ModelRunner):
        """Uform."""

        def run(self, **fields: Unpack[UformCall]) -> Uform:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncUformRunner(ModelRunner):
        """As `UformRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[UformCall]) -> Uform:
            """The answer to a request, whose members are keywords."""
            ...

    class UformRunnerWithRawResponse(ModelRunner):
        """As `UformRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[UformCall]) -> RawResponse[Uform]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncUformRunnerWithRawResponse(ModelRunner):
        """As `AsyncUformRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[UformCall]) -> AsyncRawResponse[Uform]:
            """The response to a request, whose members are keywords."""
            ...

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

        async def run(self, **fields: Unpack[GLM47Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM47Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class GLM47RunnerWithRawResponse(ModelRunner):
        """As `GLM47Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GLM47Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM47Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGLM47RunnerWithRawResponse(ModelRunner):
        """As `AsyncGLM47Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GLM47Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM47Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[GLM52Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM52Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class GLM52RunnerWithRawResponse(ModelRunner):
        """As `GLM52Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GLM52Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM52Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGLM52RunnerWithRawResponse(ModelRunner):
        """As `AsyncGLM52Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GLM52Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM52Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

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

        async def run(self, **fields: Unpack[GLM53Call]) -> ChatCompletion:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM53Call]) -> AsyncStream[ChatCompletionChunk]:
            """The same, with the answer piece by piece."""
            ...

    class GLM53RunnerWithRawResponse(ModelRunner):
        """As `GLM53Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GLM53Call]) -> RawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM53Call]) -> RawResponse[Stream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncGLM53RunnerWithRawResponse(ModelRunner):
        """As `AsyncGLM53Runner`, giving HTTP responses."""

        def run(self, **fields: Unpack[GLM53Call]) -> AsyncRawResponse[ChatCompletion]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[GLM53Call]) -> AsyncRawResponse[AsyncStream[ChatCompletionChunk]]:
            """The same, whose `parse` gives the stream."""
            ...


else:
    from .._runtime.runners import runner_class

    def __getattr__(name):
        if found := runner_class(name):
            return found
        raise AttributeError(name)
