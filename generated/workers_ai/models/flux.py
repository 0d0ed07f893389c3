"""Flux."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from .._runtime.runners import Form, Group
from .runner import ModelRunner


GROUP = Group(
    name="Flux",
    forms=(),
    media_type="",
    query={},
)


class FluxRunner(ModelRunner):
    """Flux."""

    group = GROUP


class AsyncFluxRunner(ModelRunner):
    """As `FluxRunner`, for asyncio and trio."""

    group = GROUP


class FluxRunnerWithRawResponse(ModelRunner):
    """As `FluxRunner`, giving HTTP responses."""

    group = GROUP


class AsyncFluxRunnerWithRawResponse(ModelRunner):
    """As `AsyncFluxRunner`, giving HTTP responses."""

    group = GROUP
