"""A finding before it has a place."""

from __future__ import annotations

from typing import NamedTuple

from flaregen.diagnostic import Diagnostic, Severity
from flaregen.document import Position, Source
from flaregen.pointer import Pointer


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
