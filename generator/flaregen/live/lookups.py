"""What a document says of a model: in the variant of its task, or in a path of its own.

Overlays may be stricter than the service, and an own path may be closer to it than the task.
The one that is closest counts: what the document says in some place, it does not lack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document, as_list, as_object
from flaregen.drift.change import Change, Direction
from flaregen.drift.rules import RULES
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.endpoints import with_last_parameter
from flaregen.openapi.inlining import inlined
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.openapi.references import References, follow
from flaregen.pointer import Pointer
from flaregen.selecting.refinements import answers, bodies

SIDES: Mapping[Direction, tuple[str, ...]] = {
    "request": ("requestBody", "content", JSON_TYPE, "schema"),
    "response": ("responses", "200", "content", JSON_TYPE, "schema"),
}
"""Where an operation has the schema of each direction."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the catalogue, with its operation and its task, where the document has that."""

    name: str
    operation: NamedOperation
    task: NamedTask | None

    @property
    def path(self) -> str:
        """The path of the operation with the model in place of its last parameter."""
        return with_last_parameter(self.operation.operation.path, self.name)

    @property
    def pointer(self) -> Pointer:
        return Pointer(("paths", self.path, self.operation.operation.method.lower()))


Place: TypeAlias = Callable[[Document, Model, Direction], "LocatedSchema | None"]
"""Where a document says what a model takes, or what it answers."""
Key: TypeAlias = tuple[str, Direction]
"""The path of a model, and one of its directions."""
Score: TypeAlias = tuple[int, int]
"""How many changes there are that break something, and how many in all."""


@dataclass(frozen=True, slots=True)
class LocatedSchema:
    """A schema, and where the document has it; it may be a copy with references followed.

    ``origin`` is the document that is meant by that, where the schema is not from it.
    """

    schema: Cursor
    at: Pointer
    origin: Document | None = None

    def real(self, document: Document, pointer: Pointer) -> Pointer:
        """Where the document has what the copy has at a pointer, as far as it has it."""
        document, place = self.origin or document, self.at
        references = References(document, strict=True)
        with suppress(KeyError, DiagnosticError):
            for token in pointer.tokens[len(self.schema.pointer.tokens) :]:
                place = references.node(references.at(place).pointer.child(token)).pointer
        return place


def by_task(document: Document, model: Model, direction: Direction) -> LocatedSchema | None:
    side = References(document)
    if model.task is None:
        return None
    if direction == "request":
        found = _request(side, model.task)
    else:
        response = model.task.response
        found = side.find(response.variant.pointer) if response else None
    return LocatedSchema(found, found.pointer) if found is not None else None


def by_path(envelope: str) -> Place:
    """The model's own path, as if it were written at SIDES without references.

    An answer is the member ``envelope`` of what the path answers with.
    """

    def place(document: Document, model: Model, direction: Direction) -> LocatedSchema | None:
        try:
            contents = (bodies if direction == "request" else answers)(document, model.pointer)
            schemas = (content.schema for content in contents if content.media_type == JSON_TYPE)
            found = next(schemas, None)
            if found is not None and direction == "response":
                found = next(_results(document, found, envelope), None)
            if found is None:
                return None
            # Anything is in place of what refers to itself.
            value = inlined(
                document.at(found), lambda to: document.at(Pointer.parse_fragment(to)), lambda _: {}
            )
        except (KeyError, DiagnosticError):
            return None
        copy = Cursor({})
        for token in model.pointer.child(*SIDES[direction]).tokens:
            copy = Cursor(value, copy, token)
        return LocatedSchema(copy, found)

    return place


def as_it_was(pinned_document: Document, own_path: Place) -> Place:
    """A document of what the service said before.

    In ``pinned_document``, ``own_path`` has the model.
    """

    def place(document: Document, model: Model, direction: Direction) -> LocatedSchema | None:
        found = References(document).find(model.pointer.child(*SIDES[direction]))
        if found is None:
            return None
        pinned = own_path(pinned_document, model, direction)
        return LocatedSchema(found, pinned.at if pinned else model.pointer, pinned_document)

    return place


def scores(changes: Iterable[Change]) -> Mapping[Key, Score]:
    """By what it reaches, each change once; other words are no difference."""
    breaking, whole = Counter[Key](), Counter[Key]()
    for change in (one for one in changes if not RULES[one.id].wording):
        for reached in change.operations:
            whole[reached.path, change.direction] += 1
            breaking[reached.path, change.direction] += change.level == "breaking"
    return {key: (breaking[key], count) for key, count in whole.items()}


def nearest(key: Key, said: Sequence[tuple[Iterable[Key], Mapping[Key, Score]]]) -> int:
    """The number of the first place that says the most of what the service says; -1 for none.

    A place is what it speaks of, and the scores of what it says otherwise.
    """
    found = [
        (score.get(key, (0, 0)), number)
        for number, (spoken, score) in enumerate(said)
        if key in spoken
    ]
    return min(found)[1] if found else -1


def _request(side: References, task: NamedTask) -> Cursor | None:
    """The variants of a task: one member of a union, or all that have the same title."""
    first = side.find(task.pointer)
    if first is None or first.parent is None or not task.title:
        return first
    alike = [element for element in first.parent.elements() if element.text("title") == task.title]
    if len(alike) < 2:
        return first
    return Cursor({"oneOf": [cursor.value for cursor in alike]}, first.parent.parent, "")


def _results(document: Document, schema: Pointer, envelope: str) -> Iterator[Pointer]:
    """Where the result is, in an object or in a part of one (``allOf``)."""
    place, node = follow(document, schema)
    if envelope in as_object(as_object(node).get("properties")):
        yield place.child("properties", envelope)
    for index in range(len(as_list(as_object(node).get("allOf")))):
        yield from _results(document, place.child("allOf", index), envelope)
