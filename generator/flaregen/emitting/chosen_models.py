"""Which model, with which of its own examples, shows a request in the docs.

People copy these calls first. So the model is one that the document does not call
deprecated, the values are an example of that model's own path, and the model's own answer
has what the example prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from flaregen.diagnostic import DiagnosticError
from flaregen.document import JSON, Document
from flaregen.names.named import NamedVariant
from flaregen.schemas.interpret import interpret
from flaregen.schemas.operation import Operation
from flaregen.schemas.responses import unwrap
from flaregen.schemas.schema import (
    Array,
    Binary,
    Enumeration,
    Object,
    Scalar,
    Schema,
    Union,
    leaves,
)
from flaregen.selecting.refinements import (
    CatalogueEntry,
    Content,
    ExampleValue,
    answers,
    bodies,
    catalogue,
)

_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "video/mp4": ".mp4",
}


@dataclass(frozen=True, slots=True)
class ChosenModel:
    """A model, the members of a request to it, and the suffix of the file that it answers with."""

    name: str
    request: Mapping[str, JSON]
    suffix: str


@dataclass(frozen=True, slots=True)
class Models:
    """The models that a document lists for an operation, to choose from.

    ``media_types`` are those of the operation's own body, ``envelope`` is the member of a
    JSON answer that holds the result.
    """

    document: Document
    entries: tuple[CatalogueEntry, ...]
    media_types: tuple[str, ...]
    envelope: str

    @classmethod
    def of(cls, document: Document, operation: Operation, envelope: str) -> Models:
        entries = catalogue(document, operation.path, operation.method.lower())
        return cls(document, entries, operation.media_types, envelope)

    def choose(self, task: str, variant: NamedVariant, shown: str) -> ChosenModel | None:
        """The first model of a task that takes this request, and answers with what is shown.

        ``shown`` is the wire name of a member of the answer; empty for an answer as a whole.
        """
        for entry in self.entries:
            if entry.task == task and not entry.deprecated:
                # What is wrong with the path of a model stops no build: it shows nothing.
                with suppress(DiagnosticError):
                    if chosen := self._fitting(entry, variant, shown):
                        return chosen
        return None

    def _fitting(
        self, entry: CatalogueEntry, variant: NamedVariant, shown: str
    ) -> ChosenModel | None:
        request = _request(variant, self._bodies(entry))
        answer = answers(self.document, entry.pointer)
        if request is None or (shown and shown not in self._members(answer)):
            return None
        suffixes = (_SUFFIXES[one.media_type] for one in answer if one.media_type in _SUFFIXES)
        return ChosenModel(entry.model, request, next(suffixes, ""))

    def _bodies(self, entry: CatalogueEntry) -> Iterator[Content]:
        """The bodies of a model in media types that the operation can send."""
        for content in bodies(self.document, entry.pointer):
            if content.media_type in self.media_types:
                yield content

    def _members(self, contents: Iterable[Content]) -> set[str]:
        return {
            name
            for content in contents
            if content.schema is not None
            for name in _names(
                unwrap(interpret(self.document, content.schema, "response"), self.envelope)
            )
        }


def _request(variant: NamedVariant, contents: Iterable[Content]) -> Mapping[str, JSON] | None:
    for content in contents:
        for example in content.examples:
            request = _members(variant, example)
            if request is not None and _can_say(variant.cls.schema, dict(request)):
                return request
    return None


def _members(variant: NamedVariant, example: ExampleValue) -> Mapping[str, JSON] | None:
    """An example as members of a request. A file as the whole body is one member."""
    raw = variant.variant.raw
    if example.file:
        return {raw: example.file} if raw else None
    return example.value if isinstance(example.value, dict) else None


def _can_say(schema: Schema, value: JSON) -> bool:
    """Whether a class for a schema has a place for everything in a value.

    A text for octets is the name of a file. A file as base64 has no place: docs show files.
    """
    match schema, value:
        case Object(fields=fields), dict():
            known = {field.wire: field for field in fields}
            needed = {field.wire for field in fields if field.required}
            return needed <= set(value) <= set(known) and all(
                _can_say(known[name].schema, item) for name, item in value.items()
            )
        case Array(octets=True), str():
            return True
        case Array(items=items), list():
            return all(_can_say(items, item) for item in value)
        case Union(members=members), _:
            return any(_can_say(member, value) for member in members)
        case ((Scalar() | Enumeration()), _):
            return not isinstance(value, dict | list)
        case _:
            return not isinstance(schema, Object | Array | Binary)


def _names(answer: Schema) -> Iterator[str]:
    """The members of an answer, or of the items of a list."""
    for leaf in leaves(answer):
        if isinstance(leaf, Array):
            yield from _names(leaf.items)
        elif isinstance(leaf, Object):
            yield from (field.wire for field in leaf.fields)
