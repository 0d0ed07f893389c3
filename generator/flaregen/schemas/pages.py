"""Lists that come in pages: recognised by parameters of the query and what answers say of them."""

from __future__ import annotations

from collections.abc import Sequence

from flaregen.schemas.operation import PageFamily, Paging, Parameter
from flaregen.schemas.schema import Array, Object, Schema

_FAMILIES: tuple[PageFamily, ...] = ("cursor", "page", "offset")
"""Each is called after the parameter that chooses a page; the first that there is counts."""
_SIZES = ("per_page", "page_size", "limit")


def paging(
    parameters: Sequence[Parameter], info: Schema | None, results: Sequence[Schema]
) -> Paging | None:
    """``info`` is what answers say of a page. None for lists that come as a whole.

    Where answers say nothing of pages, a parameter for their size tells that there are some.
    """
    query = {one.wire for one in parameters if one.location == "query"}
    items = _items(results)
    if items is None:
        return None
    said = {field.wire for field in info.fields} if isinstance(info, Object) else set[str]()
    size = next((one for one in _SIZES if one in query), "")
    for family in _FAMILIES:
        described = (
            info or size if family != "cursor" else not said.isdisjoint({"cursor", "cursors"})
        )
        if family in query and described:
            return Paging(family, family, size, items)
    return None


def _items(results: Sequence[Schema]) -> str | None:
    """Where the items of a result are: it is a list, or has one list and no other members."""
    match results:
        case (Array(),):
            return ""
        case (Object(fields=(field,)),) if isinstance(field.schema, Array):
            return field.wire
        case _:
            return None
