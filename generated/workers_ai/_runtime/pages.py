"""Answers in pages. Emitted for clients that have operations with pages, and loaded for those alone."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import suppress
from typing import Any, Concatenate, Generic, NamedTuple, ParamSpec, TypeVar, cast

import httpx2
import msgspec

from .answers import answer_of
from .call import Call
from .clients import BaseClient
from .errors import CloudflareError
from .json_text import is_list
from .models import Response
from .operations import Fields, Operation
from .requests import without_unset
from .resources import Operations, RawResource, Resource
from .responses import AsyncRawResponse
from .sending import Exchange
from .waiting import TaskIO, run_blocking

P = ParamSpec("P")
T = TypeVar("T")


class Cursors(Response):
    """Where the pages around one begin."""

    after: str | None = None
    before: str | None = None


class ResultInfo(Response):
    """What the service says of a page; other members are in `extra_fields`."""

    page: int | None = None
    per_page: int | None = None
    count: int | None = None
    total_count: int | None = None
    total_pages: int | None = None
    cursor: str | None = None
    cursors: Cursors | None = None


class _Envelope(msgspec.Struct):
    result_info: dict[str, Any] | None = None


class PageRequest(NamedTuple):
    """A call of an operation with pages; `seen` chose the pages before, `before` are the items of the last."""

    client: BaseClient
    operation: Operation
    path: Fields
    body: object
    keywords: Fields
    seen: frozenset[object] = frozenset()
    before: object = None

    async def page(self) -> Any:  # noqa: ANN401  # of one of two classes
        return await _PageExchange(self).answer()

    async def read(self, call: Call, response: httpx2.Response) -> tuple[list[Any], ResultInfo]:
        family, keyword, _, field = self.operation.pages
        answer, info = await answer_of(call, response), _info_in(response.content)
        items = getattr(answer, field, None) if field else answer
        found = list(items) if is_list(items) else []
        asked, page = self.keywords.get(keyword), _number(info.page) if family == "page" else None
        # A service that does not know the keyword would give its first page for ever.
        if (found and found == self.before and page != asked) or (page and page < (_number(asked) or 0)):
            raise CloudflareError(f"The service gave the same page again for `{keyword}={asked!r}`")
        return found, info

    def next_keywords(self, items: list[Any], info: ResultInfo) -> Fields | None:
        """What chooses the next page; None where there is none."""
        family, keyword, keyword_of_size, _ = self.operation.pages
        size, is_last = _number(info.per_page) or _number(self.keywords.get(keyword_of_size)), None
        asked, pages, total = map(_number, (self.keywords.get(keyword), info.total_pages, info.total_count))
        match family:
            case "cursor":
                cursor = info.cursor or getattr(info.cursors, "after", None)
                return {keyword: cursor} if cursor and isinstance(cursor, str | int) else None
            case "page":
                page = max(asked or 1, _number(info.page) or 1)
                reached, following = page * (size or len(items)), page + 1
                is_last = None if pages is None else page >= pages
            case _:
                reached = following = (asked or 0) + len(items)
        if is_last is None:
            is_last = len(items) < (size or 0) if total is None else reached >= total
        return None if is_last or not items else {keyword: following}


class _Page(Generic[T]):
    """A page. Iterating over it gives its items and those of all pages after it."""

    def __init__(self, request: PageRequest, result: list[T], result_info: ResultInfo) -> None:
        self._request = request
        self.result: list[T] = result
        """The items of this page alone."""
        self.result_info: ResultInfo = result_info
        """What the service says of it."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.result)} items>"

    def has_next_page(self) -> bool:
        """Whether there is a page after this one, as far as the service says."""
        return self._request.next_keywords(self.result, self.result_info) is not None

    def _next_request(self) -> PageRequest:
        request, keyword = self._request, self._request.operation.pages[1]
        chosen = request.next_keywords(self.result, self.result_info)
        if chosen is None:
            raise CloudflareError("This is the last page: ask `has_next_page()` first")
        seen = request.seen | {request.keywords.get(keyword)}
        if chosen[keyword] in seen:
            raise CloudflareError(f"The service gives the {keyword} {chosen[keyword]!r} again")
        return request._replace(keywords={**request.keywords, **chosen}, seen=seen, before=self.result)


class SyncPage(_Page[T]):
    """A page of `Cloudflare`."""

    def next_page(self) -> SyncPage[T]:
        """The page after this one. Raises CloudflareError where there is none."""
        return cast("SyncPage[T]", run_blocking(self._next_request().page()))

    def iter_pages(self) -> Iterator[SyncPage[T]]:
        """This page and all after it."""
        page = self
        yield page
        while page.has_next_page():
            page = page.next_page()
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page.result


class AsyncPage(_Page[T]):
    """A page of `AsyncCloudflare`. On asyncio, the next page is asked for while one is read."""

    async def next_page(self) -> AsyncPage[T]:
        """The page after this one. Raises CloudflareError where there is none."""
        return cast("AsyncPage[T]", await self._next_request().page())

    def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """This page and all after it."""
        return _Pages(self._itself)

    def __aiter__(self) -> AsyncIterator[T]:
        return _Items(_Pages(self._itself))

    async def _itself(self) -> AsyncPage[T]:
        return self

    def ahead(self) -> asyncio.Task[AsyncPage[T]] | None:
        """The next page on its way, where there is one; trio has tasks in nurseries alone."""
        loop = _running_loop()
        if not (isinstance(loop, asyncio.AbstractEventLoop) and self.has_next_page()):
            return None
        task = loop.create_task(self.next_page())
        # What nobody comes to read is no failure that anybody has to hear of.
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        return task


class AsyncPages(Generic[T]):
    """What an operation with pages gives: awaited, its first page; iterated over, all items."""

    def __init__(self, request: PageRequest) -> None:
        self._request = request

    def __await__(self) -> Generator[Any, Any, AsyncPage[T]]:
        return self._request.page().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        return _Items(_Pages(self._request.page))


class _Pages(AsyncIterator[AsyncPage[T]]):
    """Pages in turn, one and no more ahead. No generator, which trio wants closed by hand."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._next: Callable[[], Awaitable[AsyncPage[T]]] | None = first
        self._ahead: asyncio.Task[AsyncPage[T]] | None = None

    async def __anext__(self) -> AsyncPage[T]:
        if self._next is None:
            raise StopAsyncIteration
        ahead, ask, self._ahead, self._next = self._ahead, self._next, None, None
        if ahead is not None and ahead.get_loop() is not _running_loop():
            # Nobody else can wait for it, and it may have ended with its loop.
            ahead = None
        try:
            page = await (ahead or ask())
        except BaseException:
            if ahead is not None:
                ahead.cancel()
            raise
        if page.has_next_page():
            self._ahead, self._next = page.ahead(), page.next_page
        return page

    def __del__(self) -> None:
        if self._ahead is not None and not self._ahead.done():
            # The loop may be closed by now.
            with suppress(RuntimeError):
                self._ahead.cancel()


class _Items(AsyncIterator[T]):
    def __init__(self, pages: _Pages[T]) -> None:
        self._pages, self._waiting = pages, iter(cast("list[T]", []))

    async def __anext__(self) -> T:
        while True:
            for item in self._waiting:
                return item
            self._waiting = iter((await anext(self._pages)).result)


_running_loop = TaskIO().loop


class _PageExchange(Exchange):
    """What is answered with a page."""

    def __init__(self, request: PageRequest) -> None:
        super().__init__(*request[:5])
        self._request = request

    async def decoded(self, response: httpx2.Response) -> object:
        """The page in a response that was read."""
        page: type[_Page[Any]] = AsyncPage if self.io.waits else SyncPage
        return page(self._request, *await self._request.read(await self.call(), response))


def paged(resource: Operations, operation: Operation, path: Fields, body: object, keywords: Fields) -> SyncPage[Any]:
    """What an operation with pages gives, as the class of its resource gives answers."""
    request = PageRequest(resource._client, operation, path, body, without_unset(keywords))  # noqa: SLF001
    match resource:
        case Resource():
            found = run_blocking(request.page())
        case RawResource():
            found = resource._respond(_PageExchange(request))  # noqa: SLF001
        case _:
            found = AsyncPages(request)
    # The methods of other classes are derived from that for threads, with types of their own.
    return cast("SyncPage[Any]", found)


def as_async_pages(method: Callable[Concatenate[Any, P], SyncPage[T]]) -> Callable[Concatenate[Any, P], AsyncPages[T]]:
    """The method for asyncio and trio; nothing is sent before its pages are awaited or iterated over."""
    return cast("Callable[Concatenate[Any, P], AsyncPages[T]]", method)


def as_async_raw_page(
    method: Callable[Concatenate[Any, P], SyncPage[T]],
) -> Callable[Concatenate[Any, P], AsyncRawResponse[AsyncPage[T]]]:
    """The method with the response in place of a page, which gives the page."""
    return cast("Callable[Concatenate[Any, P], AsyncRawResponse[AsyncPage[T]]]", method)


def _number(value: object) -> int | None:
    """A number that is one; what a service says may be of any type."""
    return value if isinstance(value, int) else None


def _info_in(content: bytes) -> ResultInfo:
    with suppress(msgspec.MsgspecError, UnicodeDecodeError):
        return ResultInfo.from_dict(msgspec.json.decode(content, type=_Envelope).result_info or {})
    return ResultInfo()
