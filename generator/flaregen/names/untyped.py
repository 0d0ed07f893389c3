"""What schemas say that no class has."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Document, JSONObject
from flaregen.openapi.anatomy import walk, whole
from flaregen.openapi.facts import type_list
from flaregen.openapi.inheritance import MOST_HEIRS, all_heirs
from flaregen.openapi.keywords import settled_branch
from flaregen.openapi.restrictions import is_idle
from flaregen.pointer import Pointer

_CONDITIONS = ("dependentRequired", "dependentSchemas", "if")


def untyped(selection: Document) -> Iterator[Diagnostic]:
    yield from _unread_heirs(selection)
    yield from _conditions(selection)


def _unread_heirs(selection: Document) -> Iterator[Diagnostic]:
    """A warning where too many components inherit a discriminator for any to be read."""
    number = len(all_heirs(selection.root))
    if number > MOST_HEIRS:
        message = (
            f"{number} components inherit a discriminator, and calls read up to {MOST_HEIRS}: "
        )
        message += "each is read as what it inherits from."
        remedy = "choose fewer operations, or read the rest in extra_fields of an answer"
        place = Pointer(("components", "schemas"))
        problem = Problem("heirs-not-read", message, remedy)
        yield problem.at(selection.source, pointer=place, severity="warning")


def _conditions(selection: Document) -> Iterator[Diagnostic]:
    """A warning for each keyword that has members depend on others, which no class says."""
    found: dict[str, list[Pointer]] = {}
    for part in walk(whole(selection.root)):
        types = type_list(part.node) if part.kind == "schema" else ()
        if None in types or "object" in types:
            for keyword in filter(part.node.get, _CONDITIONS):
                if not _is_met(keyword, part.node):
                    found.setdefault(keyword, []).append(part.pointer.child(keyword))
    for keyword, places in found.items():
        number = f"{len(places)} schemas" if len(places) > 1 else "a schema"
        message = f"By {keyword}, members of {number} depend on others, which no class says."
        remedy = "the service refuses what does not go together; extra_body sends what no class has"
        problem = Problem("condition-not-typed", message, remedy)
        yield problem.at(selection.source, pointer=places[0], severity="warning")


def _is_met(keyword: str, schema: JSONObject) -> bool:
    """Whether members depend on no others by a keyword, as it leaves nothing open."""
    is_settled = keyword == "if" and settled_branch(schema) is not None
    return is_settled or is_idle(keyword, schema[keyword], schema)
