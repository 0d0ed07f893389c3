"""What a reference leads to, in whatever document that is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import unquote

from flaregen.diagnostic import Problem
from flaregen.document import JSON, Document, JSONObject, step
from flaregen.openapi.anatomy import Kind, Part
from flaregen.openapi.references import MOST_HOPS, TOO_LONG, dangling, reference_of, similar
from flaregen.pointer import Pointer
from flaregen.printable import with_article
from flaregen.reading.other_documents import OtherDocuments, RefusedError, Tree
from flaregen.selecting.reference_check import wrong_kind


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to: a place in a document, which has a name."""

    name: str
    tree: Tree
    pointer: Pointer
    node: JSON


class Resolver:
    """Follows references of the first document, whose present root ``root`` gives."""

    def __init__(
        self, first: Document, others: OtherDocuments, root: Callable[[], JSONObject]
    ) -> None:
        self._first = first
        self._others = others
        self._root = root
        self._hops = 0

    def resolve(self, reference: str, kind: Kind) -> Target:
        """Find what a reference leads to. Raises RefusedError and DiagnosticError."""
        self._hops = 0
        target = self._walked(reference, "")
        if not isinstance(target.node, dict) and not (
            kind == "schema" and isinstance(target.node, bool)
        ):
            message = f"A reference to {with_article(kind)} must lead to an object: {reference}."
            advice = "refer to the object around it, or to another"
            raise RefusedError(Problem("wrong-reference", message, advice))
        root = target.tree.root
        if isinstance(root, dict) and isinstance(root.get("openapi"), str):
            within = replace(self._first, source=target.tree.source, root=root, operations=None)
            part = Part((), kind, {})
            problem = wrong_kind(within, part, target.pointer, target.node)
            if problem is not None:
                raise RefusedError(problem)
        return target

    def _walked(self, reference: str, referrer: str) -> Target:
        """Go to where a reference leads, through others on the way."""
        self._hops += 1
        if self._hops > MOST_HOPS:
            raise RefusedError(TOO_LONG)
        name, fragment = self._others.find(reference, referrer)
        tree = self._tree(name, reference)
        for text in (unquote(fragment), fragment):
            with suppress(ValueError, KeyError):
                return self._descended(name, tree, Pointer.parse(text))
        within = replace(self._first, root=tree.root) if isinstance(tree.root, dict) else None
        near = similar(within, f"#{fragment}") if within else None
        spelled = f"{reference.partition('#')[0]}{near}" if near else None
        raise RefusedError(dangling(reference, spelled))

    def _descended(self, name: str, tree: Tree, pointer: Pointer) -> Target:
        node = tree.root
        for count, token in enumerate(pointer.tokens):
            try:
                node = step(node, token)
            except KeyError:
                through = reference_of(node)
                if through is None:
                    raise
                other = self._walked(through, name)
                rest = other.pointer.child(*pointer.tokens[count:])
                return self._descended(other.name, other.tree, rest)
        return Target(name, tree, pointer, node)

    def _tree(self, name: str, reference: str) -> Tree:
        if not name:
            return Tree(self._first.source, self._root())
        return self._others.tree(name, reference)
