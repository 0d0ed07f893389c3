"""Operations with pages: what the runtime needs to know, and the type of an item."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.emitting.literals import literal
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ModuleName
from flaregen.names.named import NamedOperation
from flaregen.names.types import references


def pages(operation: NamedOperation) -> tuple[str, ...]:
    """Literals: the family, keywords of a page and of its size, the field of the items."""
    paging = operation.operation.paging
    if paging is None or operation.item is None:
        return ()
    names = {
        one.parameter.wire: one.argument
        for one in operation.parameters
        if one.parameter.location == "query"
    }
    response = operation.response
    fields = response.cls.fields if response and response.cls else ()
    items = next((one.name for one in fields if one.wire == paging.items), "")
    found = (paging.family, names[paging.parameter], names.get(paging.size, ""), items)
    return tuple(map(literal, found))


def item_annotation(operation: NamedOperation) -> str:
    found = operation.item
    return annotation(found, "response") if found is not None else ""


def item_modules(operation: NamedOperation) -> Iterator[tuple[str, str]]:
    """The modules of the classes that an item is, and their names."""
    modules: dict[str, ModuleName] = {
        cls.name: cls.module for task in operation.tasks for cls in task.nested
    }
    found = operation.item
    for name in references(found) if found is not None else ():
        yield modules[name], name
