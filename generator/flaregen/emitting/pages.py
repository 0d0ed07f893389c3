"""Operations with pages: what the runtime needs to know, and the type of an item."""

from __future__ import annotations

from flaregen.emitting.literals import literal
from flaregen.names.annotations import annotation
from flaregen.names.named import NamedOperation


def pages(operation: NamedOperation) -> tuple[str, ...]:
    """Literals: the family, keywords of a page and of its size, the field of the items."""
    paging = operation.operation.paging
    if paging is None or operation.item is None:
        return ()
    names = {
        parameter.parameter.wire: parameter.argument
        for parameter in operation.parameters
        if parameter.parameter.location == "query"
    }
    response = operation.response
    fields = response.cls.fields if response and response.cls else ()
    items = next((field.name for field in fields if field.wire == paging.items), "")
    found = (paging.family, names[paging.parameter], names.get(paging.size, ""), items)
    return tuple(map(literal, found))


def item_annotation(operation: NamedOperation) -> str:
    found = operation.item
    return annotation(found, "response") if found is not None else ""
