"""The models that a document lists for an operation.

Beside ``/ai/run/{model_name}`` Cloudflare has a path per model, which differs in having
the model's name where the parameter is, and in a tag that adds the task to the tag of
the operation. They are no operations to generate, but they say which models there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flaregen.document import JSON, Document
from flaregen.openapi.endpoints import without_names
from flaregen.pointer import Pointer


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A model: its name as it stands in the path, slashes included, and its task."""

    model: str
    task: str
    pointer: Pointer


def catalogue(document: Document, path: str, method: str) -> tuple[CatalogueEntry, ...]:
    """List the models of an operation in the document's order. Most operations have none.

    ``document`` is the whole one: a selection has lost the paths of the models.
    """
    paths = document.root.get("paths")
    if not isinstance(paths, dict) or "{" not in path:
        return ()
    own_tags = _tags(paths.get(path), method)
    literal = _with_literal(path)
    return tuple(
        CatalogueEntry(match[1], task, Pointer(("paths", sibling, method)))
        for sibling, item in paths.items()
        if (match := literal.fullmatch(without_names(sibling)))
        for task in _tasks(own_tags, _tags(item, method))
    )


def _with_literal(path: str) -> re.Pattern[str]:
    """Match the path with anything but a parameter in place of its last parameter."""
    before, _, after = without_names(path).rpartition("{}")
    return re.compile(f"{re.escape(before)}([^{{}}]+){re.escape(after)}")


def _tags(item: JSON, method: str) -> list[str]:
    operation = item.get(method) if isinstance(item, dict) else None
    tags = operation.get("tags") if isinstance(operation, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _tasks(own: list[str], others: list[str]) -> Iterator[str]:
    """Give what the first tag adds to a tag of the operation."""
    for tag in others:
        for prefix in own:
            if tag.startswith(f"{prefix} "):
                yield tag.removeprefix(prefix).strip()
                return
