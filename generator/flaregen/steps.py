"""How a command learns what takes the time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TypeAlias

Step: TypeAlias = Callable[[str], AbstractContextManager[None]]
"""Announces a step by its title and ends with it."""


def silent(_title: str) -> AbstractContextManager[None]:
    return nullcontext()
