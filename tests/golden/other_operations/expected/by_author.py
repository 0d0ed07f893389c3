"""By author."""

from ._runtime.models import Params, Response


class ByAuthorResponse(Response):
    titles: list[str] | None = None


class ByAuthorParams(Params[ByAuthorResponse]):
    author: str
