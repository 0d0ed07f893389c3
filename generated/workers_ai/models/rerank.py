"""Rerank."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.runners import Form, Group
from .runner import ModelRunner


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict, Unpack

    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .answers.rerank import Rerank
    from .inputs import CallOptions, Context

    class RerankInput(TypedDict, total=False):
        """Puts texts in the order of how well they answer a query."""

        query: Required[str]
        """What is looked for. At least 1 character."""
        contexts: Required[Sequence[Context]]
        """Texts to put in order."""
        top_k: int
        """Number of texts to give back, the best first. At least 1."""

    class RerankCall(RerankInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="Rerank",
    forms=(Form("query contexts", "top_k", "rerank.Rerank"),),
)


class RerankRunner(ModelRunner):
    """Rerank."""

    group = GROUP

    def run(self, **fields: Unpack[RerankCall]) -> Rerank:
        """The answer to a request, whose members are keywords."""
        answer: Rerank = self._run(fields)
        return answer


class AsyncRerankRunner(ModelRunner):
    """As `RerankRunner`, for asyncio and trio."""

    group = GROUP

    async def run(self, **fields: Unpack[RerankCall]) -> Rerank:
        """The answer to a request, whose members are keywords."""
        answer: Rerank = await self._run(fields)
        return answer


class RerankRunnerWithRawResponse(ModelRunner):
    """As `RerankRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[RerankCall]) -> RawResponse[Rerank]:
        """The response to a request, whose members are keywords."""
        answer: RawResponse[Rerank] = self._run(fields)
        return answer


class AsyncRerankRunnerWithRawResponse(ModelRunner):
    """As `AsyncRerankRunner`, giving HTTP responses."""

    group = GROUP

    def run(self, **fields: Unpack[RerankCall]) -> AsyncRawResponse[Rerank]:
        """The response to a request, whose members are keywords."""
        answer: AsyncRawResponse[Rerank] = self._run(fields)
        return answer
