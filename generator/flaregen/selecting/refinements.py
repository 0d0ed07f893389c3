"""Literal paths that are instances of a templated one, and say more than it.

Next to ``/ai/run/{model_name}`` there is ``/ai/run/@cf/meta/m2m100-1.2b``, with what this one
model takes and answers. That is the only rule: nothing else tells a model. The tag of such a path
adds the task to the tag of the operation.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from flaregen.diagnostic import DiagnosticError
from flaregen.document import JSON, Document, JSONObject, as_list, as_object, texts_in
from flaregen.openapi.endpoints import last_parameter, without_names
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


_FACTS = "x-model"
_NO_LITERAL = (frozenset("{}/"), frozenset("{}"))
"""Letters that no literal has, without and with slashes permitted in it."""

Shape: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refinement:
    """An operation on a literal path. ``value`` takes the place of the last path parameter.

    ``query`` are its own parameters in the query, references followed. ``facts`` are the
    members of its ``x-model``: what is known apart from the schemas, in the document's words.
    """

    value: str
    pointer: Pointer
    deprecated: bool
    query: tuple[Pointer, ...]
    bodies: tuple[Content, ...]
    answers: tuple[Content, ...]
    facts: Mapping[str, JSON]


def refinements(
    document: Document,
    path: str,
    method: str,
    slashed: Collection[str] = (),
) -> tuple[Refinement, ...]:
    """The refinements of a templated path's operation, in the document's order.

    ``method`` is in lower case, ``slashed`` are the path parameters whose values may hold
    slashes. ``document`` is the whole one: a selection has lost these paths. What has a
    reference that cannot be followed is left out.
    """
    last = last_parameter(path)
    paths = document.root.get("paths")
    if not last or not isinstance(paths, dict):
        return ()
    found: list[Refinement] = []
    for sibling, value in instances(path, tuple(paths), slashes=last in slashed):
        if isinstance(item := paths[sibling], dict) and isinstance(item.get(method), dict):
            with suppress(DiagnosticError):
                found.append(_refinement(document, value, Pointer(("paths", sibling, method))))
    return tuple(found)


def instances(path: str, others: tuple[str, ...], *, slashes: bool) -> Iterator[tuple[str, str]]:
    """The paths with a literal as the last parameter of a path, whose names do not count; and it.

    ``slashes`` permits those in a literal.
    """
    before, _, after = without_names(path).rpartition("{}")
    for other, plain in _plain(others):
        if plain.startswith(before) and plain.endswith(after):
            literal = plain[len(before) : len(plain) - len(after)]
            if literal and _NO_LITERAL[slashes].isdisjoint(literal):
                yield other, literal


@lru_cache(maxsize=1)
def _plain(paths: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """A large document has 1,000 paths, and as many operations that ask for instances."""
    return tuple((path, without_names(path)) for path in paths)


def alike(document: Document, found: Sequence[Refinement]) -> tuple[tuple[Refinement, ...], ...]:
    """Group operations that take and answer the same. A group is in the place of its first one.

    The same is what is written the same: components are compared by their content.
    """
    groups: dict[Shape, list[Refinement]] = {}
    for refinement in found:
        groups.setdefault(_shape(document, refinement), []).append(refinement)
    return tuple(map(tuple, groups.values()))


def _refinement(document: Document, value: str, pointer: Pointer) -> Refinement:
    raw = as_object(document.at(pointer))
    return Refinement(
        value=value,
        pointer=pointer,
        deprecated=raw.get("deprecated") is True,
        query=tuple(_query(document, pointer)),
        bodies=bodies(document, pointer),
        answers=answers(document, pointer),
        facts=MappingProxyType(as_object(raw.get(_FACTS))),
    )


def _query(document: Document, pointer: Pointer) -> Iterator[Pointer]:
    for index in range(len(as_list(as_object(document.at(pointer)).get("parameters")))):
        place, node = follow(document, pointer.child("parameters", index))
        if as_object(node).get("in") == "query":
            yield place


def _shape(document: Document, refinement: Refinement) -> Shape:
    written = [_text(document, place) for place in refinement.query]
    for side in (refinement.bodies, refinement.answers):
        written.append("")
        for content in side:
            schema = content.schema
            written += (content.media_type, _text(document, schema) if schema else "")
    return tuple(written)


def _text(document: Document, place: Pointer) -> str:
    return json.dumps(document.at(place), sort_keys=True)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A model: its name as in the path, slashes included, and its task."""

    model: str
    task: str
    pointer: Pointer
    deprecated: bool = False


def catalogue(document: Document, path: str, method: str) -> tuple[CatalogueEntry, ...]:
    """List the models of an operation in the document's order. Most operations have none.

    ``document`` is the whole one: a selection has lost the paths of the models.
    """
    paths = document.root.get("paths")
    if not isinstance(paths, dict) or "{" not in path:
        return ()
    own_tags = texts_in(_operation(paths.get(path), method).get("tags"))
    return tuple(
        CatalogueEntry(
            model,
            task,
            Pointer(("paths", sibling, method)),
            _operation(item, method).get("deprecated") is True,
        )
        for sibling, model in instances(path, tuple(paths), slashes=True)
        for item in (paths[sibling],)
        for task in _tasks(own_tags, texts_in(_operation(item, method).get("tags")))
    )


def _operation(item: JSON, method: str) -> JSONObject:
    return as_object(as_object(item).get(method))


def _tasks(own: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Give what the first tag adds to a tag of the operation."""
    for tag in others:
        for prefix in own:
            if tag.startswith(f"{prefix} "):
                yield tag.removeprefix(prefix).strip()
                return
