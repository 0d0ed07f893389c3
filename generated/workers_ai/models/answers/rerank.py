"""Rerank."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response
from ...models.answers.shared import RankedContext


class Rerank(Response):
    """How well the texts answer the query."""

    response: list[RankedContext] | None = None
    """The texts, the best first."""
