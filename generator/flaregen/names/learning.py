"""Rows for the names file that give operations the names of another client.

A row for the beginning of a path is written where it takes the place of rows for operations: it
also names what the document may have below it later. Which ones are fewest is decided from the
ends of the paths on, by what follows from each row that could be at their beginnings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from flaregen.config_file import ScopeTable
from flaregen.diagnostic import UsageError
from flaregen.names.calls import plain_name, unclaimed
from flaregen.names.identifiers import field_name, resource_path, segment_name
from flaregen.names.paths import Outline, outline, suggestion, within_scope
from flaregen.names.reviewed import (
    ReviewedMethod,
    ReviewedNames,
    ReviewedResource,
    divided,
)
from flaregen.names.scope_pairs import merge_scope_pairs
from flaregen.openapi.endpoints import path_parameters, without_names
from flaregen.schemas.operation import Operation
from flaregen.toml_text import inline, listed, quoted

_DOTTED = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")


class Wish(NamedTuple):
    """A name, the path that has it there, whose parameters are arguments, and its other names."""

    name: str
    path: str
    also: tuple[str, ...] = ()


Wanted = Mapping[tuple[str, str], Wish]
"""Names by method, and path without the names of its parameters."""

_NOTHING = Wish("", "")


@dataclass(frozen=True, slots=True)
class Learned:
    """New rows. Of ``shared`` operations, ``kept`` have another, reviewed name."""

    resources: tuple[ReviewedResource, ...]
    methods: tuple[ReviewedMethod, ...]
    shared: int
    kept: tuple[str, ...]


@dataclass(slots=True)
class _Step:
    """A segment of paths: the operations that end there, and what comes after it."""

    path: str
    fixed: bool
    ends: list[tuple[Outline, str]] = field(default_factory=list)
    after: dict[str, _Step] = field(default_factory=dict)


def parse(text: str, source: str) -> Wanted:
    """Names from lines of method, path and name. ``source`` is named in errors: UsageError."""
    found: dict[tuple[str, str], Wish] = {}
    for number, line in enumerate(text.splitlines(), 1):
        method, path, name = [*line.split("\t"), "", ""][:3]
        if not line.strip() or line.startswith("#"):
            continue
        if not path.startswith("/") or not _DOTTED.fullmatch(name):
            advice = "write the method, the path and a name such as dns.records.list, with tabs"
            raise UsageError(
                f"{source}:{number}: {line!r} is not a method, a path and a name", help=advice
            )
        name, key = str(resource_path(name)), (method.upper(), without_names(path))
        first = found.setdefault(key, Wish(name, path))
        if name not in (first.name, *first.also):
            found[key] = first._replace(also=(*first.also, name))
    return found


def wish_for(wanted: Wanted, operation: Operation, scopes: Collection[str]) -> Wish:
    """What an operation is to be called; a path may begin with ``/{}/{}`` in place of a scope."""
    path = without_names(operation.path)
    first, _, rest = path.strip("/").partition("/")
    found = wanted.get((operation.method, path))
    if found is None and first in scopes:
        found = wanted.get((operation.method, f"/{{}}/{rest}"))
    return found or _NOTHING


def learned(
    operations: Sequence[Operation],
    wanted: Wanted,
    reviewed: ReviewedNames,
    scopes: Sequence[ScopeTable],
) -> Learned:
    """The rows that are missing for the names that are wanted. What is reviewed stays."""
    segments = {scope.segment for scope in scopes}
    pairs = [(operation, wish_for(wanted, operation, segments)) for operation in operations]
    shared = [(one, wish) for one, wish in pairs if wish.name]
    chosen = [(one, wish) for one, wish in shared if not reviewed.operation_for(one).method]
    kept = (
        f"{one.label}: {plain_name(one, reviewed, scopes)}, not {wish.name}"
        for one, wish in shared
        if reviewed.operation_for(one).method and plain_name(one, reviewed, scopes) != wish.name
    )
    resources = tuple(_resources(chosen, reviewed, segments))
    more = replace(reviewed, resources=(*reviewed.resources, *resources))
    rows = [(one, _row(one, wish, segments)) for one, wish in chosen]
    methods = [
        row
        for one, row in rows
        if row.arguments or row.also or plain_name(one, more, scopes) != row.name
    ]
    again = replace(more, operations=(*map(divided, methods), *more.operations))
    # Others may wish for the same; a row is stronger than a path.
    held = unclaimed(merge_scope_pairs(operations, again, scopes), again, scopes)
    methods += [row for one, row in rows if one.pointer in held and row not in methods]
    return Learned(resources, tuple(methods), len(shared), tuple(kept))


def _row(operation: Operation, wish: Wish, scopes: Collection[str]) -> ReviewedMethod:
    """The whole names, and the arguments of the path that have others than the path says."""
    ours = path_parameters(within_scope(operation.path, scopes))
    # Theirs may begin with `/{}/{}`, in place of what ours has before them.
    theirs = path_parameters(wish.path)[-len(ours) :] if ours else []
    names = {wire: field_name(other) for wire, other in zip(ours, theirs, strict=True)}
    others = {wire: name for wire, name in names.items() if name not in ("", field_name(wire))}
    known = without_names(f"{operation.method} {operation.path}")
    return ReviewedMethod(known, wish.name, others, wish.also)


def _resources(
    pairs: Sequence[tuple[Operation, Wish]], reviewed: ReviewedNames, scopes: Collection[str]
) -> Iterator[ReviewedResource]:
    """Rows for beginnings, each of which saves at least one row for an operation."""
    root = _Step("", fixed=False)
    for operation, wish in pairs:
        step = root
        for segment in within_scope(operation.path, scopes).strip("/").split("/"):
            plain = without_names(segment)
            fixed = not plain.startswith("{")
            step = step.after.setdefault(plain, _Step(f"{step.path}/{plain}", fixed))
        step.ends.append((outline(operation), wish.name))
    _, rows = _Fewest(reviewed, scopes).below(root, None)
    yield from sorted(rows, key=lambda row: row.path)


@dataclass(slots=True)
class _Fewest:
    """The fewest rows for a step and what comes after it, by the row that holds before it."""

    reviewed: ReviewedNames
    scopes: Collection[str]
    known: dict[tuple[str, ReviewedResource | None], tuple[int, list[ReviewedResource]]] = field(
        default_factory=dict
    )

    def below(
        self, step: _Step, row: ReviewedResource | None
    ) -> tuple[int, list[ReviewedResource]]:
        """How many rows, those for single operations counted, and the ones for beginnings."""
        key = step.path, row
        if key not in self.known:
            best = self._with(step, row)
            reviewed = {resource.path for resource in self.reviewed.resources}
            # What it may be called, if the names of all after it are to follow from it.
            names = {name for end in _ends(step) for name in self._beginnings(step, *end)}
            for name in sorted(names) if step.fixed and step.path not in reviewed else ():
                own = ReviewedResource(step.path, name)
                cost, rows = self._with(step, own)
                if cost + 1 <= best[0]:
                    best = cost + 1, [own, *rows]
            self.known[key] = best
        return self.known[key]

    def _with(
        self, step: _Step, row: ReviewedResource | None
    ) -> tuple[int, list[ReviewedResource]]:
        cost = sum(self._name(found, row) != name for found, name in step.ends)
        rows: list[ReviewedResource] = []
        for one in step.after.values():
            more, others = self.below(one, row)
            cost += more
            rows += others
        return cost, rows

    def _name(self, found: Outline, row: ReviewedResource | None) -> str:
        resources = (*self.reviewed.resources, *((row,) if row else ()))
        one = suggestion(found, self.scopes, resources)
        return f"{one.resource}.{one.methods[0]}" if one.methods else ""

    def _beginnings(self, step: _Step, found: Outline, name: str) -> Iterator[str]:
        inside = within_scope(found.path, self.scopes).strip("/").split("/")
        rest = [segment_name(one) for one in inside[step.path.count("/") :] if one[:1] != "{"]
        words = name.split(".")
        for tail in (rest, [*rest, words[-1]]):
            beginning = words[: len(words) - len(tail)]
            if beginning and words[len(beginning) :] == tail and tail:
                yield ".".join(beginning)


def _ends(step: _Step) -> Iterator[tuple[Outline, str]]:
    yield from step.ends
    for one in step.after.values():
        yield from _ends(one)


def written(found: Learned) -> str:
    """The rows as TOML, to be appended to a names file."""
    rows = [
        f"[[resource]]\npath = {quoted(resource.path)}\nname = {quoted(resource.name)}\n"
        for resource in found.resources
    ]
    rows += [
        f"[[method]]\noperation = {quoted(method.operation)}\nname = {quoted(method.name)}\n"
        + (f"arguments = {inline(method.arguments)}\n" if method.arguments else "")
        + (f"also = {listed(method.also)}\n" if method.also else "")
        for method in found.methods
    ]
    return "\n".join(rows)
