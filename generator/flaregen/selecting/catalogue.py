"""The models that a document lists for an operation.

In addition to ``/ai/run/{model_name}``, Cloudflare has a path per model: a literal path that is an
instance of the templated one (``refinements``). Its tag adds the task to the tag of the
operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flaregen.document import JSON, Document, JSONObject, as_object, texts_in
from flaregen.pointer import Pointer
from flaregen.selecting.refinements import instances


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A model: its name as in the path, slashes included, and its task."""

    model: str
    task: str
    pointer: Pointer
    deprecated: bool = False


def catalogue(document: Document, path: str, method: str) -> tuple[CatalogueEntry, ...]:
    """List the models of an operation in the document's order. Most operations have none.

    ``document`` is the whole one: a selection has lost the paths of the models.
    """
    paths = document.root.get("paths")
    if not isinstance(paths, dict) or "{" not in path:
        return ()
    own_tags = texts_in(_operation(paths.get(path), method).get("tags"))
    return tuple(
        CatalogueEntry(
            model,
            task,
            Pointer(("paths", sibling, method)),
            _operation(item, method).get("deprecated") is True,
        )
        for sibling, model in instances(path, tuple(paths), slashes=True)
        for item in (paths[sibling],)
        for task in _tasks(own_tags, texts_in(_operation(item, method).get("tags")))
    )


def _operation(item: JSON, method: str) -> JSONObject:
    return as_object(as_object(item).get(method))


def _tasks(own: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Give what the first tag adds to a tag of the operation."""
    for tag in others:
        for prefix in own:
            if tag.startswith(f"{prefix} "):
                yield tag.removeprefix(prefix).strip()
                return
