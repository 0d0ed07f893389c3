"""Rerank."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Required, TypedDict

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
    forms=(Form("query contexts", "top_k", "rerank.Rerank", apart=True),),
)
