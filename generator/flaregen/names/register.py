"""What naming knows about the document, and the problems that it found."""

from __future__ import annotations

from dataclasses import dataclass, field

from flaregen.diagnostic import Diagnostic, Problem, Severity
from flaregen.document import Document
from flaregen.names.reviewed import ReviewedNames
from flaregen.pointer import Pointer


@dataclass(slots=True)
class Register:
    """Reviewed names, how words are spelled, and the problems found so far."""

    document: Document
    reviewed: ReviewedNames
    spelling: dict[str, str]
    problems: list[Diagnostic] = field(default_factory=list)

    def report(
        self, code: str, message: str, help: str, pointer: Pointer, severity: Severity = "error"
    ) -> None:
        problem = Problem(code, message, help)
        found = problem.at(self.document.source, pointer=pointer, severity=severity)
        self.problems.append(found)
