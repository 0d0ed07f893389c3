"""By author."""

from ._runtime.models import UNSET, Params, Response, UnsetType


class ByAuthorResponse(Response):
    titles: list[str] | None = None


class BySubjectResponse(Response):
    count: int | None = None


class ByAuthorParams(Params[ByAuthorResponse]):
    author: str


class BySubjectParams(Params[BySubjectResponse]):
    subject: str
    limit: int | UnsetType = UNSET
    """At least 1."""
