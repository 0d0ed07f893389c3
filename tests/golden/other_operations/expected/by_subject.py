"""By subject."""

from ._runtime.models import UNSET, Params, Response, UnsetType


class BySubjectResponse(Response):
    count: int | None = None


class BySubjectParams(Params[BySubjectResponse]):
    subject: str
    limit: int | UnsetType = UNSET
    """At least 1."""
