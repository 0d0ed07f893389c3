"""Which member of a union a value selects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import Pairing, pair
from flaregen.drift.schemas.members import Member
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.discriminator import name_of_component, reference_to
from flaregen.openapi.facts import Facts
from flaregen.openapi.references import References, reference_of

_ANY_OTHER = "(any other)"
"""What a value is called that is not mapped, from OpenAPI 3.2 on."""


class _Selected(NamedTuple):
    """What a value selects: where that is said, and the reference to the schema."""

    at: Cursor
    reference: str


def compare_discriminators(
    scope: Scope, old: Facts, new: Facts, lone: Iterable[Member] = ()
) -> None:
    """Compare what selects members; of ``lone`` ones, which came or went, their names go along."""
    before, after = old.one("discriminator"), new.one("discriminator")
    was = None if before is None else before.text("propertyName")
    now = None if after is None else after.text("propertyName")
    if before is None or after is None:
        if node := before or after:
            holder = old.at if before is None else new.at
            scope.emit_one(
                "discriminator-set", node, holder, is_new=before is None, value=was or now
            )
        return
    if was != now:
        scope.emit("discriminator-changed", before, after, before=was, after=now)
    told = {id(one.at.value) for one in lone}
    _mappings(scope, (before, dict(_mapped(old, before))), (after, dict(_mapped(new, after))), told)


def _mapped(schema: Facts, discriminator: Cursor) -> Iterator[tuple[str, _Selected]]:
    """What each value selects, names of components that nothing else is mapped to included."""
    mapping = discriminator.get("mapping")
    seen = set()
    for value, target in mapping.items() if mapping is not None else ():
        if isinstance(target.value, str):
            reference = reference_to(target.value)
            seen.add(reference)
            yield value, _Selected(target, reference)
    default = discriminator.get("defaultMapping")
    if default is not None and isinstance(default.value, str):
        yield _ANY_OTHER, _Selected(default, reference_to(default.value))
    for member in (leaf for union in schema.unions for leaf in union.leaves):
        own = reference_of(member.value)
        if own is not None and own not in seen:
            yield name_of_component(own), _Selected(member, own)


def _mappings(
    scope: Scope,
    old: tuple[Cursor, dict[str, _Selected]],
    new: tuple[Cursor, dict[str, _Selected]],
    told: set[int],
) -> None:
    values = pair(old[1], new[1])
    gone, come = _valued(values.gone, new[1], told), _valued(values.come, old[1], told)
    lone = Pairing(gone, come, {})
    scope.emit_lone("discriminator-value-added", lone, (old[0], new[0]))
    sides = scope.comparison
    for value, (was, now) in values.both.items():
        if was.reference != now.reference:
            scope.emit(
                "discriminator-value-changed",
                was.at,
                now.at,
                before=was.at.value,
                after=now.at.value,
                name=value,
                excused=_schema(sides.old, was) == _schema(sides.new, now) is not None,
            )


def _valued(
    lone: dict[str, _Selected], others: dict[str, _Selected], told: set[int]
) -> dict[str, Cursor]:
    """The places of what only one side has, but for names of components with a value there.

    Names of members that are told already are left out, too. A mapping that says another value
    does not refuse the name, or says that it never was one.
    """
    known = {one.reference for one in others.values()}
    return {
        value: one.at
        for value, one in lone.items()
        if reference_of(one.at.value) is None
        or (one.reference not in known and id(one.at.value) not in told)
    }


def _schema(side: References, selected: _Selected) -> JSON:
    """The schema that is selected; None where there is none."""
    found = side.target(selected.reference)
    return None if found is None else side.resolve(found).value
