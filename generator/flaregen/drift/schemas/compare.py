"""The comparison of two schemas."""

from __future__ import annotations

from flaregen.drift.comparison import Cursors, Scope
from flaregen.drift.schemas.annotations import compare_annotations
from flaregen.drift.schemas.arrays import compare_arrays
from flaregen.drift.schemas.bounds import compare_bounds
from flaregen.drift.schemas.composition import compare_unions
from flaregen.drift.schemas.conditions import compare_conditions
from flaregen.drift.schemas.keywords import compare_subschema
from flaregen.drift.schemas.objects import compare_objects
from flaregen.drift.schemas.parts import read_pair
from flaregen.drift.schemas.types import compare_types, may_refuse
from flaregen.drift.schemas.values import compare_values
from flaregen.openapi.facts import Facts
from flaregen.openapi.keywords import BY_TYPE


def compare_schemas(scope: Scope, old: Cursors, new: Cursors) -> None:
    """Report how two schemas differ; nested ones are queued.

    Where the types have nothing in common, other keywords mean nothing and are not
    compared. Titles, descriptions and the like always are.
    """
    before, after = read_pair(scope, old, new)
    _leave_out_other_types(before, after)
    _leave_out_other_types(after, before)
    _leave_out_contents_of_none(before, after)
    if not scope.context.bare:
        compare_annotations(scope, before, after)
    if compare_unions(scope, before, after, (old, new)):
        return
    if not compare_types(scope, before, after):
        if after.types is None and not after.admits_nothing and not before.has("not"):
            compare_subschema(scope, before, after, "not", "not-set")
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


def _leave_out_other_types(schema: Facts, other: Facts) -> None:
    """Leave out what restricts values of types that a schema does not admit.

    Where both sides have some of it they are compared: the type may be what is wrong. What a
    value of another type is not restricts nothing in any case. A format counts for any type,
    since readers act on it whatever the type is.
    """
    if not schema.has("type") or schema.types is None:
        return
    admitted = {"number" if type_ == "integer" else type_ for type_ in schema.types}
    for kind in BY_TYPE.keys() - admitted:
        keys = BY_TYPE[kind] & schema.keywords.keys()
        if keys.isdisjoint(other.keywords):
            for key in keys:
                del schema.keywords[key]
    refused = [cursor for cursor in schema.keywords.pop("not", []) if may_refuse(schema, cursor)]
    schema.keywords |= {"not": refused} if refused else {}


_EMPTY = {
    "array": ("maxItems", "items", {"prefixItems"}),
    "object": ("maxProperties", "additionalProperties", {"properties", "patternProperties"}),
}
"""By type, the keyword that counts what is inside, that of the rest, and those of places."""


def _leave_out_contents_of_none(old: Facts, new: Facts) -> None:
    """Leave out what is said of items or members where both schemas admit none."""
    for kind, (most, rest, placed) in _EMPTY.items():
        if all(
            facts.value(most) == 0
            or (facts.value(rest) is False and placed.isdisjoint(facts.keywords))
            for facts in (old, new)
        ):
            for key in BY_TYPE[kind] - {"minItems", "minProperties", "required"}:
                old.keywords.pop(key, None)
                new.keywords.pop(key, None)
