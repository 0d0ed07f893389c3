"""What happens when an answer does not match its schema."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from .forms import Mismatch


class SchemaDrift(NamedTuple):
    """One place where an answer differs from its schema."""

    model: str
    """Model that answered; empty where the operation names none."""
    variant: str
    """Class that the answer should have been."""
    path: str
    """Place in the JSON document: `$.result.words[3].start`."""
    expected: str
    got: str

    def __str__(self) -> str:
        place = f"{self.variant} of {self.model}" if self.model else self.variant
        return f"{self.path}: expected {self.expected}, got {self.got} ({place})"


class SchemaDriftWarning(UserWarning):
    """An answer does not match its schema; shown once per place and process."""


DriftCallback: TypeAlias = Callable[[SchemaDrift], object]
DriftPolicy: TypeAlias = Literal["warn", "ignore", "raise"] | DriftCallback

_POLICIES = ("warn", "ignore", "raise")
_INDEX = re.compile(r"\[\d+\]")
_shown: set[tuple[str, str]] = set()


class with_unknown_fields:  # noqa: N801  # used as a decorator
    """Makes a drift callback hear of unknown members of answers, too.

    Each such answer is then looked at member by member, which takes time.
    """

    unknown_fields = True

    def __init__(self, callback: DriftCallback) -> None:
        self._callback = callback

    def __call__(self, drift: SchemaDrift) -> object:
        return self._callback(drift)


def check_policy(policy: object) -> None:
    """Raises ValueError for anything that `on_drift` does not take."""
    if policy not in _POLICIES and not callable(policy):
        raise ValueError(f"Expected `on_drift` to be one of {_POLICIES} or a callable: {policy!r}")


def wants_unknown_fields(policy: DriftPolicy) -> bool:
    return bool(getattr(policy, "unknown_fields", False))


def report(policy: DriftPolicy, drifts: Sequence[SchemaDrift]) -> None:
    """Tell of drifts, other than by raising."""
    if callable(policy):
        for drift in drifts:
            policy(drift)
    elif policy == "warn":
        for drift in drifts:
            _warn(drift)


def _warn(drift: SchemaDrift) -> None:
    # Items of a list drift together: one warning stands for all.
    place = (drift.variant, _INDEX.sub("[]", drift.path))
    if place not in _shown:
        _shown.add(place)
        warnings.warn(SchemaDriftWarning(str(drift)), stacklevel=2)


def drifts_of(mismatches: Sequence[Mismatch], model: str, variant: str) -> list[SchemaDrift]:
    return [SchemaDrift(model, variant, *mismatch) for mismatch in mismatches]
