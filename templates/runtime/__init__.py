"""The part of the client that is the same for every document.

Modules that only some operations need are there for clients that have such operations: `part` loads them.
"""

from functools import cache
from importlib import import_module
from typing import Any

# The package that this one was copied into.
PACKAGE = __name__.rpartition(".")[0]


@cache
def part(name: str) -> Any:  # noqa: ANN401  # a module
    """A module of this package that not every client has."""
    return import_module(f"{__name__}.{name}")
