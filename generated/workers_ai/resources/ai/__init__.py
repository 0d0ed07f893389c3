"""Workers AI."""

# fmt: off
# isort: skip_file
# ruff: noqa

# ruff: noqa: F403, F405  # the aliases of models, one for each task

# That a stream is asked for decides what a call gives, whatever its other keywords are.
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, TypeAlias, Unpack

    from ..._runtime.batches import AsyncBatchHandle, BatchHandle
    from ..._runtime.models import C, Params, R, StreamParams
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ..._runtime.streams import AsyncByteStream, AsyncStream, ByteStream, Stream
    from ...ai_run import AIRunChunk, AIRunResponse
    from ...automatic_speech_recognition import AutomaticSpeechRecognitionResponse
    from ...catalogue import *
    from ...image_classification import ImageClassificationResponse
    from ...image_to_text import ImageToTextResponse
    from ...object_detection import ObjectDetectionResponse
    from ...summarization import SummarizationResponse
    from ...text_classification import TextClassificationResponse
    from ...text_embeddings import TextEmbeddingsResponse
    from ...text_generation import TextGenerationResponse
    from ...text_to_image import TextToImageResponse
    from ...text_to_speech import TextToSpeechResponse
    from ...translation import TranslationResponse
    from .authors import AIAuthors, AIAuthorsWithRawResponse, AsyncAIAuthors, AsyncAIAuthorsWithRawResponse
    from .finetunes import AIFinetunes, AIFinetunesWithRawResponse, AsyncAIFinetunes, AsyncAIFinetunesWithRawResponse
    from .models import AIModels, AIModelsWithRawResponse, AsyncAIModels, AsyncAIModelsWithRawResponse
    from .tasks import AITasks, AITasksWithRawResponse, AsyncAITasks, AsyncAITasksWithRawResponse
    from .to_markdown import (
        AIToMarkdown,
        AIToMarkdownWithRawResponse,
        AsyncAIToMarkdown,
        AsyncAIToMarkdownWithRawResponse,
    )
    from ...models.overloads import AsyncByName, AsyncByNameWithRawResponse, ByName, ByNameWithRawResponse

    # What asks for no stream.
    _Whole: TypeAlias = Literal[False] | None

    class _Options(RequestOptions, total=False):
        account_id: str | None


RUN = Operation(
    name="ai.run",
    method="POST",
    path="/accounts/{account_id}/ai/run/{model_name}",
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


class AI(Resource, ByName):
    """Workers AI, for threads."""

    @cached_property
    def with_raw_response(self) -> AIWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AIWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AIWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AIWithRawResponse(self._client, unread=True)

    @overload
    def run(self, model_name: str, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> Stream[AIRunChunk]: ...
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
    ) -> AIRunResponse: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> AIRunResponse | Stream[AIRunChunk]: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """Execute AI model.

        Sends one input to a Workers AI model and returns what the model makes of it. The task of
        the model decides which form of the input it takes, and the result has the form with the
        same title. Models that produce a file or a stream answer with that instead of JSON.

        Permissions: com.cloudflare.api.account.ai.

        `params` is an instance of a params class and decides the type of the answer. Keywords do
        as well: the answer is then typed by the task of the model and by the keywords, and the
        options of a call go beside them.
        """
        return self._run(RUN, {"model_name": model_name}, params, fields)

    @overload
    def stream(self, model_name: str, params: StreamParams[R, C], **options: Unpack[_Options]) -> Stream[C]: ...
    @overload
    def stream(self, model_name: str, params: None = None, **fields: object) -> Stream[AIRunChunk]: ...
    def stream(self, model_name: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(RUN, {"model_name": model_name}, params, fields)

    def stream_bytes(self, model_name: str, params: Params[R] | None = None, **fields: object) -> ByteStream:
        """The same for an answer that is a file: its bytes as they come, never held as a whole."""
        return self._stream_bytes(RUN, {"model_name": model_name}, params, fields)

    def batch(self, model_name: str, requests: Sequence[Params[R]], **options: Unpack[_Options]) -> BatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return self._batch(RUN, {"model_name": model_name}, requests, options)

    @cached_property
    def authors(self) -> AIAuthors:
        """Workers AI."""
        from .authors import AIAuthors

        return AIAuthors(self._client)

    @cached_property
    def finetunes(self) -> AIFinetunes:
        """Workers AI Finetune."""
        from .finetunes import AIFinetunes

        return AIFinetunes(self._client)

    @cached_property
    def models(self) -> AIModels:
        """Workers AI."""
        from .models import AIModels

        return AIModels(self._client)

    @cached_property
    def tasks(self) -> AITasks:
        """Workers AI."""
        from .tasks import AITasks

        return AITasks(self._client)

    @cached_property
    def to_markdown(self) -> AIToMarkdown:
        """Workers AI."""
        from .to_markdown import AIToMarkdown

        return AIToMarkdown(self._client)


class AIWithRawResponse(RawResource, ByNameWithRawResponse):
    """Workers AI, for threads, giving HTTP responses."""

    @overload
    def run(self, model_name: str, params: Params[R], **options: Unpack[_Options]) -> RawResponse[R]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> RawResponse[Stream[AIRunChunk]]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> RawResponse[AIRunResponse]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> RawResponse[AIRunResponse | Stream[AIRunChunk]]: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """As `AI.run`."""
        return self._run(RUN, {"model_name": model_name}, params, fields)

    @cached_property
    def authors(self) -> AIAuthorsWithRawResponse:
        """Workers AI."""
        from .authors import AIAuthorsWithRawResponse

        return AIAuthorsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def finetunes(self) -> AIFinetunesWithRawResponse:
        """Workers AI Finetune."""
        from .finetunes import AIFinetunesWithRawResponse

        return AIFinetunesWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def models(self) -> AIModelsWithRawResponse:
        """Workers AI."""
        from .models import AIModelsWithRawResponse

        return AIModelsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def tasks(self) -> AITasksWithRawResponse:
        """Workers AI."""
        from .tasks import AITasksWithRawResponse

        return AITasksWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def to_markdown(self) -> AIToMarkdownWithRawResponse:
        """Workers AI."""
        from .to_markdown import AIToMarkdownWithRawResponse

        return AIToMarkdownWithRawResponse(self._client, unread=self._unread)


class AsyncAI(AsyncResource, AsyncByName):
    """Workers AI, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncAIWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncAIWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncAIWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncAIWithRawResponse(self._client, unread=True)

    @overload
    async def run(self, model_name: str, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    async def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncStream[AIRunChunk]: ...
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
    ) -> AIRunResponse: ...
    @overload
    async def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> AIRunResponse | AsyncStream[AIRunChunk]: ...
    async def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """As `AI.run`."""
        return await self._run(RUN, {"model_name": model_name}, params, fields)

    @overload
    def stream(self, model_name: str, params: StreamParams[R, C], **options: Unpack[_Options]) -> AsyncStream[C]: ...
    @overload
    def stream(self, model_name: str, params: None = None, **fields: object) -> AsyncStream[AIRunChunk]: ...
    def stream(self, model_name: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(RUN, {"model_name": model_name}, params, fields)

    def stream_bytes(self, model_name: str, params: Params[R] | None = None, **fields: object) -> AsyncByteStream:
        """The same for an answer that is a file: its bytes as they come, never held as a whole."""
        return self._stream_bytes(RUN, {"model_name": model_name}, params, fields)

    async def batch(
        self, model_name: str, requests: Sequence[Params[R]], **options: Unpack[_Options]
    ) -> AsyncBatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return await self._batch(RUN, {"model_name": model_name}, requests, options)

    @cached_property
    def authors(self) -> AsyncAIAuthors:
        """Workers AI."""
        from .authors import AsyncAIAuthors

        return AsyncAIAuthors(self._client)

    @cached_property
    def finetunes(self) -> AsyncAIFinetunes:
        """Workers AI Finetune."""
        from .finetunes import AsyncAIFinetunes

        return AsyncAIFinetunes(self._client)

    @cached_property
    def models(self) -> AsyncAIModels:
        """Workers AI."""
        from .models import AsyncAIModels

        return AsyncAIModels(self._client)

    @cached_property
    def tasks(self) -> AsyncAITasks:
        """Workers AI."""
        from .tasks import AsyncAITasks

        return AsyncAITasks(self._client)

    @cached_property
    def to_markdown(self) -> AsyncAIToMarkdown:
        """Workers AI."""
        from .to_markdown import AsyncAIToMarkdown

        return AsyncAIToMarkdown(self._client)


class AsyncAIWithRawResponse(AsyncRawResource, AsyncByNameWithRawResponse):
    """Workers AI, for asyncio and trio, giving HTTP responses."""

    @overload
    def run(self, model_name: str, params: Params[R], **options: Unpack[_Options]) -> AsyncRawResponse[R]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: Literal[True], **fields: object
    ) -> AsyncRawResponse[AsyncStream[AIRunChunk]]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: _Whole = None, **fields: object
    ) -> AsyncRawResponse[AIRunResponse]: ...
    @overload
    def run(
        self, model_name: str, params: None = None, *, stream: bool | None, **fields: object
    ) -> AsyncRawResponse[AIRunResponse | AsyncStream[AIRunChunk]]: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object:
        """As `AI.run`."""
        return self._run(RUN, {"model_name": model_name}, params, fields)

    @cached_property
    def authors(self) -> AsyncAIAuthorsWithRawResponse:
        """Workers AI."""
        from .authors import AsyncAIAuthorsWithRawResponse

        return AsyncAIAuthorsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def finetunes(self) -> AsyncAIFinetunesWithRawResponse:
        """Workers AI Finetune."""
        from .finetunes import AsyncAIFinetunesWithRawResponse

        return AsyncAIFinetunesWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def models(self) -> AsyncAIModelsWithRawResponse:
        """Workers AI."""
        from .models import AsyncAIModelsWithRawResponse

        return AsyncAIModelsWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def tasks(self) -> AsyncAITasksWithRawResponse:
        """Workers AI."""
        from .tasks import AsyncAITasksWithRawResponse

        return AsyncAITasksWithRawResponse(self._client, unread=self._unread)

    @cached_property
    def to_markdown(self) -> AsyncAIToMarkdownWithRawResponse:
        """Workers AI."""
        from .to_markdown import AsyncAIToMarkdownWithRawResponse

        return AsyncAIToMarkdownWithRawResponse(self._client, unread=self._unread)
