"""Apply OpenAPI Overlay documents, versions 1.0 and 1.1 (spec.openapis.org/overlay).

The specification lets an action that matches nothing pass. Here it is an error: a
correction that silently corrects nothing any more is worse than none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never, cast

from jsonpath_rfc9535 import JSONPathError, JSONPathQuery, JSONValue

from flaregen.config import require_readable
from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import JSON, Document, JSONObject, Source
from flaregen.overlays.editing import PRIMITIVE, Edit, IncompatibleError, Location, extent, kind_of
from flaregen.overlays.overlay_file import Action, Overlay, read_overlay
from flaregen.pointer import Pointer
from flaregen.reading.limits import DEEPEST, MOST_NODES
from flaregen.reading.sources import read_source

_ABOVE_OPERATIONS = 2
"""Segments of a target that lead to a path, and no further: ``paths`` and the path."""


def apply(
    document: Document,
    overlays: Sequence[Path | Source],
    *,
    known_as: Collection[str] = (),
) -> Document:
    """Lay overlays over a document, in order; the document itself is not changed.

    ``known_as`` names what the document is a copy of, for an overlay whose ``extends``
    says where upstream has it. Raises DiagnosticError with all that is wrong with the
    first overlay that does not apply, UsageError for one that cannot be read.
    """
    for given in overlays:
        source = given if isinstance(given, Source) else _source(given)
        document = _apply_one(document, read_overlay(source), known_as)
    return document


def _source(path: Path) -> Source:
    require_readable(path, "overlay")
    return read_source(str(path))


def _apply_one(document: Document, overlay: Overlay, known_as: Collection[str]) -> Document:
    _require_target(document, overlay, known_as)
    edit = Edit(document.root)
    problems: list[Diagnostic] = []
    for action in overlay.actions:
        step = _Step(edit, overlay, action, document.source.name)
        problems += step.perform()
        if action.kind == "copy" and (grown := step.outgrown()):
            problems.append(grown)
            break
    if problems:
        raise DiagnosticError(problems)
    return replace(document, root=edit.root)


def _require_target(document: Document, overlay: Overlay, known_as: Collection[str]) -> None:
    """Check ``extends``; a relative reference counts from the overlay's own place."""
    if overlay.extends is None:
        return
    names = {_absolute(name, Path()) for name in (document.source.name, *known_as)}
    wanted = _absolute(overlay.extends, Path(overlay.source.name).parent)
    if wanted not in names:
        made_for = f"the overlay is made for {overlay.extends}"
        problem = Problem(
            "overlay-extends",
            f"{made_for}, but the document is {document.source.name}",
            "leave the overlay out of the configuration, or correct its 'extends'",
        )
        raise DiagnosticError([problem.at(overlay.source, pointer=Pointer(("extends",)))])


def _absolute(name: str, folder: Path) -> str:
    if "://" in name or name == "-":
        return name
    if name.startswith("git:"):
        name = name.split(":", 2)[-1]
    # No file has a name with a NUL in it.
    return name if "\0" in name else str((folder / name).resolve())


@dataclass(frozen=True, slots=True)
class _Step:
    """One action, to be performed on the result of those before it."""

    edit: Edit
    overlay: Overlay
    action: Action
    name: str

    def perform(self) -> Iterator[Diagnostic]:
        """Do it, and say what is wrong with it."""
        try:
            nodes = _matches(self.action.target, self.edit.root)
            if not nodes:
                yield self._no_match()
                return
            match self.action.kind:
                case "remove":
                    yield from self._remove(nodes)
                case "update":
                    yield from self._put(nodes, self.action.value)
                case "copy":
                    yield from self._copy(nodes)
                case _:
                    assert_never(self.action.kind)
        except JSONPathError as error:
            yield self._refuse("target", f"the target cannot be followed: {error}", "simplify it")

    def _refuse(self, code: str, message: str, help: str) -> Diagnostic:
        source, pointer = self.overlay.source, self.action.pointer
        return Diagnostic(f"overlay-{code}", message, help, source=source, pointer=pointer)

    def _no_match(self) -> Diagnostic:
        """Say how far the target leads: the first part that matches nothing is what changed."""
        target = self.action.target
        reached = JSONPathQuery(env=target.env, segments=())
        for length in range(1, len(target.segments)):
            longer = JSONPathQuery(env=target.env, segments=target.segments[:length])
            if longer.find_one(cast("JSONValue", self.edit.root)) is None:
                break
            reached = longer
        advice = f"it matches as far as {reached}; correct the rest of it, remove the action, or "
        advice += "take the overlay out of `[spec] overlays`"
        if str(target).startswith("$['paths'][") and len(reached.segments) <= _ABOVE_OPERATIONS:
            # Upstream may well have it: a pull looks at what it keeps.
            advice += "\nwhat `operations` does not choose is not there: remove the actions for it"
        message = f"the target {target} matches nothing in {self.name}"
        return self._refuse("no-match", message, advice)

    def _remove(self, nodes: Mapping[Location, JSON]) -> Iterator[Diagnostic]:
        """Remove from the back, so that nothing moves that is still to be removed."""
        for location in sorted(nodes, reverse=True):
            if not location:
                yield self._refuse("root", "the whole document cannot be removed", "choose a part")
            elif self.overlay.is_first_version and kind_of(nodes[location]) == PRIMITIVE:
                yield self._primitive_in_first_version()
            else:
                self.edit.remove(location)

    def _put(self, nodes: Mapping[Location, JSON], value: JSON) -> Iterator[Diagnostic]:
        kinds = sorted({kind_of(node) for node in nodes.values()})
        if len(kinds) > 1:
            message = (
                f"the target matches {' and '.join(kinds)}, and no single value can update both"
            )
            yield self._refuse("mixed-target", message, "write an action for each kind")
            return
        for location, node in nodes.items():
            try:
                yield from self._put_into(location, node, value)
            except IncompatibleError as error:
                yield self._refuse("incompatible", str(error), _REMOVE_FIRST)

    def _put_into(self, location: Location, node: JSON, value: JSON) -> Iterator[Diagnostic]:
        """Update one node. Raises IncompatibleError."""
        match node, value:
            case dict(), dict():
                self.edit.merge(location, value)
            case list(), list() if not self.overlay.is_first_version:
                self.edit.extend(location, value)
            case list(), _:
                self.edit.extend(location, [value])
            case _ if self.overlay.is_first_version and kind_of(node) == PRIMITIVE:
                yield self._primitive_in_first_version()
            case _ if kind_of(node) == kind_of(value):
                self.edit.replace(location, value)
            case _:
                raise IncompatibleError(node, value, ())

    def _copy(self, nodes: Mapping[Location, JSON]) -> Iterator[Diagnostic]:
        origin = self.action.origin
        found = _matches(origin, self.edit.root) if origin else {}
        if len(found) != 1:
            message = f"'copy' must match one node, but {origin} matches {len(found)}"
            yield self._refuse("copy", message, "name the one node")
            return
        self.edit.share()
        (value,) = found.values()
        yield from self._put(nodes, value)

    def outgrown(self) -> Diagnostic | None:
        """Copies of copies double a document each time: stop before it is out of bounds."""
        nodes, depth = extent(self.edit.root)
        if nodes <= MOST_NODES and depth <= DEEPEST:
            return None
        what = f"{nodes:,} values" if nodes > MOST_NODES else f"{depth} levels"
        return self._refuse("too-large", f"the copy gives the document {what}", "copy a part of it")

    def _primitive_in_first_version(self) -> Diagnostic:
        return self._refuse(
            "primitive",
            "the target is a primitive value, which overlay 1.0 can neither update nor remove",
            "target what contains it, or make the overlay's version 1.1.0",
        )


_REMOVE_FIRST = "first remove the present value with a separate action"


def _matches(query: JSONPathQuery, root: JSONObject) -> dict[Location, JSON]:
    """The nodes that a query selects, each once, in the document's order."""
    found = query.finditer(cast("JSONValue", root))
    return {node.location: cast("JSON", node.value) for node in found}
