"""Count."""

from ._runtime.models import Params, Response


class CountResponse(Response):
    count: int | None = None


class CountParams(Params[CountResponse]):
    word: str
