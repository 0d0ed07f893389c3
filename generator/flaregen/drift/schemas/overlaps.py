"""Whether an object and a ``oneOf`` take each other's values, judged by their properties.

A ``oneOf`` takes what exactly one of its members admits: values that two of them admit are none
of its own. Only what is written for a schema counts, which has declared properties alone.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import combinations

from flaregen.drift.schemas.members import Member, members
from flaregen.openapi.facts import Facts

_OF_OBJECTS = {"type", "properties", "required", "additionalProperties"}


def overlap(union: Facts, plain: Facts) -> bool:
    """Whether two members of a ``oneOf`` admit a value that is written for a plain schema.

    A discriminator selects one of them.
    """
    return not union.has("discriminator") and any(
        _admits(one.schema, plain, names) and _admits(other.schema, plain, names)
        for one, other in combinations(members(union, "oneOf"), 2)
        for names in [{*plain.required, *one.schema.required, *other.schema.required}]
    )


def are_within(listed: list[Member], plain: Facts) -> bool:
    """Whether a plain schema declares whatever is written for one of the members."""
    known = plain.children("properties")
    return all(
        _agree(plain, member.schema)
        and plain.required.keys() <= member.schema.required.keys()
        and member.schema.children("properties").keys() <= known.keys()
        for member in listed
    )


def _admits(schema: Facts, plain: Facts, names: AbstractSet[str]) -> bool:
    """Whether a schema admits the values for a plain one that have properties of some names."""
    asked, known = schema.children("properties"), plain.children("properties")
    return (
        _agree(schema, plain)
        and names <= {*known, *plain.required}
        and bool(known or not asked)
        and (_is_open(schema) or names <= asked.keys())
    )


def _agree(schema: Facts, inner: Facts) -> bool:
    """Whether a schema admits the types and the properties of another, whichever are there."""
    asked, known = schema.children("properties"), inner.children("properties")
    wider = schema.types is None or (inner.types is not None and inner.types <= schema.types)
    same = ((asked[name], known[name]) for name in asked.keys() & known)
    return (
        wider
        and all(schema.value(key) == inner.value(key) for key in schema.meaningful - _OF_OBJECTS)
        and all([c.value for c in one] == [c.value for c in other] for one, other in same)
    )


def _is_open(schema: Facts) -> bool:
    return schema.value("additionalProperties") in (None, True)
