"""Paths through a document for openapi-spec-validator, each looked up once.

Its own accessor finds the way to a node from the root, and that for each question.
"""

from __future__ import annotations

from collections.abc import Sequence

from jsonschema_path.accessors import SchemaAccessor
from jsonschema_path.paths import SchemaPath
from jsonschema_path.typing import Schema
from pathable.types import LookupKey, LookupNode, LookupValue
from referencing._core import Resolver


class Places(SchemaAccessor):
    """Remembers the node at each path until ``forget``.

    References count from the root, as everywhere in flaregen, whatever ``$id`` says.
    """

    def __init__(
        self, schema: Schema, resolver: Resolver[Schema], resolved_cache_maxsize: int = 0
    ) -> None:
        super().__init__(schema, resolver, resolved_cache_maxsize)
        self._nodes: dict[tuple[LookupKey, ...], LookupNode] = {}
        self._targets: dict[str, LookupNode] = {}

    @property
    def root(self) -> SchemaPath:
        return SchemaPath(self)

    def forget(self) -> None:
        """Make room. What references lead to is kept: that is as much as there are references."""
        self._nodes.clear()

    def __getitem__(self, parts: Sequence[LookupKey]) -> LookupNode:
        key = tuple(parts)
        if key in self._nodes:
            return self._nodes[key]
        node = self._followed(self._get_subnode(self[key[:-1]], key[-1])) if key else self._node
        self._nodes[key] = node
        return node

    def _followed(self, node: LookupNode) -> LookupNode:
        while isinstance(node, dict) and isinstance(reference := node.get("$ref"), str):
            if reference not in self._targets:
                found = self._path_resolver.resolver.lookup(reference)
                self._targets[reference] = found.contents
            node = self._targets[reference]
        return node

    def read(self, parts: Sequence[LookupKey]) -> LookupValue:
        return self[parts]

    @classmethod
    def _get_subnode(cls, node: LookupNode, part: LookupKey) -> LookupNode:
        """Do the same as the library, which asks what can be subscribed in general."""
        if isinstance(node, dict):
            return node[part]
        if isinstance(node, list) and isinstance(part, int) and part < len(node):
            return node[part]
        raise KeyError(part)
