"""The error for a document that cannot be read."""

from __future__ import annotations

from typing import NoReturn

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Source


def refuse(name: str, code: str, message: str, help: str) -> NoReturn:
    """Raise a DiagnosticError about a document of which there is nothing but its name."""
    nowhere = Source(name=name, content=b"", syntax="json")
    raise DiagnosticError([Diagnostic(code=code, message=message, help=help, source=nowhere)])
