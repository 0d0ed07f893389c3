"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# ruff: noqa: F403, F405  # the aliases of models, one for each task

# That a stream is asked for decides what a call gives, whatever its other keywords are.
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Literal, TypeAlias, Unpack

    from ..._runtime.batches import AsyncBatchHandle, BatchHandle
    from ..._runtime.models import C, Params, R, StreamParams
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ..._runtime.streams import AsyncByteStream, AsyncStream, ByteStream, Stream
    from ...ai_run import AIRunChunk, AIRunResponse
    from ...automatic_speech_recognition import AutomaticSpeechRecognitionResponse
    from ...catalogue import *
    from ...image_classification import ImageClassificationResponse
    from ...image_to_text import ImageToTextResponse
    from ...keywords import AccountIdOptions
    from ...models.answers.decisions import Decisions
    from ...models.answers.indic_translation import IndicTranslation
    from ...models.answers.m3_context_embeddings import M3ContextEmbeddings
    from ...models.answers.m3_ranking import M3Ranking
    from ...models.answers.model_response import ModelResponse
    from ...models.answers.moondream import Moondream
    from ...models.answers.moondream_chunk import MoondreamChunk
    from ...models.answers.nova_transcript import NovaTranscript
    from ...models.answers.rerank import Rerank
    from ...models.answers.response_event import ResponseEvent
    from ...models.answers.smart_turn import SmartTurn
    from ...models.names import (
        BgeM3Name,
        ClefFlashName,
        ClefName,
        ClefOmniName,
        GptOssName,
        IndicTranslationName,
        MoondreamName,
        Nova3Name,
        QueuedGptOssName,
        RerankName,
        SmartTurnName,
    )
    from ...object_detection import ObjectDetectionResponse
    from ...summarization import SummarizationResponse
    from ...text_classification import TextClassificationResponse
    from ...text_embeddings import TextEmbeddingsResponse
    from ...text_generation import TextGenerationChunk, TextGenerationResponse
    from ...text_to_image import TextToImageResponse
    from ...text_to_speech import TextToSpeechResponse
    from ...translation import TranslationResponse
    from . import authors as _authors
    from . import finetunes as _finetunes
    from . import models as _models
    from . import tasks as _tasks
    from . import to_markdown as _to_markdown
    from ...models.overloads import AsyncByName, AsyncByNameWithRawResponse, ByName, ByNameWithRawResponse

    # What asks for no stream.
    _Whole: TypeAlias = Literal[False] | None


RUN = Operation(
    "ai.run",
    "POST /accounts/{account_id}/ai/run/{model_name}",
    slashed=("model_name",),
    variants="AI_RUN",
    optional_body=True,
    flag="stream",
    by_name="model",
)

if not TYPE_CHECKING:

    class ByName:
        """Gives the runner of a model, by name."""

        def model(self, name, /):
            """The runner of a model, typed by its schema; a name that is not known has an open one."""
            return self._by_name("*", RUN, {"model_name": name})

    class AsyncByName:
        """Gives the runner of a model, by name."""

        def model(self, name, /):
            """The runner of a model, typed by its schema; a name that is not known has an open one."""
            return self._by_name("Async*", RUN, {"model_name": name})

    class ByNameWithRawResponse:
        """Gives the runner of a model, by name."""

        def model(self, name, /):
            """The runner of a model, typed by its schema; a name that is not known has an open one."""
            return self._by_name("*WithRawResponse", RUN, {"model_name": name})

    class AsyncByNameWithRawResponse:
        """Gives the runner of a model, by name."""

        def model(self, name, /):
            """The runner of a model, typed by its schema; a name that is not known has an open one."""
            return self._by_name("Async*WithRawResponse", RUN, {"model_name": name})


class AI(Resource["AIWithRawResponse"], ByName):
    """Workers AI, for threads."""

    authors: Nested[_authors.AIAuthors] = Nested()
    """Workers AI."""
    finetunes: Nested[_finetunes.AIFinetunes] = Nested()
    """Workers AI Finetune."""
    models: Nested[_models.AIModels] = Nested()
    """Workers AI."""
    tasks: Nested[_tasks.AITasks] = Nested()
    """Workers AI."""
    to_markdown: Nested[_to_markdown.AIToMarkdown] = Nested()
    """Workers AI."""

    @overload
    def run(self, model_name: str, params: Params[R], **options: Unpack[AccountIdOptions]) -> R: ...
    @overload
    def run(
        self, model_name: MoondreamName, params: None = None, *, stream: Literal[True], **fields: object
    ) -> Stream[MoondreamChunk]: ...
    @overload
    def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        prompt: object,
        stream: Literal[True],
        **fields: object,
    ) -> Stream[TextGenerationChunk]: ...
    @overload
    def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        messages: object,
        stream: Literal[True],
        **fields: object,
    ) -> Stream[TextGenerationChunk]: ...
    @overload
    def run(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, stream: Literal[True], **fields: object
    ) -> Stream[ResponseEvent]: ...
    @overload
    def run(
        self, model_name: TextGenerationModel, params: None = None, *, stream: Literal[True], **fields: object
    ) -> Stream[TextGenerationChunk]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> Stream[AIRunChunk | Any]: ...
    @overload
    def run(
        self, model_name: IndicTranslationName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> IndicTranslation: ...
    @overload
    def run(
        self, model_name: RerankName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> Rerank: ...
    @overload
    def run(
        self,
        model_name: ClefName | ClefFlashName | ClefOmniName,
        params: None = None,
        *,
        stream: _Whole = None,
        **fields: object,
    ) -> Decisions: ...
    @overload
    def run(
        self, model_name: Nova3Name, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> NovaTranscript: ...
    @overload
    def run(
        self, model_name: MoondreamName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> Moondream: ...
    @overload
    def run(
        self, model_name: SmartTurnName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> SmartTurn: ...
    @overload
    def run(
        self, model_name: BgeM3Name, params: None = None, *, text: object, stream: _Whole = None, **fields: object
    ) -> TextEmbeddingsResponse: ...
    @overload
    def run(
        self,
        model_name: BgeM3Name,
        params: None = None,
        *,
        query: object,
        contexts: object,
        stream: _Whole = None,
        **fields: object,
    ) -> M3Ranking: ...
    @overload
    def run(
        self, model_name: BgeM3Name, params: None = None, *, contexts: object, stream: _Whole = None, **fields: object
    ) -> M3ContextEmbeddings: ...
    @overload
    def run(
        self, model_name: BgeM3Name, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextEmbeddingsResponse | M3Ranking | M3ContextEmbeddings: ...
    @overload
    def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        prompt: object,
        stream: _Whole = None,
        **fields: object,
    ) -> TextGenerationResponse: ...
    @overload
    def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        messages: object,
        stream: _Whole = None,
        **fields: object,
    ) -> TextGenerationResponse: ...
    @overload
    def run(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ModelResponse: ...
    @overload
    def run(
        self, model_name: TextClassificationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextClassificationResponse: ...
    @overload
    def run(
        self, model_name: TextToImageModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextToImageResponse: ...
    @overload
    def run(
        self, model_name: TextToSpeechModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextToSpeechResponse: ...
    @overload
    def run(
        self, model_name: TextEmbeddingsModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextEmbeddingsResponse: ...
    @overload
    def run(
        self,
        model_name: AutomaticSpeechRecognitionModel,
        params: None = None,
        *,
        stream: _Whole = None,
        **fields: object,
    ) -> AutomaticSpeechRecognitionResponse: ...
    @overload
    def run(
        self, model_name: ImageClassificationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ImageClassificationResponse: ...
    @overload
    def run(
        self, model_name: ObjectDetectionModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ObjectDetectionResponse: ...
    @overload
    def run(
        self, model_name: TextGenerationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextGenerationResponse: ...
    @overload
    def run(
        self, model_name: TranslationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TranslationResponse: ...
    @overload
    def run(
        self, model_name: SummarizationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> SummarizationResponse: ...
    @overload
    def run(
        self, model_name: ImageToTextModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ImageToTextResponse: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> AIRunResponse | Any: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> AIRunResponse | Stream[AIRunChunk | Any] | Any: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """Execute AI model.

        Sends one input to a Workers AI model and returns what the model makes of it. The task of the model decides
        which form of the input it takes, and the result has the form with the same title. Models that produce a file
        or a stream answer with that instead of JSON.

        Permissions: com.cloudflare.api.account.ai.

        `params` is an instance of a params class and decides the type of the answer. You can pass keywords instead:
        the task of the model and the keywords then decide it, and the options of a call go next to them.
        """
        return self._run(RUN, {"model_name": model_name}, params, fields)

    @overload
    def stream(self, model_name: str, params: StreamParams[R, C], **options: Unpack[AccountIdOptions]) -> Stream[C]: ...
    @overload
    def stream(self, model_name: MoondreamName, params: None = None, **fields: object) -> Stream[MoondreamChunk]: ...
    @overload
    def stream(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, prompt: object, **fields: object
    ) -> Stream[TextGenerationChunk]: ...
    @overload
    def stream(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, messages: object, **fields: object
    ) -> Stream[TextGenerationChunk]: ...
    @overload
    def stream(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, **fields: object
    ) -> Stream[ResponseEvent]: ...
    @overload
    def stream(
        self, model_name: TextGenerationModel, params: None = None, **fields: object
    ) -> Stream[TextGenerationChunk]: ...
    @overload
    def stream(self, model_name: str, params: None = None, **fields: object) -> Stream[AIRunChunk | Any]: ...
    def stream(self, model_name: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(RUN, {"model_name": model_name}, params, fields)

    def stream_bytes(self, model_name: str, params: Params[R] | None = None, **fields: object) -> ByteStream:
        """The same for an answer that is a file: its bytes as they come, never held as a whole."""
        return self._stream_bytes(RUN, {"model_name": model_name}, params, fields)

    def batch(
        self, model_name: str, requests: Sequence[Params[R]], **options: Unpack[AccountIdOptions]
    ) -> BatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return self._batch(RUN, {"model_name": model_name}, requests, options)


class AIWithRawResponse(RawResource, ByNameWithRawResponse):
    """Workers AI, for threads, giving HTTP responses."""

    authors: Nested[_authors.AIAuthorsWithRawResponse] = Nested()
    finetunes: Nested[_finetunes.AIFinetunesWithRawResponse] = Nested()
    models: Nested[_models.AIModelsWithRawResponse] = Nested()
    tasks: Nested[_tasks.AITasksWithRawResponse] = Nested()
    to_markdown: Nested[_to_markdown.AIToMarkdownWithRawResponse] = Nested()

    @overload
    def run(self, model_name: str, params: Params[R], **options: Unpack[AccountIdOptions]) -> RawResponse[R]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> RawResponse[Stream[AIRunChunk | Any]]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> RawResponse[AIRunResponse | Any]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> RawResponse[AIRunResponse | Stream[AIRunChunk | Any] | Any]: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """As `AI.run`."""
        return self._run(RUN, {"model_name": model_name}, params, fields)


class AsyncAI(AsyncResource["AsyncAIWithRawResponse"], AsyncByName):
    """Workers AI, for asyncio and trio."""

    authors: Nested[_authors.AsyncAIAuthors] = Nested()
    finetunes: Nested[_finetunes.AsyncAIFinetunes] = Nested()
    models: Nested[_models.AsyncAIModels] = Nested()
    tasks: Nested[_tasks.AsyncAITasks] = Nested()
    to_markdown: Nested[_to_markdown.AsyncAIToMarkdown] = Nested()

    @overload
    async def run(self, model_name: str, params: Params[R], **options: Unpack[AccountIdOptions]) -> R: ...
    @overload
    async def run(
        self, model_name: MoondreamName, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncStream[MoondreamChunk]: ...
    @overload
    async def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        prompt: object,
        stream: Literal[True],
        **fields: object,
    ) -> AsyncStream[TextGenerationChunk]: ...
    @overload
    async def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        messages: object,
        stream: Literal[True],
        **fields: object,
    ) -> AsyncStream[TextGenerationChunk]: ...
    @overload
    async def run(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncStream[ResponseEvent]: ...
    @overload
    async def run(
        self, model_name: TextGenerationModel, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncStream[TextGenerationChunk]: ...
    @overload
    async def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncStream[AIRunChunk | Any]: ...
    @overload
    async def run(
        self, model_name: IndicTranslationName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> IndicTranslation: ...
    @overload
    async def run(
        self, model_name: RerankName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> Rerank: ...
    @overload
    async def run(
        self,
        model_name: ClefName | ClefFlashName | ClefOmniName,
        params: None = None,
        *,
        stream: _Whole = None,
        **fields: object,
    ) -> Decisions: ...
    @overload
    async def run(
        self, model_name: Nova3Name, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> NovaTranscript: ...
    @overload
    async def run(
        self, model_name: MoondreamName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> Moondream: ...
    @overload
    async def run(
        self, model_name: SmartTurnName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> SmartTurn: ...
    @overload
    async def run(
        self, model_name: BgeM3Name, params: None = None, *, text: object, stream: _Whole = None, **fields: object
    ) -> TextEmbeddingsResponse: ...
    @overload
    async def run(
        self,
        model_name: BgeM3Name,
        params: None = None,
        *,
        query: object,
        contexts: object,
        stream: _Whole = None,
        **fields: object,
    ) -> M3Ranking: ...
    @overload
    async def run(
        self, model_name: BgeM3Name, params: None = None, *, contexts: object, stream: _Whole = None, **fields: object
    ) -> M3ContextEmbeddings: ...
    @overload
    async def run(
        self, model_name: BgeM3Name, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextEmbeddingsResponse | M3Ranking | M3ContextEmbeddings: ...
    @overload
    async def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        prompt: object,
        stream: _Whole = None,
        **fields: object,
    ) -> TextGenerationResponse: ...
    @overload
    async def run(
        self,
        model_name: GptOssName | QueuedGptOssName,
        params: None = None,
        *,
        messages: object,
        stream: _Whole = None,
        **fields: object,
    ) -> TextGenerationResponse: ...
    @overload
    async def run(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ModelResponse: ...
    @overload
    async def run(
        self, model_name: TextClassificationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextClassificationResponse: ...
    @overload
    async def run(
        self, model_name: TextToImageModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextToImageResponse: ...
    @overload
    async def run(
        self, model_name: TextToSpeechModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextToSpeechResponse: ...
    @overload
    async def run(
        self, model_name: TextEmbeddingsModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextEmbeddingsResponse: ...
    @overload
    async def run(
        self,
        model_name: AutomaticSpeechRecognitionModel,
        params: None = None,
        *,
        stream: _Whole = None,
        **fields: object,
    ) -> AutomaticSpeechRecognitionResponse: ...
    @overload
    async def run(
        self, model_name: ImageClassificationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ImageClassificationResponse: ...
    @overload
    async def run(
        self, model_name: ObjectDetectionModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ObjectDetectionResponse: ...
    @overload
    async def run(
        self, model_name: TextGenerationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TextGenerationResponse: ...
    @overload
    async def run(
        self, model_name: TranslationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> TranslationResponse: ...
    @overload
    async def run(
        self, model_name: SummarizationModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> SummarizationResponse: ...
    @overload
    async def run(
        self, model_name: ImageToTextModel, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> ImageToTextResponse: ...
    @overload
    async def run(
        self, model_name: str, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> AIRunResponse | Any: ...
    @overload
    async def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> AIRunResponse | AsyncStream[AIRunChunk | Any] | Any: ...
    async def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """As `AI.run`."""
        return await self._run(RUN, {"model_name": model_name}, params, fields)

    @overload
    def stream(
        self, model_name: str, params: StreamParams[R, C], **options: Unpack[AccountIdOptions]
    ) -> AsyncStream[C]: ...
    @overload
    def stream(
        self, model_name: MoondreamName, params: None = None, **fields: object
    ) -> AsyncStream[MoondreamChunk]: ...
    @overload
    def stream(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, prompt: object, **fields: object
    ) -> AsyncStream[TextGenerationChunk]: ...
    @overload
    def stream(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, *, messages: object, **fields: object
    ) -> AsyncStream[TextGenerationChunk]: ...
    @overload
    def stream(
        self, model_name: GptOssName | QueuedGptOssName, params: None = None, **fields: object
    ) -> AsyncStream[ResponseEvent]: ...
    @overload
    def stream(
        self, model_name: TextGenerationModel, params: None = None, **fields: object
    ) -> AsyncStream[TextGenerationChunk]: ...
    @overload
    def stream(self, model_name: str, params: None = None, **fields: object) -> AsyncStream[AIRunChunk | Any]: ...
    def stream(self, model_name: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(RUN, {"model_name": model_name}, params, fields)

    def stream_bytes(self, model_name: str, params: Params[R] | None = None, **fields: object) -> AsyncByteStream:
        """The same for an answer that is a file: its bytes as they come, never held as a whole."""
        return self._stream_bytes(RUN, {"model_name": model_name}, params, fields)

    async def batch(
        self, model_name: str, requests: Sequence[Params[R]], **options: Unpack[AccountIdOptions]
    ) -> AsyncBatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return await self._batch(RUN, {"model_name": model_name}, requests, options)


class AsyncAIWithRawResponse(RawResource, AsyncByNameWithRawResponse):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    authors: Nested[_authors.AsyncAIAuthorsWithRawResponse] = Nested()
    finetunes: Nested[_finetunes.AsyncAIFinetunesWithRawResponse] = Nested()
    models: Nested[_models.AsyncAIModelsWithRawResponse] = Nested()
    tasks: Nested[_tasks.AsyncAITasksWithRawResponse] = Nested()
    to_markdown: Nested[_to_markdown.AsyncAIToMarkdownWithRawResponse] = Nested()

    @overload
    def run(self, model_name: str, params: Params[R], **options: Unpack[AccountIdOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncRawResponse[AsyncStream[AIRunChunk | Any]]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> AsyncRawResponse[AIRunResponse | Any]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> AsyncRawResponse[AIRunResponse | AsyncStream[AIRunChunk | Any] | Any]: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """As `AI.run`."""
        return self._run(RUN, {"model_name": model_name}, params, fields)
