"""How an operation pages: what a call asks for, and what comes after a page."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

import httpx2
import msgspec

from .answers import answer_of
from .call import Call
from .clients import BaseClient
from .errors import CloudflareError
from .exchanges import Exchange
from .json_text import is_list
from .models import Response
from .operations import Fields, Operation
from .sending import send_with_retries


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


class Question(NamedTuple):
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
        call = await Exchange(*self[:5]).call()

        async def read(response: httpx2.Response) -> tuple[list[Any], ResultInfo]:
            return await self.read(call, response)

        return await send_with_retries(self.client, call, read)

    async def read(self, call: Call, response: httpx2.Response) -> tuple[list[Any], ResultInfo]:
        answer, info = await answer_of(self.client.io, call, response), _info_in(response.content)
        items = getattr(answer, self.paging.items, None) if self.paging.items else answer
        found = list(items) if is_list(items) else []
        asked, page = self.keywords.get(self.paging.keyword), info.page if self.paging.family == "page" else None
        # A service that does not know the keyword would give its first page for ever.
        if (found and found == self.before and page != asked) or (page and isinstance(asked, int) and page < asked):
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

    def following(self, chosen: Fields, items: object) -> Question:
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
