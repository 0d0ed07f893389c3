"""What operations of `client.ai.tasks` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.models import Response


class CatalogueTask(Response):
    """A task that models are for."""

    id: str | None = None
    """Identifier of the task."""
    name: str | None = None
    """Name of the task, such as Text Generation."""
    description: str | None = None
    """What models for the task do."""


AITasksListResponse: TypeAlias = list[CatalogueTask]
