"""The models that a document lists for an operation.

Beside ``/ai/run/{model_name}`` Cloudflare has a path per model: a literal path that is an
instance of the templated one, and refines it. Its tag adds the task to the tag of the
operation; its body and its answers are those of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flaregen.document import JSON, Document, JSONObject
from flaregen.openapi.endpoints import without_names
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A model: its name as it stands in the path, slashes included, and its task."""

    model: str
    task: str
    pointer: Pointer
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class ExampleValue:
    """An example of a body: a value, or the name of a file that is one (``externalValue``)."""

    value: JSON = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a body or an answer may be. ``schema`` is where its schema is written, if anywhere."""

    media_type: str
    schema: Pointer | None
    examples: tuple[ExampleValue, ...]


def catalogue(document: Document, path: str, method: str) -> tuple[CatalogueEntry, ...]:
    """List the models of an operation in the document's order. Most operations have none.

    ``document`` is the whole one: a selection has lost the paths of the models.
    """
    paths = document.root.get("paths")
    if not isinstance(paths, dict) or "{" not in path:
        return ()
    own_tags = _tags(_operation(paths.get(path), method))
    literal = _with_literal(path)
    return tuple(
        CatalogueEntry(
            match[1],
            task,
            Pointer(("paths", sibling, method)),
            _operation(item, method).get("deprecated") is True,
        )
        for sibling, item in paths.items()
        if (match := literal.fullmatch(without_names(sibling)))
        for task in _tasks(own_tags, _tags(_operation(item, method)))
    )


def bodies(document: Document, operation: Pointer) -> tuple[Content, ...]:
    """What the operation at a pointer takes, by media type. Raises DiagnosticError as `follow`."""
    if "requestBody" not in _object(document.at(operation)):
        return ()
    return tuple(_contents(document, operation.child("requestBody")))


def answers(document: Document, operation: Pointer) -> tuple[Content, ...]:
    """What it answers when it succeeds, by media type. Raises DiagnosticError as `follow`."""
    responses = _object(_object(document.at(operation)).get("responses"))
    return tuple(
        content
        for status in sorted(responses)
        if status.startswith("2")
        for content in _contents(document, operation.child("responses", status))
    )


def _contents(document: Document, pointer: Pointer) -> Iterator[Content]:
    place, node = follow(document, pointer)
    for media_type, raw in _object(_object(node).get("content")).items():
        schema = place.child("content", media_type, "schema")
        yield Content(
            media_type,
            schema if "schema" in _object(raw) else None,
            tuple(_examples(document, place.child("content", media_type), _object(raw))),
        )


def _examples(document: Document, pointer: Pointer, raw: JSONObject) -> Iterator[ExampleValue]:
    if "example" in raw:
        yield ExampleValue(raw["example"])
    for name in _object(raw.get("examples")):
        _, node = follow(document, pointer.child("examples", name))
        example = _object(node)
        file = example.get("externalValue")
        if "value" in example:
            yield ExampleValue(example["value"])
        elif isinstance(file, str):
            yield ExampleValue(file=file.rpartition("/")[2])


def _with_literal(path: str) -> re.Pattern[str]:
    """Match the path with anything but a parameter in place of its last parameter."""
    before, _, after = without_names(path).rpartition("{}")
    return re.compile(f"{re.escape(before)}([^{{}}]+){re.escape(after)}")


def _operation(item: JSON, method: str) -> JSONObject:
    return _object(_object(item).get(method))


def _object(node: JSON) -> JSONObject:
    return node if isinstance(node, dict) else {}


def _tags(operation: JSONObject) -> list[str]:
    tags = operation.get("tags")
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _tasks(own: list[str], others: list[str]) -> Iterator[str]:
    """Give what the first tag adds to a tag of the operation."""
    for tag in others:
        for prefix in own:
            if tag.startswith(f"{prefix} "):
                yield tag.removeprefix(prefix).strip()
                return
