"""A document with what it refers to in others, and where each part of it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document, Source
from flaregen.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Origin:
    """The place of a node that was brought in, in the text of its own document."""

    source: Source
    pointer: Pointer


Origins: TypeAlias = Mapping[tuple[str, ...], Origin]
"""Those of the components and path items that were brought in, by the tokens of their place."""

NO_ORIGINS: Origins = MappingProxyType({})


def origin_of(source: Source, origins: Origins, pointer: Pointer) -> Origin:
    """The place of a node in the text that it came from."""
    tokens = pointer.tokens
    origin = origins.get(tokens[:3])
    if origin is None:
        return Origin(source, pointer)
    return Origin(origin.source, origin.pointer.child(*tokens[3:]))


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document with what it refers to. ``reached`` has the other documents by name."""

    document: Document
    reached: tuple[tuple[str, Source], ...] = ()
    origins: Origins = field(default_factory=lambda: NO_ORIGINS)

    def place(self, found: Diagnostic) -> Diagnostic:
        """A finding in what was brought in, reported where that came from."""
        if found.pointer is None or found.source is not self.document.source:
            return found
        origin = origin_of(found.source, self.origins, found.pointer)
        return replace(found, source=origin.source, pointer=origin.pointer)

    @contextmanager
    def placing(self) -> Iterator[None]:
        """Tell where the findings of the block came from."""
        try:
            yield
        except DiagnosticError as error:
            if not self.origins:
                raise
            raise DiagnosticError(map(self.place, error.diagnostics)) from None
