"""Answers in pages. Emitted for clients that have operations with pages, and loaded for those alone."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import suppress
from typing import Any, Generic, NamedTuple, Self, TypeVar, cast

import httpx2
import msgspec

from .answers import answer_of
from .clients import BaseClient
from .errors import CloudflareError
from .exchanges import Exchange
from .json_text import is_list
from .models import Response
from .operations import Fields, Operation
from .sending import send_with_retries
from .waiting import run_blocking

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


class _Paging(NamedTuple):
    """How an operation pages: keywords that choose a page and its size, the field of the items."""

    family: str
    keyword: str
    size: str
    items: str


class _Question(NamedTuple):
    """A call of an operation with pages; `seen` chose the pages before, `before` are the items of the last."""

    client: BaseClient
    operation: Operation
    path: Fields
    body: object
    keywords: Fields
    seen: frozenset[object] = frozenset()
    before: object = None

    @property
    def paging(self) -> _Paging:
        return _Paging(*self.operation.pages)

    async def ask(self) -> tuple[list[Any], ResultInfo]:
        exchange = Exchange(self.client, self.operation, self.path, self.body, self.keywords)
        call = await exchange.call()

        async def read(response: httpx2.Response) -> tuple[object, ResultInfo]:
            return await answer_of(self.client.io, call, response), _info_in(response.content)

        answer, info = await send_with_retries(self.client, call, read)
        items = getattr(answer, self.paging.items, None) if self.paging.items else answer
        found = list(items) if is_list(items) else []
        asked, told = self.keywords.get(self.paging.keyword), info.page if self.paging.family == "page" else None
        # A service that does not know the keyword would give its first page for ever.
        if (found and found == self.before and told != asked) or (told and isinstance(asked, int) and told < asked):
            raise CloudflareError(f"The service gives a page again, in place of the one with {asked!r}")
        return found, info

    def after(self, items: list[Any], info: ResultInfo) -> Fields | None:
        """What chooses the next page; None where there is none."""
        paging = self.paging
        asked = self.keywords.get(paging.keyword)
        if paging.family == "cursor":
            cursor = info.cursor or (info.cursors.after if info.cursors else None)
            return {paging.keyword: cursor} if cursor else None
        size = info.per_page or self.keywords.get(paging.size)
        first = 1 if paging.family == "page" else 0
        now = asked if isinstance(asked, int) else first
        if paging.family == "page":
            now = max(now, info.page or first)
            reached, following = now * (size if isinstance(size, int) else len(items)), now + 1
            known = None if info.total_pages is None else now >= info.total_pages
        else:
            reached = following = now + len(items)
            known = None
        if known is None:
            short = isinstance(size, int) and len(items) < size
            known = short if info.total_count is None else reached >= info.total_count
        return None if known or not items else {paging.keyword: following}

    def following(self, chosen: Fields, items: object) -> _Question:
        """The question for the page after these items. Raises CloudflareError for a cursor that was there before."""
        keyword = self.paging.keyword
        seen = self.seen | {self.keywords.get(keyword)}
        if chosen[keyword] in seen:
            raise CloudflareError(f"The service gives the {keyword} {chosen[keyword]!r} again")
        return self._replace(keywords={**self.keywords, **chosen}, seen=seen, before=items)


def _info_in(content: bytes) -> ResultInfo:
    with suppress(msgspec.MsgspecError, UnicodeDecodeError):
        return ResultInfo.from_dict(msgspec.json.decode(content, type=_Envelope).result_info or {})
    return ResultInfo()


class _Page(Generic[T]):
    """A page. Iterating over it gives its items and those of all pages after it."""

    def __init__(self, question: _Question, result: list[T], result_info: ResultInfo) -> None:
        self._question = question
        self.result: list[T] = result
        """The items of this page alone."""
        self.result_info: ResultInfo = result_info
        """What the service says of it."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.result)} items>"

    def has_next_page(self) -> bool:
        """Whether there is a page after this one, as far as the service says."""
        return self._question.after(self.result, self.result_info) is not None

    def _following(self) -> _Question:
        chosen = self._question.after(self.result, self.result_info)
        if chosen is None:
            raise CloudflareError("This is the last page: ask `has_next_page()` first")
        return self._question.following(chosen, self.result)


class SyncPage(_Page[T]):
    """A page of `Cloudflare`."""

    def next_page(self) -> SyncPage[T]:
        """The page after this one. Raises CloudflareError where there is none."""
        return _first(self._following())

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
        return await _first_async(self._following())

    def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """This page and all after it."""
        return _Pages(self._itself)

    def __aiter__(self) -> AsyncIterator[T]:
        return _Items(_Pages(self._itself))

    async def _itself(self) -> AsyncPage[T]:
        return self

    def ahead(self) -> asyncio.Task[AsyncPage[T]] | None:
        """The next page on its way, where there is one; trio has tasks in nurseries alone."""
        loop = self._question.client.io.loop()
        if not (isinstance(loop, asyncio.AbstractEventLoop) and self.has_next_page()):
            return None
        task = loop.create_task(self.next_page())
        # What nobody comes to read is no failure that anybody has to hear of.
        task.add_done_callback(lambda done: done.cancelled() or done.exception())
        return task


class AsyncPages(Generic[T]):
    """What an operation with pages gives: awaited, its first page; iterated over, all items."""

    def __init__(self, question: _Question) -> None:
        self._question = question

    async def _ask(self) -> AsyncPage[T]:
        return await _first_async(self._question)

    def __await__(self) -> Generator[Any, Any, AsyncPage[T]]:
        return self._ask().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        return _Items(_Pages(self._ask))


class _Pages(Generic[T]):
    """Pages in turn, one and no more ahead. No generator, which trio wants closed by hand."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._next: Callable[[], Awaitable[AsyncPage[T]]] | None = first
        self._ahead: asyncio.Task[AsyncPage[T]] | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> AsyncPage[T]:
        if self._next is None:
            raise StopAsyncIteration
        ahead, ask, self._ahead, self._next = self._ahead, self._next, None, None
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


class _Items(Generic[T]):
    """The items of pages in turn."""

    def __init__(self, pages: _Pages[T]) -> None:
        self._pages, self._waiting = pages, iter(cast("list[T]", []))

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:
            for item in self._waiting:
                return item
            self._waiting = iter((await anext(self._pages)).result)


def _first(question: _Question) -> SyncPage[Any]:
    return SyncPage(question, *run_blocking(question.ask()))


async def _first_async(question: _Question) -> AsyncPage[Any]:
    return AsyncPage(question, *await question.ask())


def paged(
    client: BaseClient, operation: Operation, path: Fields, body: object, keywords: Mapping[str, object]
) -> SyncPage[Any]:
    """The first page of an operation."""
    return _first(_Question(client, operation, path, body, keywords))


def paged_async(
    client: BaseClient, operation: Operation, path: Fields, body: object, keywords: Mapping[str, object]
) -> AsyncPages[Any]:
    """The pages of an operation; nothing is sent before they are awaited or iterated over."""
    return AsyncPages(_Question(client, operation, path, body, keywords))
