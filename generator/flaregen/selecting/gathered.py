"""A document with what it refers to in others, and where each part of it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document, Source
from flaregen.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something that was brought in stands in the text of its own document."""

    source: Source
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document with what it refers to. ``reached`` has the other documents by name.

    ``origins`` are those of the components and path items that were brought in.
    """

    document: Document
    reached: tuple[tuple[str, Source], ...] = ()
    origins: Mapping[tuple[str, ...], Origin] = field(default_factory=lambda: MappingProxyType({}))

    def place(self, found: Diagnostic) -> Diagnostic:
        """A finding in what was brought in, told of where it came from."""
        if found.pointer is None or found.source is not self.document.source:
            return found
        tokens = found.pointer.tokens
        origin = self.origins.get(tokens[:3])
        if origin is None:
            return found
        return replace(found, source=origin.source, pointer=origin.pointer.child(*tokens[3:]))

    @contextmanager
    def placing(self) -> Iterator[None]:
        """Tell where the findings of the block came from."""
        try:
            yield
        except DiagnosticError as error:
            if not self.origins:
                raise
            raise DiagnosticError(map(self.place, error.diagnostics)) from None
