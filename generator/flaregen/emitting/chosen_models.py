"""Which model, with which of its own examples, shows a request in the docs.

People copy these calls first. So the model is one that the document does not call
deprecated, the values are an example of that model's own path, and the model's own answer
has what the example prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flaregen.document import JSON, Document
from flaregen.names.named import NamedVariant
from flaregen.schemas.interpret import interpret
from flaregen.schemas.responses import unwrap
from flaregen.schemas.schema import Array, Object, Schema, Union
from flaregen.selecting.catalogue import (
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

    ``envelope`` is the member of a JSON answer that holds the result.
    """

    document: Document
    entries: tuple[CatalogueEntry, ...]
    envelope: str

    @classmethod
    def of(cls, document: Document, path: str, method: str, envelope: str) -> Models:
        return cls(document, catalogue(document, path, method.lower()), envelope)

    def choose(self, task: str, variant: NamedVariant, shown: str) -> ChosenModel | None:
        """The first model of a task that takes this request, and answers with what is shown.

        ``shown`` is the wire name of a member of the answer; empty for an answer as a whole.
        """
        for entry in self.entries:
            if entry.task == task and not entry.deprecated:
                request = _request(variant, bodies(self.document, entry.pointer))
                answer = answers(self.document, entry.pointer)
                if request is not None and (not shown or shown in self._members(answer)):
                    return ChosenModel(entry.model, request, _suffix(answer))
        return None

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
            if request is not None and _fits(variant, request):
                return request
    return None


def _members(variant: NamedVariant, example: ExampleValue) -> Mapping[str, JSON] | None:
    """An example as members of the request: a file is the one that bare bytes stand for."""
    raw = variant.variant.raw
    if example.file:
        return {raw: example.file} if raw else None
    return example.value if isinstance(example.value, dict) else None


def _fits(variant: NamedVariant, request: Mapping[str, JSON]) -> bool:
    fields = variant.cls.fields
    known = {field.wire for field in fields}
    return known.issuperset(request) and all(f.wire in request for f in fields if f.required)


def _names(answer: Schema) -> Iterator[str]:
    """The members of an answer, or of the items of a list."""
    match answer:
        case Object(fields=fields):
            yield from (field.wire for field in fields)
        case Array(items=items):
            yield from _names(items)
        case Union(members=members):
            for member in members:
                yield from _names(member)
        case _:
            return


def _suffix(contents: Iterable[Content]) -> str:
    found = (_SUFFIXES.get(content.media_type, "") for content in contents)
    return next(filter(None, found), "")
