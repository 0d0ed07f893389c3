"""Schema drift: where an answer differs from its schema, and what a client does about it."""

from __future__ import annotations

import inspect
import re
import sys
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from . import PACKAGE

if TYPE_CHECKING:
    from .waiting import TaskIO, ThreadIO

_INDEX = re.compile(r"\[\d+\]")
_warned: set[SchemaDrift] = set()


class Mismatch(NamedTuple):
    path: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}, got {self.got}"


class SchemaDrift(NamedTuple):
    """One place where an answer, or what was sent, differs from its schema."""

    model: str
    """Model that answered; empty where the operation names none."""
    variant: str
    """Class of the params that were sent; where there are none, the class that the answer should have been."""
    path: str
    """Place in the JSON document: `$.result.words[3].start`."""
    expected: str
    """What the schema says: a type, or `nothing` for a member that it does not know."""
    got: str
    """What came in its place, or `nothing`."""

    def __str__(self) -> str:
        place = f"{self.variant} of {self.model}" if self.model else self.variant
        return f"{self.path}: expected {self.expected}, got {self.got} ({place})"


class SchemaDriftWarning(UserWarning):
    """An answer does not match its schema; shown once per model, place and difference in a process."""


DriftCallback: TypeAlias = Callable[[SchemaDrift], object]
DriftPolicy: TypeAlias = Literal["warn", "ignore", "raise"] | DriftCallback


class with_unknown_fields(partial[object]):  # noqa: N801  # used as a decorator
    """Makes a drift callback hear of unknown members, too, which takes a look at each answer."""


def check_policy(policy: object, *, waits: bool) -> None:
    """Raises ValueError for what is not a policy, TypeError for a coroutine where nothing can `await` it."""
    if policy not in ("warn", "ignore", "raise") and not callable(policy):
        raise ValueError(f"Expected `on_drift` to be 'warn', 'ignore', 'raise' or a callable: {policy!r}")
    function = policy.func if isinstance(policy, partial) else policy
    if not waits and any(map(inspect.iscoroutinefunction, (function, getattr(function, "__call__", None)))):  # noqa: B004
        raise TypeError("`on_drift` is an async function: pass a plain one, or use the async client")


async def notify(io: ThreadIO | TaskIO, policy: DriftPolicy, drifts: Iterable[SchemaDrift], advice: str = "") -> None:
    """Warn, with the advice, or call back, for each."""
    for drift in drifts:
        # Items of a list drift together: one warning for all.
        kind = drift._replace(path=_INDEX.sub("[]", drift.path))
        if callable(policy):
            await io.finish(policy(drift))
        elif policy == "warn" and kind not in _warned:
            _warned.add(kind)
            warn_caller(SchemaDriftWarning(f"{drift}{advice}"))


def warn_caller(warning: Warning) -> None:
    """Warn of the line that called, whatever lies between."""
    level, frame = 1, sys._getframe()  # noqa: SLF001  # as `warnings` finds it
    while frame.f_back and frame.f_globals.get("__name__", "").startswith(f"{PACKAGE}."):
        level, frame = level + 1, frame.f_back
    warnings.warn(warning, stacklevel=level)
