"""Search."""

from ._runtime.models import Params, Response


class SearchResponse(Response):
    found: bool | None = None


class CountResponse(Response):
    count: int | None = None


class SearchWordsParams(Params[SearchResponse]):
    words: str
    scope: str


class SearchPatternParams(Params[SearchResponse]):
    pattern: str
    scope: str


class SearchEverythingParams(Params[SearchResponse]):
    scope: str


class CountParams(Params[CountResponse]):
    word: str
