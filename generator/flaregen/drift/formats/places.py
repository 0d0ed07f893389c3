"""Where the two ends of a change stand in their files."""

from __future__ import annotations

from dataclasses import dataclass

from flaregen.document import Document, Position
from flaregen.drift.change import Change, Report
from flaregen.pointer import Pointer
from flaregen.reading.positions import locate


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    position: Position

    def __str__(self) -> str:
        return f"{self.file}:{self.position.line}:{self.position.column}"


def old_place(report: Report, change: Change) -> Place | None:
    return _place(report.old, change.old_pointer)


def new_place(report: Report, change: Change) -> Place | None:
    return _place(report.new, change.new_pointer)


def best_place(report: Report, change: Change) -> Place:
    """Where to show a change: in the new document, at the nearest node that it has."""
    pointer = change.new_pointer or change.old_pointer or Pointer()
    return Place(report.new.source.name, locate(report.new.source, pointer))


def _place(document: Document, pointer: Pointer | None) -> Place | None:
    if pointer is None:
        return None
    return Place(document.source.name, locate(document.source, pointer))
