"""Where the two ends of a change are in their files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flaregen.document import Position, Source
from flaregen.drift.change import Change, Report
from flaregen.pointer import Pointer
from flaregen.reading.positions import locate
from flaregen.selecting.gathered import Origins, origin_of


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    position: Position

    def __str__(self) -> str:
        return f"{self.file}:{self.position.line}:{self.position.column}"


def places(report: Report, change: Change) -> tuple[Place | None, Place | None]:
    """The places in the old document and in the new one; None where it has no such node."""
    old, new = change.old_pointer, change.new_pointer
    return (
        None if old is None else _place(report.old.source, report.origins[0], old),
        None if new is None else _place(report.new.source, report.origins[1], new),
    )


def best_place(report: Report, change: Change) -> Place:
    """Where to show a change: in the new document, at the nearest node that it has."""
    pointer = change.new_pointer or change.old_pointer or Pointer()
    return _place(report.new.source, report.origins[1], pointer)


def _place(source: Source, origins: Origins, pointer: Pointer) -> Place:
    """The place in the text that the node came from, which may be another document's."""
    origin = origin_of(source, origins, pointer)
    return Place(shown_name(origin.source.name), locate(origin.source, origin.pointer))


def shown_name(name: str) -> str:
    """A file below the working directory by its relative path, the same on every machine."""
    path = Path(name)
    here = Path.cwd()
    if not path.is_absolute() or not path.is_relative_to(here):
        return name
    return path.relative_to(here).as_posix()
