"""The comparison of two schemas."""

from __future__ import annotations

from flaregen.drift.comparison import Cursors, Scope
from flaregen.drift.schemas.annotations import compare_annotations
from flaregen.drift.schemas.arrays import compare_arrays
from flaregen.drift.schemas.bounds import compare_bounds
from flaregen.drift.schemas.composition import compare_conditions, compare_unions, read_pair
from flaregen.drift.schemas.objects import compare_objects
from flaregen.drift.schemas.types import compare_types
from flaregen.drift.schemas.values import compare_values
from flaregen.openapi.facts import Facts


def compare_schemas(scope: Scope, old: Cursors, new: Cursors) -> None:
    """Report how two schemas differ; nested ones are queued.

    Where the types have nothing in common, other keywords mean nothing and are not
    compared. Titles, descriptions and the like always are.
    """
    before, after = read_pair(scope, old, new)
    if not scope.context.bare:
        compare_annotations(scope, before, after)
    if compare_unions(scope, before, after) or not compare_types(scope, before, after):
        return
    compare_values(scope, before, after)
    compare_bounds(scope, before, after)
    if _both(before, after, "object"):
        compare_objects(scope, before, after)
    if _both(before, after, "array"):
        compare_arrays(scope, before, after)
    compare_conditions(scope, before, after)


def _both(old: Facts, new: Facts, kind: str) -> bool:
    """Whether the keywords of a type are compared: only where both schemas admit the type."""
    return old.types == new.types or all(
        types is None or kind in types for types in (old.types, new.types)
    )
