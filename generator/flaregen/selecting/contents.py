"""What an operation takes and answers, by media type, with the examples of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flaregen.document import JSON, Document, JSONObject, as_object
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer


@dataclass(frozen=True, slots=True)
class ExampleValue:
    """An example of a body: a value, or the name of a file that is one (``externalValue``)."""

    value: JSON = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """One media type of a body or an answer, with its schema.

    ``schema`` is where its schema is written, references followed; None where it has none.
    """

    media_type: str
    schema: Pointer | None
    examples: tuple[ExampleValue, ...]


def bodies(document: Document, operation: Pointer) -> tuple[Content, ...]:
    """What the operation at a pointer takes, by media type. Raises DiagnosticError as `follow`."""
    if "requestBody" not in as_object(document.at(operation)):
        return ()
    return tuple(_contents(document, operation.child("requestBody")))


def answers(document: Document, operation: Pointer) -> tuple[Content, ...]:
    """What it answers when it succeeds, by media type. Raises DiagnosticError as `follow`."""
    responses = as_object(as_object(document.at(operation)).get("responses"))
    return tuple(
        content
        for status in sorted(responses)
        if status.startswith("2")
        for content in _contents(document, operation.child("responses", status))
    )


def _contents(document: Document, pointer: Pointer) -> Iterator[Content]:
    place, node = follow(document, pointer)
    for media_type, raw in as_object(as_object(node).get("content")).items():
        at = place.child("content", media_type)
        has_schema = "schema" in as_object(raw)
        yield Content(
            media_type,
            follow(document, at.child("schema"))[0] if has_schema else None,
            tuple(_examples(document, at, as_object(raw))),
        )


def _examples(document: Document, pointer: Pointer, raw: JSONObject) -> Iterator[ExampleValue]:
    if "example" in raw:
        yield ExampleValue(raw["example"])
    for name in as_object(raw.get("examples")):
        _, node = follow(document, pointer.child("examples", name))
        example = as_object(node)
        file = example.get("externalValue")
        if "value" in example:
            yield ExampleValue(example["value"])
        elif isinstance(file, str):
            yield ExampleValue(file=file.rpartition("/")[2])
