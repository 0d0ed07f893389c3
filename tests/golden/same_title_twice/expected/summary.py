"""Summary."""

from ._runtime.models import Params, Response


class SummaryResponse(Response):
    summary: str | None = None


class SummaryParams(Params[SummaryResponse]):
    text: str
    length: int
