"""Get a rule."""

from ._runtime.models import Response


class RulesGetResponse(Response):
    id: str
