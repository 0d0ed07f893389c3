"""The names given so far: each of them to one thing only, and none that is needed already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.names import reserved
from flaregen.names.identifiers import ClassName
from flaregen.names.reviewed import ReviewedNames
from flaregen.pointer import Pointer

Name = TypeVar("Name", bound=str)
_UNNAMED = "Unnamed"


@dataclass(slots=True)
class Register:
    """Names given so far, and what could not be named."""

    document: Document
    reviewed: ReviewedNames
    spelling: dict[str, str]
    taken: dict[str, Pointer] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    incomplete: bool = False
    """Whether something goes by a name that only stands for the missing one."""

    def claim(self, name: Name, pointer: Pointer, remedy: str, things: str = "schemas") -> Name:
        """Give a name to one place only: a class, a module by its file, a method by its call."""
        if self.incomplete and _UNNAMED.lower() in name.lower():
            return name
        other = self.taken.setdefault(name, pointer)
        if other != pointer:
            self.report(
                "duplicate-name",
                f"{name} would name two different {things}; the other one is {other}",
                f"give one of them a name of its own in the names file:\n{remedy}",
                pointer,
            )
        if name in reserved.CLASSES:
            self.report(
                "reserved-name",
                f"{name} is a name that the client itself needs",
                f"give the schema another one in the names file:\n{remedy}",
                pointer,
            )
        return name

    def report(self, code: str, message: str, help: str, pointer: Pointer) -> None:
        source = self.document.source
        self.problems.append(
            Diagnostic(code=code, message=message, help=help, source=source, pointer=pointer)
        )

    def unnamed(self, message: str, remedy: str, pointer: Pointer) -> ClassName:
        help_ = f"add a title to the schema, or paste this into the names file:\n{remedy}"
        self.report("unnamed-schema", message, help_, pointer)
        self.incomplete = True
        return ClassName(_UNNAMED)
