"""Properties by which answers of several forms read the same, as source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flaregen.emitting.literals import docstring, literal
from flaregen.names.named import NamedField
from flaregen.names.readings import Fields, named_readings
from flaregen.schemas.schema import Object

_READERS = {"text": "text_in", "object": "object_in", "list": "all_in", "one": "first_in"}


@dataclass(frozen=True, slots=True)
class Property:
    """A property as source; ``reader`` is the function of the runtime that finds its value.

    ``joins`` says where a stream brings pieces of it, and which text in them grows.
    """

    name: str
    annotation: str
    reader: str
    paths: str
    docstring: str
    joins: str


def properties(schema: Object, fields: Sequence[NamedField], classes: Fields) -> Iterator[Property]:
    """The properties of a class, as ``named_readings`` has them."""
    for reading in named_readings(schema, fields, classes):
        text = reading.reading.description
        yield Property(
            name=reading.reading.name,
            annotation=reading.annotation,
            reader="joined_in" if reading.pieces else _READERS[reading.reading.kind],
            paths="".join(f", {literal(path)}" for path in reading.paths),
            docstring=docstring(text, indent=8) if text else "",
            joins=f"{literal(reading.pieces)}, {literal(reading.reading.grows)}"
            if reading.pieces
            else "",
        )
