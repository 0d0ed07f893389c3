"""What the schemas of a model are called that has some of its own from now on."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from flaregen.document import JSON, JSONObject, as_object, node_at, texts_in
from flaregen.openapi.references import references
from flaregen.pointer import Pointer
from flaregen.upstream.model_paths import letters

_WORD = re.compile(r"[A-Za-z0-9]+")


def title_of(model: str, others: Iterable[str], taken: Iterable[str]) -> str:
    """By the name of the model, whole where another model or a title is alike."""
    own = model.rpartition("/")[2]
    alike = [*taken, *(one.rpartition("/")[2] for one in others)]
    words = _WORD.findall(model if letters(own) in map(letters, alike) else own)
    return " ".join(word.capitalize() for word in words)


def titles(root: JSONObject, own: Container[str]) -> Iterator[str]:
    """Those of the components that other paths than the model's ``own`` lead to."""
    paths = as_object(root.get("paths"))
    waiting: list[JSON] = [item for path, item in paths.items() if path not in own]
    found: set[str] = set()
    while waiting:
        new = references(waiting.pop()) - found
        found |= new
        schemas = [node_at(root, Pointer.parse_fragment(one)) for one in new]
        yield from texts_in([as_object(schema).get("title") for schema in schemas])
        waiting += schemas
