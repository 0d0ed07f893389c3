"""What a union offers, with what is next to it."""

from __future__ import annotations

from flaregen.openapi.discriminator import discriminated
from flaregen.openapi.facts import Facts, Nodes
from flaregen.openapi.references import References
from flaregen.openapi.schema_reader import read

MOST_MEMBERS = 500
"""A wider union is an expansion bomb; the widest of Cloudflare's has 55 members."""


def choices_of(facts: Facts) -> list[Nodes]:
    """The members of a union, each with what its discriminator says of it.

    Several unions that hold at once multiply each other; it stops where that is too much.
    """
    unions = [*facts.unions, *facts.labelled]
    found: list[Nodes] = [()]
    for union in unions:
        members = [discriminated(facts, union, member) for member in union.members]
        found = [(*nodes, *more) for nodes in found for more in members]
        if len(found) > MOST_MEMBERS:
            break
    return found if unions else []


def fit(references: References, base: Nodes, choice: Nodes) -> bool:
    """Whether the keywords next to a union can hold together with a member."""
    outer = read(references, base, flatten=True).types
    inner = read(references, choice, flatten=True).types
    return outer is None or inner is None or not outer.isdisjoint(inner)
