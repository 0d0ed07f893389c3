"""What runners of models have in common, and those of models that the document does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.runners import Runner

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping, Sequence
    from typing import Concatenate, ParamSpec, TypeVar

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.binary import File
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .info import ModelInfo

    P = ParamSpec("P")
    T = TypeVar("T")

    def as_async_stream(
        method: Callable[Concatenate[Any, P], Stream[T]],
    ) -> Callable[Concatenate[Any, P], AsyncStream[T]]:
        """The type of the method for asyncio and trio."""
        ...

    def as_async_raw_stream(
        method: Callable[Concatenate[Any, P], Stream[T]],
    ) -> Callable[Concatenate[Any, P], AsyncRawResponse[AsyncStream[T]]]:
        """The type of the method for asyncio and trio, with the response in place of its answer."""
        ...

    def as_async_batch(
        method: Callable[Concatenate[Any, P], BatchHandle[T]],
    ) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, AsyncBatchHandle[T]]]:
        """The type of the method for asyncio and trio."""
        ...


class ModelRunner(Runner):
    """Runs one model."""

    @property
    def info(self) -> ModelInfo:
        """What is known of the model apart from its schema."""
        info: ModelInfo = self._info()
        return info


class OpenRunner(ModelRunner):
    """Runs a model whose schema is not known: any fields; files go as base64, or `body` as it is."""

    def run(self, body: File | None = None, /, **fields: Any) -> Any:
        """The answer as decoded JSON, or a file."""
        return self._run(body, **fields)

    def stream(self, **fields: Any) -> Stream[Any]:
        """The same, with the answer piece by piece, as decoded JSON."""
        answer: Stream[Any] = self._stream(**fields)
        return answer

    def batch(self, requests: Sequence[Mapping[str, object]], **options: Any) -> BatchHandle[Any]:
        """Queue requests; the handle gives the answers, in order."""
        answer: BatchHandle[Any] = self._batch(requests, **options)
        return answer


class AsyncOpenRunner(ModelRunner):
    """As `OpenRunner`, for asyncio and trio."""

    async def run(self, body: File | None = None, /, **fields: Any) -> Any:
        """The answer as decoded JSON, or a file."""
        return await self._run(body, **fields)

    def stream(self, **fields: Any) -> AsyncStream[Any]:
        """The same, with the answer piece by piece, as decoded JSON."""
        answer: AsyncStream[Any] = self._stream(**fields)
        return answer

    async def batch(self, requests: Sequence[Mapping[str, object]], **options: Any) -> AsyncBatchHandle[Any]:
        """Queue requests; the handle gives the answers, in order."""
        answer: AsyncBatchHandle[Any] = await self._batch(requests, **options)
        return answer


class OpenRunnerWithRawResponse(ModelRunner):
    """As `OpenRunner`, giving HTTP responses."""

    def run(self, body: File | None = None, /, **fields: Any) -> RawResponse[Any]:
        """The response to any fields, or to a file."""
        answer: RawResponse[Any] = self._run(body, **fields)
        return answer

    def stream(self, **fields: Any) -> RawResponse[Stream[Any]]:
        """The same, whose `parse` gives the stream."""
        answer: RawResponse[Stream[Any]] = self._stream(**fields)
        return answer


class AsyncOpenRunnerWithRawResponse(ModelRunner):
    """As `OpenRunner`, for asyncio and trio, giving HTTP responses."""

    def run(self, body: File | None = None, /, **fields: Any) -> AsyncRawResponse[Any]:
        """The response to any fields, or to a file."""
        answer: AsyncRawResponse[Any] = self._run(body, **fields)
        return answer

    def stream(self, **fields: Any) -> AsyncRawResponse[AsyncStream[Any]]:
        """The same, whose `parse` gives the stream."""
        answer: AsyncRawResponse[AsyncStream[Any]] = self._stream(**fields)
        return answer
