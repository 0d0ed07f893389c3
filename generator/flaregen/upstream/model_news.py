"""What a pull of models starts from, and what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flaregen.diagnostic import Diagnostic
from flaregen.document import JSONObject
from flaregen.live.service import ModelSchemas

UNMERGED = "live-unmerged-change"
"""The code of a change that has no place in the pin."""


@dataclass(frozen=True, slots=True)
class ModelNews:
    """Names of models, sorted: what a pull of them found.

    ``unlisted`` are gone from the list of the service, which still serves them. ``kept`` are
    written otherwise than the service has them, by whoever wrote the pin.
    """

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        for kind in self.__slots__:
            names = getattr(self, kind)
            if names:
                said = "gone from the list, still served" if kind == "unlisted" else kind
                yield f"{said}: {', '.join(names)}"


@dataclass(frozen=True, slots=True)
class Before:
    """What the service said the last time, and whether a person wrote the pin.

    What a person wrote is not what the service says, and right all the same: it stays, and what
    the service changes is merged into it. ``corrected`` is the pinned document with its overlays.
    """

    said: Mapping[str, ModelSchemas]
    reviewed: bool
    corrected: JSONObject


@dataclass(frozen=True, slots=True)
class Followed:
    """A new pin, what is new, and the schemas that it was made from."""

    root: JSONObject
    news: ModelNews
    said: Mapping[str, ModelSchemas]
    problems: tuple[Diagnostic, ...]
