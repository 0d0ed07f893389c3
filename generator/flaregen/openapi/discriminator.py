"""What a union offers, and ``discriminator``: the property whose value decides what is meant."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from flaregen.document import JSON, JSONObject
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Alternatives, Facts, Nodes
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.schema_reader import read


def discriminated(facts: Facts, union: Alternatives, member: Cursor) -> Nodes:
    """A member, and before it what the discriminator says of it.

    That is a property with the values that are mapped to the member, in place of a text
    that may be anything. Where the member itself lists values these count. Names of
    components are values too, whatever the mapping has besides (OpenAPI 3.0.3, 4.7.25).
    """
    said, reference = _said(facts), reference_of(member.value)
    if said is None or reference is None:
        return (member,)
    found, name = said
    if found.text("defaultMapping") in (reference, name_of_component(reference)):
        # It is meant by any value that is not mapped, and where there is none (OpenAPI 3.2).
        return (member,)
    mapped, inner = _mapped(found, reference), read(facts.references, (member,), flatten=True)
    if not mapped and inner.unions and (said := _said(inner)) is not None and said[1] == name:
        # A union of its own says which of its members is meant.
        return (member,)
    values = _valued(inner, name, mapped or [name_of_component(reference)])
    return (member,) if values is None else (Cursor(values, union.at, "discriminator"), member)


def inherited(facts: Facts) -> Cursor | None:
    """What a discriminator that a schema inherits maps to it: the values of a property."""
    said = _said(facts)
    if said is None or said[0].pointer.parent == facts.at.pointer:
        return None
    found, name = said
    values = _valued(facts, name, _mapped(found, facts.at.pointer.fragment))
    return None if values is None else Cursor(values, facts.at, "discriminator")


def _said(facts: Facts) -> tuple[Cursor, str] | None:
    """A discriminator, and the property that it names."""
    found = facts.one("discriminator")
    name = None if found is None else found.text("propertyName")
    return None if found is None or name is None else (found, name)


def _valued(facts: Facts, name: str, texts: Sequence[str]) -> JSONObject | None:
    """A schema of a property with these values, unless the property lists values of its own.

    A mapping has texts; where the property is none, these are its values in JSON.
    """
    own = facts.children("properties").get(name)
    known = None if own is None else read(facts.references, own, flatten=True)
    values: list[JSON] = [*texts]
    if known is not None and known.types is not None and "string" not in known.types:
        try:
            values = [msgspec.json.decode(text) for text in texts]
        except msgspec.DecodeError:
            return None
    if not values or (known is not None and known.values is not None):
        return None
    return {"properties": {name: {"enum": values}}, "required": [name]}


def name_of_component(reference: str) -> str:
    return reference.rpartition("/")[2]


def reference_to(target: str) -> str:
    """What a mapping leads to, which may be written as the name of a component."""
    return target if "/" in target else f"#/components/schemas/{target}"


def _mapped(discriminator: Cursor, reference: str) -> list[str]:
    """The values that are mapped to a reference, which may be written as a component's name."""
    mapping = discriminator.get("mapping")
    return [
        value
        for value, target in (() if mapping is None else mapping.items())
        if isinstance(target.value, str) and reference_to(target.value) == reference
    ]


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
