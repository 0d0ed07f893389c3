"""Bringing what other documents hold into the one that refers to it, as components.

Only what is reached is brought in: from the operations that are wanted, or from all of a
document. A reference into another document becomes one to a component of the same kind,
named as it is named there. What stays in the document stays in its place, so that a
pointer into it goes on to be a pointer into what was loaded; what was brought in knows
where it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import urlsplit

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import JSON, Document, JSONObject, as_object
from flaregen.openapi.anatomy import SECTIONS, Kind, Part, location_of, walk
from flaregen.openapi.endpoints import with_path_items
from flaregen.openapi.references import MOST_HOPS, TOO_LONG, reference_of
from flaregen.openapi.versions import facts_of
from flaregen.overlays.editing import Edit, extent
from flaregen.pointer import Pointer
from flaregen.reading.other_documents import (
    ExhaustedError,
    KnownFailureError,
    OtherDocuments,
    RefusedError,
    placed,
)
from flaregen.selecting.gathered import Gathered, Origin
from flaregen.selecting.reach import FILE, Kept, existing, outgoing, parts_of
from flaregen.selecting.targets import Resolver, Target

_MOST_VALUES = 1_000_000
"""Values to bring in. What is referred to at several depths comes once for each of them."""
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]")

Starts: TypeAlias = Callable[[Document], Iterable[Pointer]]
"""Chooses the places to start from, once all path items are in their place."""


def gather(document: Document, others: OtherDocuments, starts: Starts | None = None) -> Gathered:
    """Bring in what is reached from the chosen places; from everywhere where none are chosen.

    Raises DiagnosticError with every reference that leads nowhere or may not be followed.
    """
    gathering = _Gathering(document, others)
    gathering.run(starts)
    gathered = Gathered(gathering.document, others.reached, gathering.origins)
    if gathering.findings:
        raise DiagnosticError(map(gathered.place, gathering.findings))
    return gathered


class _Gathering:
    """A document that grows while its references are followed."""

    def __init__(self, document: Document, others: OtherDocuments) -> None:
        self._start = document
        self._others = others
        self._edit = Edit(document.root)
        self._values = _MOST_VALUES
        self._pending: list[Pointer] = []
        self._kept = Kept()
        self._resolver = Resolver(document, others, lambda: self._edit.root)
        self._components: dict[tuple[str, str, Pointer], Pointer] = {}
        self.origins: dict[tuple[str, ...], Origin] = {}
        self.findings: list[Diagnostic] = []

    @property
    def document(self) -> Document:
        return replace(self._start, root=self._edit.root)

    def run(self, starts: Starts | None) -> None:
        try:
            self._path_items()
            if not self.findings:
                self._visit(*self._chosen(starts))
            while self._pending:
                self._follow_all(self._pending.pop())
        except ExhaustedError:
            return

    def _chosen(self, starts: Starts | None) -> Iterable[Pointer]:
        if starts is None:
            return (Pointer(),)
        with Gathered(self.document, origins=self.origins).placing():
            chosen = starts(with_path_items(self.document))
        return _with_shared(tuple(chosen))

    def _visit(self, *pointers: Pointer) -> None:
        # What comes first in the document is to be named first.
        new = [pointer for pointer in pointers if self._kept.add(pointer.tokens)]
        self._pending.extend(reversed(new))

    def _follow_all(self, pointer: Pointer) -> None:
        """Follow every reference in and below a place."""
        for part in parts_of(self._edit.root, pointer):
            for below in walk(part):
                for at, reference in outgoing(below, self._edit.root):
                    self._follow(below, reference, *at)

    def _follow(self, part: Part, reference: str, *at: str) -> None:
        """Go on with a local reference; bring in what another one leads to."""
        if reference.startswith("#"):
            local = existing(self._edit.root, reference)
            if local is not None:
                self._visit(local)
            return
        place = part.pointer.child(*at)
        if part.kind not in SECTIONS:
            return
        with self._finding(place):
            if part.kind == "path item" and part.tokens[:1] == ("paths",) and len(part.tokens) == 2:
                return
            if part.kind == "path item" and not facts_of(self._start).siblings_count:
                raise RefusedError(_callback(reference))
            target = self._resolver.resolve(reference, part.kind)
            local = target.pointer if not target.name else self._component(part.kind, target)
            location, _ = location_of(self._edit.root, part.tokens)
            self._edit.replace((*location, *at), local.fragment)
            if not target.name:
                self._visit(local)

    @contextmanager
    def _finding(self, place: Pointer) -> Iterator[None]:
        """Note what is wrong with one reference and go on, unless it cannot go on."""
        try:
            yield
        except KnownFailureError:
            return
        except (RefusedError, DiagnosticError) as error:
            problems = placed(error)
            self.findings += [p.at(self._start.source, pointer=place) for p in problems]
            if isinstance(error, DiagnosticError) and not problems:
                self.findings += error.diagnostics
            if isinstance(error, ExhaustedError):
                raise

    def _path_items(self) -> None:
        """Put path items in the place of the references to them: operations are found there."""
        for path, item in as_object(self._start.root.get("paths")).items():
            with self._finding(Pointer(("paths", path, "$ref"))):
                self._settle(Pointer(("paths", path)), item)

    def _settle(self, pointer: Pointer, item: JSON) -> None:
        """Put content in place of a reference, and again where that is one. Raises as resolve."""
        for _ in range(MOST_HOPS):
            reference = reference_of(item)
            if not isinstance(item, dict) or reference is None or reference.startswith("#"):
                return
            item = self._in_place(pointer, item, reference)
        raise RefusedError(TOO_LONG)

    def _in_place(self, pointer: Pointer, item: JSONObject, reference: str) -> JSONObject:
        target = self._resolver.resolve(reference, "path item")
        siblings = {key: value for key, value in item.items() if key != "$ref"}
        content = as_object(self._copied(target, "path item"))
        whole = {**content, **siblings}
        if not target.name:
            self._edit.share()  # it is in two places from now on
        self._edit.replace(pointer.tokens, whole)
        for key in content.keys() - siblings.keys():
            origin = Origin(target.tree.source, target.pointer.child(key))
            self.origins[(*pointer.tokens, key)] = origin
        return whole

    def _component(self, kind: Kind, target: Target) -> Pointer:
        """The component that holds a target, which is brought in unless it is there."""
        section = SECTIONS[kind]
        known = (section, target.name, target.pointer)
        if known not in self._components:
            content = self._copied(target, kind)
            pointer = Pointer(("components", section, self._free_name(section, target)))
            self._put(pointer, content)
            self._pending.append(pointer)
            self._components[known] = pointer
            self.origins[pointer.tokens] = Origin(target.tree.source, target.pointer)
        return self._components[known]

    def _put(self, pointer: Pointer, content: JSON) -> None:
        node: JSON = self._edit.root
        for count, token in enumerate(pointer.tokens[:-1], start=1):
            below = node.get(token) if isinstance(node, dict) else None
            if not isinstance(below, dict):
                self._edit.replace(pointer.tokens[:count], {})
            node = below
        self._edit.replace(pointer.tokens, content)

    def _free_name(self, section: str, target: Target) -> str:
        """The name of a component in its document; if that is taken, with the document in front."""
        taken = as_object(as_object(self._edit.root.get("components")).get(section))
        path = FILE.sub("", urlsplit(target.name).path.strip("/"))
        stem = PurePosixPath(path).name
        own = target.pointer.tokens[-1] if target.pointer.tokens else stem
        names = [_NOT_IN_A_NAME.sub("_", name) for name in (own, f"{stem}.{own}", f"{path}.{own}")]
        number = 2
        while names[0] in taken:
            names = names[1:] or [_NOT_IN_A_NAME.sub("_", f"{path}.{own}.{number}")]
            number += 1
        return names[0]

    def _copied(self, target: Target, kind: Kind) -> JSON:
        """A target with its references spelled as they would be in the first document."""
        self._values -= extent(target.node)[0]
        if self._values < 0:
            message = f"The references bring in more than {_MOST_VALUES:,} values."
            raise ExhaustedError(Problem("too-large", message, "refer to less"))
        if not isinstance(target.node, dict):
            return target.node
        edit = Edit(target.node)
        for part in walk(Part((), kind, target.node)):
            for at, text in outgoing(part, target.tree.root):
                with suppress(RefusedError):  # it stays as it is, to be refused in its place
                    location, _ = location_of(edit.root, part.tokens)
                    name, fragment = self._others.find(text, target.name)
                    spelled = self._others.spelled(name, fragment)
                    edit.replace((*location, *at), spelled)
        return edit.root


def _with_shared(operations: tuple[Pointer, ...]) -> Iterator[Pointer]:
    """The operations, and what a selection keeps without a reference to it."""
    yield from operations
    for pointer in operations:
        yield pointer.parent.child("parameters")
    yield Pointer(("components", "securitySchemes"))


def _callback(reference: str) -> Problem:
    message = f"The reference {reference} is in a callback, and leads to a path item."
    advice = "write the path item in place of the reference, or make the document OpenAPI 3.1"
    return Problem("remote-reference", message, advice)
