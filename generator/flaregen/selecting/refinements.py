"""Literal paths that are instances of a templated one, and say more than it.

Next to ``/ai/run/{model_name}`` there is ``/ai/run/@cf/meta/m2m100-1.2b``, with what this one
model takes and answers. That is the only rule: nothing else tells a model.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from flaregen.diagnostic import DiagnosticError
from flaregen.document import JSON, Document, as_object
from flaregen.openapi.endpoints import without_names
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.selecting.contents import Content, answers, bodies

_FACTS = "x-model"
_LAST_PARAMETER = re.compile(r"\{([^{}]*)\}(?!.*\{)")

Shape: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refinement:
    """An operation on a literal path. ``value`` takes the place of the last path parameter.

    ``query`` are its own parameters in the query, references followed. ``facts`` are the
    members of its ``x-model``: what is known apart from the schemas, in the document's words.
    """

    value: str
    pointer: Pointer
    tags: tuple[str, ...]
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
    *,
    skip_broken: bool = False,
) -> tuple[Refinement, ...]:
    """The refinements of a templated path's operation, in the document's order.

    ``method`` is in lower case, ``slashed`` are the path parameters whose values may hold
    slashes. ``document`` is the whole one: a selection has lost these paths. Raises
    DiagnosticError for a reference that cannot be followed, unless what has one is skipped.
    """
    last = _LAST_PARAMETER.search(path)
    paths = document.root.get("paths")
    if last is None or not isinstance(paths, dict):
        return ()
    pattern = instances(path, slashes=last[1] in slashed)
    found: list[Refinement] = []
    for sibling, item in paths.items():
        match = pattern.fullmatch(without_names(sibling))
        if match and isinstance(item, dict) and isinstance(item.get(method), dict):
            with suppress(DiagnosticError) if skip_broken else nullcontext():
                found.append(_refinement(document, match[1], Pointer(("paths", sibling, method))))
    return tuple(found)


def instances(path: str, *, slashes: bool) -> re.Pattern[str]:
    """Match a path, without the names of parameters, with a literal as its last parameter."""
    before, _, after = without_names(path).rpartition("{}")
    literal = "([^{}]+)" if slashes else "([^{}/]+)"
    return re.compile(f"{re.escape(before)}{literal}{re.escape(after)}")


def alike(document: Document, found: Sequence[Refinement]) -> tuple[tuple[Refinement, ...], ...]:
    """Those that take and answer the same, together, each group in the place of its first.

    The same is what is written the same: components are compared by their content.
    """
    groups: dict[Shape, list[Refinement]] = {}
    for refinement in found:
        groups.setdefault(_shape(document, refinement), []).append(refinement)
    return tuple(map(tuple, groups.values()))


def _refinement(document: Document, value: str, pointer: Pointer) -> Refinement:
    raw = as_object(document.at(pointer))
    tags = raw.get("tags")
    return Refinement(
        value=value,
        pointer=pointer,
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        deprecated=raw.get("deprecated") is True,
        query=tuple(_query(document, pointer)),
        bodies=bodies(document, pointer),
        answers=answers(document, pointer),
        facts=MappingProxyType(as_object(raw.get(_FACTS))),
    )


def _query(document: Document, pointer: Pointer) -> Iterator[Pointer]:
    listed = as_object(document.at(pointer)).get("parameters")
    for index in range(len(listed) if isinstance(listed, list) else 0):
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
