"""Two schemas read to be compared: with their ``allOf`` settled, and unions where both have one."""

from __future__ import annotations

from flaregen.drift.comparison import Cursors, Scope
from flaregen.drift.schemas.members import Matching, match, members, name
from flaregen.drift.schemas.overlaps import overlap
from flaregen.openapi.facts import Facts
from flaregen.openapi.schema_reader import read

_UNIONS = ("oneOf", "anyOf")


def read_pair(scope: Scope, old: Cursors, new: Cursors) -> tuple[Facts, Facts]:
    """Read both schemas, and settle their ``allOf``.

    Members that belong together are compared, and what was added or removed is reported.
    Where one side has no ``allOf``, or members were rearranged, both are flattened, so that
    moving a property between members is not a change.
    """
    before, after = _read_both(scope, old, new, flatten=False)
    if not before.has("allOf") and not after.has("allOf"):
        return before, after
    matching = match(members(before, "allOf"), members(after, "allOf"))
    if _rearranged(before, after, matching):
        return _read_both(scope, old, new, flatten=True)
    for one, other in matching.pairs:
        scope.visit((one.at,), (other.at,))
    _all_of(scope, before, after, matching)
    del before.keywords["allOf"], after.keywords["allOf"]
    return before, after


def _read_both(scope: Scope, old: Cursors, new: Cursors, *, flatten: bool) -> tuple[Facts, Facts]:
    """Read both schemas, and a union of one member as a union where the other side is one.

    It means the member, but members came or went.
    """
    sides = scope.comparison
    before, after = read(sides.old, old, flatten=flatten), read(sides.new, new, flatten=flatten)
    for keyword in _UNIONS:
        if _lacks(after, before, keyword):
            after = _with_union(after, new, keyword, before, flatten=flatten)
        elif _lacks(before, after, keyword):
            before = _with_union(before, old, keyword, after, flatten=flatten)
    return before, after


def _lacks(schema: Facts, other: Facts, keyword: str) -> bool:
    """Whether a schema may be a union of one under a keyword, of which another one has more.

    A ``oneOf`` that refuses what the schema admits has other members than that.
    """
    if schema.has("oneOf") or schema.has("anyOf") or other.has(keyword):
        return other.has(keyword) and not schema.has(keyword)
    return other.has("anyOf") or (other.has("oneOf") and not overlap(other, schema))


def _with_union(
    schema: Facts, read_from: Cursors, keyword: str, other: Facts, *, flatten: bool
) -> Facts:
    """A schema with what is under a keyword as a union of one, if it is written so.

    Where the other one has a union under the other keyword, the member has to be one of its.
    """
    found = read(schema.references, read_from, flatten=flatten, union=keyword)
    unions = [union for union in found.unions if union.keyword == keyword]
    if not unions or any(len(union.leaves) != 1 for union in unions):
        return schema
    theirs = [one for union in _UNIONS for one in members(other, union)]
    kept = other.has(keyword) or match(members(found, keyword), theirs).pairs
    return found if kept else schema


def _rearranged(before: Facts, after: Facts, matching: Matching) -> bool:
    if not (before.has("allOf") and after.has("allOf")):
        return True
    if not matching.removed and not matching.added:
        return _moved(before, after, matching) or _null_differs_around(before, after, matching)
    own = any(
        before.value(key) != after.value(key)
        for key in (before.meaningful | after.meaningful) - {"allOf"}
    )
    return own or bool(matching.removed and matching.added)


def _null_differs_around(before: Facts, after: Facts, matching: Matching) -> bool:
    """Whether what is around the parts allows null or not, which no part says."""
    return before.nullable != after.nullable and all(
        one.schema.nullable == other.schema.nullable for one, other in matching.pairs
    )


def _moved(before: Facts, after: Facts, matching: Matching) -> bool:
    """Whether a property went from one part to another, or to one that required it already."""
    pairs = [(before, after), *((one.schema, other.schema) for one, other in matching.pairs)]
    gone, come, asked = set[str](), set[str](), set[str]()
    for one, other in pairs:
        known, wanted = (facts.children("properties").keys() for facts in (one, other))
        gone |= known - wanted
        come |= wanted - known
        asked |= one.required.keys() & (wanted - known) | other.required.keys() & (known - wanted)
    return bool(gone & come or asked)


def _all_of(scope: Scope, before: Facts, after: Facts, matching: Matching) -> None:
    for one in matching.removed:
        rule = "all-of-removed" if one.schema.meaningful else "all-of-note-removed"
        scope.emit(rule, one.at, after.one("allOf"), before=one.at.value, name=name(one))
    for one in matching.added:
        rule = "all-of-added" if one.schema.meaningful else "all-of-note-added"
        scope.emit(rule, before.one("allOf"), one.at, after=one.at.value, name=name(one))
