"""What is said about a document that is wrong, as values; ``terminal`` prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from flaregen.document import Position, Source
from flaregen.pointer import Pointer

Severity: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to do.

    ``code`` is stable and kebab-case, for scripts and searches. Where ``position``
    is None and both ``source`` and ``pointer`` are there, the printer looks the
    position up (``positions.locate``): the tokeniser runs only for what is shown.
    """

    code: str
    message: str
    help: str
    severity: Severity = "error"
    source: Source | None = None
    pointer: Pointer | None = None
    position: Position | None = None


class DiagnosticError(Exception):
    """The input has errors. Holds every finding, not only the first; exit status 2.

    ``validate``, which is asked for them, exits with 1.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.code}: {d.message}" for d in self.diagnostics))


class UsageError(Exception):
    """The command line or the configuration is wrong; exit status 2."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class Problem(NamedTuple):
    """The words of a finding, before it has a place."""

    code: str
    message: str
    help: str

    def at(
        self,
        source: Source,
        *,
        position: Position | None = None,
        pointer: Pointer | None = None,
        severity: Severity = "error",
    ) -> Diagnostic:
        return Diagnostic(self.code, self.message, self.help, severity, source, pointer, position)
