"""Attributes and modules that code names by a text, in the words that name them outright."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import reduce

_NAMES = ("getattr", "attrgetter", "methodcaller", "import_module", "__import__")
_THEMSELVES = ("self", "cls")


@dataclass
class Rewriting(ast.NodeTransformer):
    """Rewrites a module: ``getattr(a, "b")`` is ``a.b``, and ``import_module("p")`` a name ``p``.

    ``modules`` are what is imported so; ``unread`` the lines of what no literal names.
    """

    modules: list[str] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    _renamed: dict[str, str] = field(default_factory=dict)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom:
        self._renamed |= {one.asname: one.name for one in node.names if one.asname}
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node.func:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                found = self._renamed.get(name, name)
            case _:
                return node
        return self._rewritten(found, node) if found in _NAMES and node.args else node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        known = len(self.modules)
        self.generic_visit(node)
        match node:
            case ast.Assign(targets=[ast.Name(id=bound)], value=ast.Name(id=module)) if (
                len(self.modules) > known
            ):
                return ast.copy_location(ast.Import([ast.alias(module, bound)]), node)
        return node

    def _rewritten(self, name: str, node: ast.Call) -> ast.expr:
        named = node.args[1:2] if name == "getattr" else node.args[:1]
        match named:
            case [ast.Constant(value=str(text))]:
                pass
            case _:
                if not _is_own(node.args[0]):
                    self.unread.append(node.lineno)
                return node
        match name:
            case "getattr":
                return _chain(node.args[0], text)
            case "attrgetter":
                return _chain(_ANY, text)
            case "methodcaller":
                return ast.Call(_chain(_ANY, text), node.args[1:], node.keywords)
        self.modules.append(text)
        return ast.Name(text)


_ANY = ast.Name("")
"""The object of a function that takes one, whichever it is."""


def _is_own(node: ast.expr) -> bool:
    """Whether an object looks at itself, which is not a client."""
    return isinstance(node, ast.Name) and node.id in _THEMSELVES


def _chain(node: ast.expr, text: str) -> ast.expr:
    return reduce(ast.Attribute, text.split("."), node)
