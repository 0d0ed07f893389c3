"""Names that a path suggests: ``/zones/{zone_id}/dns/records`` is ``dns.records``, and listed.

Segments become resources in each other, those left out that lead to what the client holds. The
verb is that of the method; whether the path ends in a parameter, and whether an answer is a list,
tell ``list`` from ``get`` and one from many.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from flaregen.names.identifiers import segment_name
from flaregen.names.reviewed import ReviewedResource
from flaregen.openapi.endpoints import without_names
from flaregen.schemas.operation import Operation
from flaregen.schemas.schema import Array, leaves

Answer: TypeAlias = Literal["list", "perhaps a list", "not described", "no list"]

_VERBS = {
    "GET": "get",
    "PUT": "update",
    "POST": "create",
    "PATCH": "edit",
    "DELETE": "delete",
    "HEAD": "head",
    "OPTIONS": "options",
    "TRACE": "trace",
    "QUERY": "query",
}
_OF_MANY = {"create", "update", "edit", "delete"}
_PAGES = frozenset({"page", "per_page", "offset", "cursor"})
_PLURAL = re.compile(r"[a-z]{2,}(?<![suiv])s")
_STATISTICS = 3
"""From so many segments on, what has no parameter at all is a question and not a thing."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What names are made of. ``method`` is in capitals; ``pages`` where an answer has several."""

    method: str
    path: str
    answer: Answer = "not described"
    pages: bool = False
    sends_list: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A resource, with dots after those that it lies in, and its methods from the plainest.

    ``of_one`` says that the path names one thing, whose method keeps the plain name.
    ``otherwise`` is the method where the plainest is the name of a resource, too.
    """

    resource: str
    methods: tuple[str, ...]
    of_one: bool
    otherwise: str


def outline(operation: Operation) -> Outline:
    """What the names of an operation are made of."""
    wires = {parameter.wire for parameter in operation.parameters if parameter.location == "query"}
    return Outline(
        operation.method,
        operation.path,
        _answer(operation),
        not wires.isdisjoint(_PAGES),
        any(isinstance(task.body, Array) for task in operation.tasks if not task.requests),
    )


class InScope(NamedTuple):
    """A path whose first parameter the client holds: what is before its scope, and after it."""

    before: list[str]
    scope: str
    parameter: str
    after: list[str]


def in_scope(path: str, scopes: Container[str]) -> InScope | None:
    """The parts of a path whose first parameter comes after a scope; None for any other."""
    found = path.split("/")
    first = next((n for n, segment in enumerate(found) if segment.startswith("{")), 0)
    if not first or found[first - 1] not in scopes:
        return None
    return InScope(
        found[: first - 1], found[first - 1], found[first].strip("{}"), found[first + 1 :]
    )


def within_scope(path: str, scopes: Container[str]) -> str:
    """The path after what the client holds; the whole path where nothing comes after that."""
    held = in_scope(path, scopes)
    rest = "/".join((*held.before, *held.after)) if held else ""
    return rest if rest.strip("/") else path


def suggestion(
    found: Outline, scopes: Container[str], resources: Sequence[ReviewedResource] = ()
) -> Suggestion:
    """What a path suggests; ``resources`` are reviewed names of its beginning."""
    base, inside = _divided(found.path, scopes, resources)
    segments = [segment for segment in inside if segment]
    fixed = [one for one in segments if not one.startswith("{")]
    of_one = found.path.rstrip("/").endswith("}")
    verb = _verb(found, of_one=of_one)
    resource = [*base, *(name for name in map(segment_name, fixed) if name)]
    if fixed and len([*base, *fixed]) > 1 and _is_verb(found, scopes, of_one=of_one):
        leaf = segment_name(fixed[-1])
        methods: tuple[str, ...] = (leaf, f"{verb}_{leaf}") if leaf else ()
        around = resource[:-1] if leaf else resource
        return Suggestion(".".join(around) or "api", methods, of_one, verb)
    many = {"get": "list"}.get(verb, f"bulk_{verb}" if verb in _OF_MANY else verb)
    methods = (verb,) if of_one else (verb, many)
    return Suggestion(".".join(resource) or "api", methods, of_one, verb)


def _divided(
    path: str, scopes: Container[str], resources: Sequence[ReviewedResource]
) -> tuple[list[str], list[str]]:
    """The reviewed name of the longest beginning that has one, and the segments after it."""
    inside = within_scope(path, scopes)
    best: tuple[int, list[str], list[str]] = (0, [], inside.split("/"))
    for whole in dict.fromkeys((path, inside)):
        segments = whole.strip("/").split("/")
        plain, more = _plain(whole), path.count("/") - whole.count("/")
        for row in resources:
            wanted = _plain(row.path)
            if plain[: len(wanted)] == wanted and len(wanted) + more > best[0]:
                best = (len(wanted) + more, row.name.split("."), segments[len(wanted) :])
    return best[1], best[2]


@cache
def _plain(path: str) -> tuple[str, ...]:
    """The segments of a path, without the names of parameters."""
    return tuple(without_names(path).strip("/").split("/"))


def _verb(found: Outline, *, of_one: bool) -> str:
    verb = _VERBS.get(found.method, "call")
    if of_one:
        return verb
    if verb == "get":
        return "list" if _lists(found) else "get"
    return f"bulk_{verb}" if found.sends_list and verb in _OF_MANY - {"create"} else verb


def _lists(found: Outline) -> bool:
    many = _PLURAL.fullmatch(_last_word(found.path)) is not None
    return found.answer == "list" or found.pages or (many and found.answer != "no list")


def _is_verb(found: Outline, scopes: Container[str], *, of_one: bool) -> bool:
    """Whether the last fixed segment is what is done: ``/ai/run/{model_name}`` by POST."""
    segments = [one for one in within_scope(found.path, scopes).split("/") if one]
    if found.method == "POST":
        return of_one or not _PLURAL.fullmatch(_last_word(found.path))
    whole = found.method == "GET" and "{" not in found.path
    lists = found.answer == "list" or found.pages
    return whole and len(segments) >= _STATISTICS and not lists


def _last_word(path: str) -> str:
    return segment_name(path.rstrip("/").rpartition("/")[2]).rpartition("_")[2]


def _answer(operation: Operation) -> Answer:
    answers = [task.response.schema for task in operation.tasks if task.response]
    schemas = [schema for schema in answers if schema is not None]
    if not answers:
        return "not described"
    if any(isinstance(schema, Array) for schema in schemas):
        return "list"
    found = (leaf for schema in schemas for leaf in leaves(schema))
    return "perhaps a list" if any(isinstance(leaf, Array) for leaf in found) else "no list"
