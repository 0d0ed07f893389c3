"""Library."""

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
    from typing import Literal, Required, TypeAlias, Unpack

    from ..._runtime.batches import AsyncBatchHandle, BatchHandle
    from ..._runtime.models import C, Params, R, StreamParams
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ..._runtime.streams import AsyncStream, Stream
    from ...keywords.shelves import ShelvesGuessKeywords, ShelvesSearchKeywords
    from ...shelves import ShelvesGuessChunk, ShelvesGuessResponse, ShelvesSearchChunk, ShelvesSearchResponse
    from . import books as _books
    from . import days as _days
    from . import label as _label

    # What asks for no stream.
    _Whole: TypeAlias = Literal[False] | None

    class _Options(RequestOptions, total=False):
        text_: str | None
        """What is looked for first."""
        page: Required[int]


SEARCH = Operation(
    "shelves.search",
    "POST /shelves/{shelf}/search",
    params="ShelvesSearchParams",
    query="text_ page",
    required="page",
    renamed={"text_": "text"},
    flag="stream",
)
GUESS = Operation(
    "shelves.guess",
    "POST /shelves/{shelf}/guess/{model_name}",
    slashed=("model_name",),
    params="ShelvesGuessParams",
    flag="stream",
)


class Shelves(Resource["ShelvesWithRawResponse"]):
    """Library, for threads."""

    books: Nested[_books.ShelvesBooks] = Nested()
    """Library."""
    days: Nested[_days.ShelvesDays] = Nested()
    """Library."""
    label: Nested[_label.ShelvesLabel] = Nested()
    """Library."""

    @overload
    def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: Literal[True], **fields: Unpack[ShelvesSearchKeywords]
    ) -> Stream[ShelvesSearchChunk]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: _Whole = None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> ShelvesSearchResponse: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: bool | None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> ShelvesSearchResponse | Stream[ShelvesSearchChunk]: ...
    def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """Search a shelf."""
        return self._run(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def stream_search(self, shelf: str, params: StreamParams[R, C], **options: Unpack[_Options]) -> Stream[C]: ...
    @overload
    def stream_search(
        self, shelf: str, params: None = None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> Stream[ShelvesSearchChunk]: ...
    def stream_search(self, shelf: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def guess(self, model_name: str, params: Params[R], *, shelf: str, **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: Literal[True],
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> Stream[ShelvesGuessChunk]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: _Whole = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> ShelvesGuessResponse: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: bool | None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> ShelvesGuessResponse | Stream[ShelvesGuessChunk]: ...
    def guess(self, model_name: str, params: object = None, *, shelf: str, **fields: object) -> object:
        """Guess a book."""
        return self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    @overload
    def stream(
        self, model_name: str, params: StreamParams[R, C], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> Stream[C]: ...
    @overload
    def stream(
        self, model_name: str, params: None = None, *, shelf: str, **fields: Unpack[ShelvesGuessKeywords]
    ) -> Stream[ShelvesGuessChunk]: ...
    def stream(self, model_name: str, params: object = None, *, shelf: str, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    def batch(
        self, model_name: str, requests: Sequence[Params[R]], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> BatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return self._batch(GUESS, {"shelf": shelf, "model_name": model_name}, requests, options)


class ShelvesWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    books: Nested[_books.ShelvesBooksWithRawResponse] = Nested()
    days: Nested[_days.ShelvesDaysWithRawResponse] = Nested()
    label: Nested[_label.ShelvesLabelWithRawResponse] = Nested()

    @overload
    def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> RawResponse[R]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: Literal[True], **fields: Unpack[ShelvesSearchKeywords]
    ) -> RawResponse[Stream[ShelvesSearchChunk]]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: _Whole = None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> RawResponse[ShelvesSearchResponse]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: bool | None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> RawResponse[ShelvesSearchResponse | Stream[ShelvesSearchChunk]]: ...
    def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """As `Shelves.search`."""
        return self._run(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def guess(
        self, model_name: str, params: Params[R], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> RawResponse[R]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: Literal[True],
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> RawResponse[Stream[ShelvesGuessChunk]]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: _Whole = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> RawResponse[ShelvesGuessResponse]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: bool | None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> RawResponse[ShelvesGuessResponse | Stream[ShelvesGuessChunk]]: ...
    def guess(self, model_name: str, params: object = None, *, shelf: str, **fields: object) -> object:
        """As `Shelves.guess`."""
        return self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)


class AsyncShelves(AsyncResource["AsyncShelvesWithRawResponse"]):
    """Library, for asyncio and trio."""

    books: Nested[_books.AsyncShelvesBooks] = Nested()
    days: Nested[_days.AsyncShelvesDays] = Nested()
    label: Nested[_label.AsyncShelvesLabel] = Nested()

    @overload
    async def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    async def search(
        self, shelf: str, params: None = None, *, stream: Literal[True], **fields: Unpack[ShelvesSearchKeywords]
    ) -> AsyncStream[ShelvesSearchChunk]: ...
    @overload
    async def search(
        self, shelf: str, params: None = None, *, stream: _Whole = None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> ShelvesSearchResponse: ...
    @overload
    async def search(
        self, shelf: str, params: None = None, *, stream: bool | None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> ShelvesSearchResponse | AsyncStream[ShelvesSearchChunk]: ...
    async def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """As `Shelves.search`."""
        return await self._run(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def stream_search(self, shelf: str, params: StreamParams[R, C], **options: Unpack[_Options]) -> AsyncStream[C]: ...
    @overload
    def stream_search(
        self, shelf: str, params: None = None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> AsyncStream[ShelvesSearchChunk]: ...
    def stream_search(self, shelf: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    async def guess(
        self, model_name: str, params: Params[R], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> R: ...
    @overload
    async def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: Literal[True],
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> AsyncStream[ShelvesGuessChunk]: ...
    @overload
    async def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: _Whole = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> ShelvesGuessResponse: ...
    @overload
    async def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: bool | None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> ShelvesGuessResponse | AsyncStream[ShelvesGuessChunk]: ...
    async def guess(self, model_name: str, params: object = None, *, shelf: str, **fields: object) -> object:
        """As `Shelves.guess`."""
        return await self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    @overload
    def stream(
        self, model_name: str, params: StreamParams[R, C], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> AsyncStream[C]: ...
    @overload
    def stream(
        self, model_name: str, params: None = None, *, shelf: str, **fields: Unpack[ShelvesGuessKeywords]
    ) -> AsyncStream[ShelvesGuessChunk]: ...
    def stream(self, model_name: str, params: object = None, *, shelf: str, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    async def batch(
        self, model_name: str, requests: Sequence[Params[R]], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> AsyncBatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return await self._batch(GUESS, {"shelf": shelf, "model_name": model_name}, requests, options)


class AsyncShelvesWithRawResponse(RawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    books: Nested[_books.AsyncShelvesBooksWithRawResponse] = Nested()
    days: Nested[_days.AsyncShelvesDaysWithRawResponse] = Nested()
    label: Nested[_label.AsyncShelvesLabelWithRawResponse] = Nested()

    @overload
    def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> AsyncRawResponse[R]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: Literal[True], **fields: Unpack[ShelvesSearchKeywords]
    ) -> AsyncRawResponse[AsyncStream[ShelvesSearchChunk]]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: _Whole = None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> AsyncRawResponse[ShelvesSearchResponse]: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: bool | None, **fields: Unpack[ShelvesSearchKeywords]
    ) -> AsyncRawResponse[ShelvesSearchResponse | AsyncStream[ShelvesSearchChunk]]: ...
    def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """As `Shelves.search`."""
        return self._run(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def guess(
        self, model_name: str, params: Params[R], *, shelf: str, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[R]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: Literal[True],
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> AsyncRawResponse[AsyncStream[ShelvesGuessChunk]]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: _Whole = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> AsyncRawResponse[ShelvesGuessResponse]: ...
    @overload
    def guess(
        self,
        model_name: str,
        params: None = None,
        *,
        shelf: str,
        stream: bool | None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> AsyncRawResponse[ShelvesGuessResponse | AsyncStream[ShelvesGuessChunk]]: ...
    def guess(self, model_name: str, params: object = None, *, shelf: str, **fields: object) -> object:
        """As `Shelves.guess`."""
        return self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)
