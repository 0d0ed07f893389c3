"""Whether a schema allows null, in each of the ways there are to say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from flaregen.document import JSON, JSONObject
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.restrictions import restricting_parts

_NOTES = frozenset({"nullable", "title", "description", "example", "deprecated"})


def allows_null(references: References, nodes: Iterable[Cursor]) -> bool:
    """Whether all of the nodes allow null and at least one of them says so."""
    votes = _Votes(references)
    return _all_of(votes.of(node) for node in nodes) is True


def is_null(value: JSON) -> bool:
    """Whether a schema is null and nothing else: as a type, a value, a constant, or in an allOf."""
    if not isinstance(value, dict):
        return False
    parts = restricting_parts(value)
    return (
        value.get("type") in ("null", ["null"])
        or value.get("enum") == [None]
        or ("const" in value and value["const"] is None)
        or (len(parts) == 1 and is_null(parts[0]))
    )


@dataclass(frozen=True, slots=True)
class _Votes:
    references: References
    known: dict[int, bool | None] = field(default_factory=dict)
    """Votes by the identity of nodes, each cast once; what is being counted says nothing."""

    def of(self, cursor: Cursor) -> bool | None:
        key = id(cursor.value)
        if key not in self.known:
            self.known[key] = None
            self.known[key] = self._cast(cursor)
        return self.known[key]

    def _cast(self, cursor: Cursor) -> bool | None:
        """True where a node allows null, False where it forbids it, None where it says nothing.

        A flag on a node counts whatever its parts say: by the letter of OpenAPI 3.0 it would
        need a type next to it, but nobody writes it to mean nothing. Values next to it have to
        include null (OpenAPI 3.0.3, "Clarify Semantics of nullable").
        """
        value = cursor.value
        if not isinstance(value, dict):
            return None
        votes: list[bool | None] = []
        if reference_of(value) is not None:
            target = self.references.behind(cursor)
            votes.append(None if target is cursor else self.of(target))
            if not self.references.siblings_count:
                return votes[0]
        flag = value.get("nullable") is True and not self.references.names_null
        if flag and None in (_values(value) or [None]):
            # Alone, as a member of an allOf, it allows nothing that the other members forbid.
            return True if value.keys() - _NOTES else None
        votes.append(_own(value, types_name_null=self.references.names_null))
        votes += [self.of(part) for part in _elements(cursor, "allOf")]
        for keyword in ("oneOf", "anyOf"):
            members = [self.of(member) for member in _elements(cursor, keyword)]
            votes += [_any_of(members)] if members else []
        return _all_of(votes)


def _own(value: JSONObject, *, types_name_null: bool) -> bool | None:
    """What type and values say, which hold at once.

    In OpenAPI 3.0 no type names null, so that whoever lists it as a value means it.
    """
    named = value.get("type")
    types = named if isinstance(named, list) else [named] if isinstance(named, str) else None
    values = _values(value)
    if values is not None and None in values and not types_name_null:
        return True
    return _all_of(
        (
            None if types is None else "null" in types,
            None if values is None else None in values,
        )
    )


def _values(value: JSONObject) -> list[JSON] | None:
    listed = [value["const"]] if "const" in value else value.get("enum")
    return listed if isinstance(listed, list) else None


def _elements(cursor: Cursor, keyword: str) -> Iterable[Cursor]:
    listed = cursor.get(keyword)
    return () if listed is None else listed.elements()


def _all_of(votes: Iterable[bool | None]) -> bool | None:
    cast = [vote for vote in votes if vote is not None]
    return all(cast) if cast else None


def _any_of(votes: list[bool | None]) -> bool | None:
    if True in votes:
        return True
    return None if None in votes else False
