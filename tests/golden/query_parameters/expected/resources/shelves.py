"""Library."""

# That a stream is asked for decides what a call gives, whatever its other keywords are.
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal, Required, Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.models import C, Params, R, StreamParams
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from ..keywords.shelves_guess import ShelvesGuessKeywords
    from ..keywords.shelves_search import ShelvesSearchKeywords
    from ..shelves_guess import ShelvesGuessChunk, ShelvesGuessResponse
    from ..shelves_list_books import ShelvesListBooksResponse
    from ..shelves_search import ShelvesSearchChunk, ShelvesSearchResponse

    class _Options(RequestOptions, total=False):
        text_: str | None
        """What is looked for first."""
        page: Required[int]


LIST_BOOKS = Operation(
    name="shelves.list_books",
    method="GET",
    path="/shelves/{shelf}/books",
    answer="ShelvesListBooksResponse",
    query={
        "shelf_": "shelf",
        "order_by": "order-by",
        "timeout_": "timeout",
        "limit": "limit",
        "lent": "lent",
        "tags": "tags",
        "since": "since",
        "filter": "filter",
    },
    headers={"x_trace": "X-Trace"},
    styles={"filter": "form exploded"},
    body=False,
)

LIST_LABEL = Operation(
    name="shelves.list_label",
    method="GET",
    path="/shelves/{shelf}/label",
    body=False,
    empty=True,
)

SEARCH = Operation(
    name="shelves.search",
    method="POST",
    path="/shelves/{shelf}/search",
    variants="SHELVES_SEARCH",
    query={"text_": "text", "page": "page"},
    flag="stream",
)

GUESS = Operation(
    name="shelves.guess",
    method="POST",
    path="/shelves/{shelf}/guess/{model_name}",
    slashed=("model_name",),
    variants="SHELVES_GUESS",
    flag="stream",
)


class Shelves(Resource):
    """Library, for threads."""

    @cached_property
    def with_raw_response(self) -> ShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShelvesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShelvesWithRawResponse(self._client, unread=True)

    def list_books(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ShelvesListBooksResponse:
        """List the books of a shelf.

        `shelf_`: A second shelf.

        `timeout_`: Seconds. \"\"\" ends nothing.
        """
        answer: ShelvesListBooksResponse = self._run(
            LIST_BOOKS,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )
        return answer

    def list_label(self, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """GET /shelves/{shelf}/label."""
        answer: None = self._run(LIST_LABEL, {"shelf": shelf}, None, {**options})
        return answer

    @overload
    def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    def search(
        self, shelf: str, params: None = None, *, stream: Literal[True], **fields: Unpack[ShelvesSearchKeywords]
    ) -> Stream[ShelvesSearchChunk]: ...
    @overload
    def search(
        self,
        shelf: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesSearchKeywords],
    ) -> ShelvesSearchResponse: ...
    def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """Search a shelf.

        Takes an instance of `ShelvesSearchParams`, or its fields by keyword, and options of the
        call.
        """
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
    def guess(self, shelf: str, model_name: str, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def guess(
        self,
        shelf: str,
        model_name: str,
        params: None = None,
        *,
        stream: Literal[True],
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> Stream[ShelvesGuessChunk]: ...
    @overload
    def guess(
        self,
        shelf: str,
        model_name: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> ShelvesGuessResponse: ...
    def guess(self, shelf: str, model_name: str, params: object = None, **fields: object) -> object:
        """Guess a book.

        Takes an instance of `ShelvesGuessParams`, or its fields by keyword, and options of the
        call.
        """
        return self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    @overload
    def stream(
        self, shelf: str, model_name: str, params: StreamParams[R, C], **options: Unpack[RequestOptions]
    ) -> Stream[C]: ...
    @overload
    def stream(
        self, shelf: str, model_name: str, params: None = None, **fields: Unpack[ShelvesGuessKeywords]
    ) -> Stream[ShelvesGuessChunk]: ...
    def stream(self, shelf: str, model_name: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    def batch(
        self, shelf: str, model_name: str, requests: Sequence[Params[R]], **options: Unpack[RequestOptions]
    ) -> BatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return self._batch(GUESS, {"shelf": shelf, "model_name": model_name}, requests, options)


class ShelvesWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    def list_books(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ShelvesListBooksResponse]:
        """As `Shelves.list_books`."""
        return self._run(
            LIST_BOOKS,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )

    def list_label(self, shelf: str, **options: Unpack[RequestOptions]) -> RawResponse[None]:
        """As `Shelves.list_label`."""
        return self._run(LIST_LABEL, {"shelf": shelf}, None, {**options})

    @overload
    def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> RawResponse[R]: ...
    @overload
    def search(
        self,
        shelf: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesSearchKeywords],
    ) -> RawResponse[ShelvesSearchResponse]: ...
    def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """As `Shelves.search`."""
        return self._run(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def guess(
        self, shelf: str, model_name: str, params: Params[R], **options: Unpack[RequestOptions]
    ) -> RawResponse[R]: ...
    @overload
    def guess(
        self,
        shelf: str,
        model_name: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> RawResponse[ShelvesGuessResponse]: ...
    def guess(self, shelf: str, model_name: str, params: object = None, **fields: object) -> object:
        """As `Shelves.guess`."""
        return self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)


class AsyncShelves(AsyncResource):
    """Library, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShelvesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShelvesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShelvesWithRawResponse(self._client, unread=True)

    async def list_books(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ShelvesListBooksResponse:
        """As `Shelves.list_books`."""
        answer: ShelvesListBooksResponse = await self._run(
            LIST_BOOKS,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )
        return answer

    async def list_label(self, shelf: str, **options: Unpack[RequestOptions]) -> None:
        """As `Shelves.list_label`."""
        answer: None = await self._run(LIST_LABEL, {"shelf": shelf}, None, {**options})
        return answer

    @overload
    async def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> R: ...
    @overload
    async def search(
        self, shelf: str, params: None = None, *, stream: Literal[True], **fields: Unpack[ShelvesSearchKeywords]
    ) -> AsyncStream[ShelvesSearchChunk]: ...
    @overload
    async def search(
        self,
        shelf: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesSearchKeywords],
    ) -> ShelvesSearchResponse: ...
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
    async def guess(self, shelf: str, model_name: str, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def guess(
        self,
        shelf: str,
        model_name: str,
        params: None = None,
        *,
        stream: Literal[True],
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> AsyncStream[ShelvesGuessChunk]: ...
    @overload
    async def guess(
        self,
        shelf: str,
        model_name: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> ShelvesGuessResponse: ...
    async def guess(self, shelf: str, model_name: str, params: object = None, **fields: object) -> object:
        """As `Shelves.guess`."""
        return await self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    @overload
    def stream(
        self, shelf: str, model_name: str, params: StreamParams[R, C], **options: Unpack[RequestOptions]
    ) -> AsyncStream[C]: ...
    @overload
    def stream(
        self, shelf: str, model_name: str, params: None = None, **fields: Unpack[ShelvesGuessKeywords]
    ) -> AsyncStream[ShelvesGuessChunk]: ...
    def stream(self, shelf: str, model_name: str, params: object = None, **fields: object) -> object:
        """The same, with the answer piece by piece: an iterator and a context manager."""
        return self._stream(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)

    async def batch(
        self, shelf: str, model_name: str, requests: Sequence[Params[R]], **options: Unpack[RequestOptions]
    ) -> AsyncBatchHandle[R]:
        """Queue requests for one model; the handle gives the answers, in order."""
        return await self._batch(GUESS, {"shelf": shelf, "model_name": model_name}, requests, options)


class AsyncShelvesWithRawResponse(AsyncRawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    def list_books(
        self,
        shelf: str,
        *,
        shelf_: str | None = None,
        order_by: Literal["title", 'the "year"'],
        timeout_: float | None = None,
        limit: int | None = None,
        lent: bool | None = None,
        tags: Sequence[str] | None = None,
        since: int | str | None = None,
        filter: Mapping[str, object] | None = None,
        x_trace: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ShelvesListBooksResponse]:
        """As `Shelves.list_books`."""
        return self._run(
            LIST_BOOKS,
            {"shelf": shelf},
            None,
            {
                "shelf_": shelf_,
                "order_by": order_by,
                "timeout_": timeout_,
                "limit": limit,
                "lent": lent,
                "tags": tags,
                "since": since,
                "filter": filter,
                "x_trace": x_trace,
                **options,
            },
        )

    def list_label(self, shelf: str, **options: Unpack[RequestOptions]) -> AsyncRawResponse[None]:
        """As `Shelves.list_label`."""
        return self._run(LIST_LABEL, {"shelf": shelf}, None, {**options})

    @overload
    def search(self, shelf: str, params: Params[R], **options: Unpack[_Options]) -> AsyncRawResponse[R]: ...
    @overload
    def search(
        self,
        shelf: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesSearchKeywords],
    ) -> AsyncRawResponse[ShelvesSearchResponse]: ...
    def search(self, shelf: str, params: object = None, **fields: object) -> object:
        """As `Shelves.search`."""
        return self._run(SEARCH, {"shelf": shelf}, params, fields)

    @overload
    def guess(
        self, shelf: str, model_name: str, params: Params[R], **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[R]: ...
    @overload
    def guess(
        self,
        shelf: str,
        model_name: str,
        params: None = None,
        *,
        stream: Literal[False] | None = None,
        **fields: Unpack[ShelvesGuessKeywords],
    ) -> AsyncRawResponse[ShelvesGuessResponse]: ...
    def guess(self, shelf: str, model_name: str, params: object = None, **fields: object) -> object:
        """As `Shelves.guess`."""
        return self._run(GUESS, {"shelf": shelf, "model_name": model_name}, params, fields)
