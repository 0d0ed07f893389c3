"""How an operation pages: what a call asks for, and what comes after a page."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

import httpx2
import msgspec

from .answers import answer_of
from .call import Call
from .clients import BaseClient
from .errors import CloudflareError
from .json_text import is_list
from .models import Response
from .operations import Fields, Operation


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

    async def read(self, call: Call, response: httpx2.Response) -> tuple[list[Any], ResultInfo]:
        family, keyword, _, field = self.operation.pages
        answer, info = await answer_of(call, response), _info_in(response.content)
        items = getattr(answer, field, None) if field else answer
        found = list(items) if is_list(items) else []
        asked, page = self.keywords.get(keyword), info.page if family == "page" else None
        # A service that does not know the keyword would give its first page for ever.
        if (found and found == self.before and page != asked) or (page and isinstance(asked, int) and page < asked):
            raise CloudflareError(f"The service gave the same page again for `{keyword}={asked!r}`")
        return found, info

    def next_keywords(self, items: list[Any], info: ResultInfo) -> Fields | None:
        """What chooses the next page; None where there is none."""
        family, keyword, keyword_of_size, _ = self.operation.pages
        size, is_last = info.per_page or self.keywords.get(keyword_of_size), None
        asked = self.keywords.get(keyword)
        match family:
            case "cursor":
                cursor = info.cursor or (info.cursors.after if info.cursors else None)
                return {keyword: cursor} if cursor else None
            case "page":
                page = max(asked if isinstance(asked, int) else 1, info.page or 1)
                reached, following = page * (size if isinstance(size, int) else len(items)), page + 1
                is_last = None if info.total_pages is None else page >= info.total_pages
            case _:
                reached = following = (asked if isinstance(asked, int) else 0) + len(items)
        if is_last is None:
            is_short = isinstance(size, int) and len(items) < size
            is_last = is_short if info.total_count is None else reached >= info.total_count
        return None if is_last or not items else {keyword: following}

    def for_next_page(self, chosen: Fields, items: object) -> PageRequest:
        """The request for the page after these items. Raises CloudflareError for a cursor that was there before."""
        keyword = self.operation.pages[1]
        seen = self.seen | {self.keywords.get(keyword)}
        if chosen[keyword] in seen:
            raise CloudflareError(f"The service gives the {keyword} {chosen[keyword]!r} again")
        return self._replace(keywords={**self.keywords, **chosen}, seen=seen, before=items)


def _info_in(content: bytes) -> ResultInfo:
    with suppress(msgspec.MsgspecError, UnicodeDecodeError):
        return ResultInfo.from_dict(msgspec.json.decode(content, type=_Envelope).result_info or {})
    return ResultInfo()
