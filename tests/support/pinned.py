"""The pinned document, read once, and its variants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.names.named import NamedOperation, NamedTask, NamedVariant
from flaregen.understanding import Reading, read

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Case:
    """A variant with what surrounds it."""

    operation: NamedOperation
    task: NamedTask
    variant: NamedVariant

    def __str__(self) -> str:
        return self.variant.cls.name


def pinned_config() -> Config:
    return configuration.load(ROOT / configuration.FILE_NAME)


@cache
def pinned() -> Reading:
    return read(pinned_config())


@cache
def cases() -> tuple[Case, ...]:
    return tuple(
        Case(operation, task, variant)
        for operation in pinned().operations
        for task in operation.tasks
        for variant in task.variants
    )
