"""Where a change is reported: in text that changed, where callers meet it.

A reference that leads to another schema than before is a change of the node that has the
reference. Neither of the two schemas changed, so that nothing is reported at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flaregen.drift.graph import ComparedPair, RawChange, Site
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import same_json
from flaregen.openapi.nullability import is_null
from flaregen.openapi.references import MOST_HOPS, References, reference_of
from flaregen.pointer import Pointer

_COMPONENT = 3
"""The depth of a component: ``/components/{section}/{name}``."""
_ITEMS = "items"
_JOINED = {"oneOf": " or ", "anyOf": " or ", "allOf": " and "}


class Placing:
    """Tells places that changed from those that are only referred to."""

    def __init__(self, old: References, new: References) -> None:
        self._old = old
        self._new = new
        self.heirs: dict[Pointer, Pointer] = {}
        """The new places of components that were renamed, by their old ones."""
        self._named: set[Pointer] = set()
        self._differ: dict[tuple[int, int], bool] = {}

    def same_place(self, old: Cursor, new: Cursor) -> bool:
        """Whether two nodes have one place: the same component, or one that was renamed."""
        here, there = component(old), component(new)
        if here is None or there is None:
            return here is there
        if old.value is here.value and new.value is there.value:
            self._note_rename(here.pointer, there.pointer)
        return self._is_heir(here, there) and _inside(old) == _inside(new)

    def has_changed(self, old: Cursor, new: Cursor) -> bool:
        """Whether two nodes are in one component, whose text differs, or in none at all."""
        here, there = component(old), component(new)
        return self._near(old, new) and (not (here and there) or self._differs(here, there))

    def _near(self, old: Cursor, new: Cursor) -> bool:
        """Whether two nodes are in one component, or in none at all."""
        here, there = component(old), component(new)
        if here is None or there is None:
            return here is there
        return self._is_heir(here, there)

    def changed_site(
        self, old: Sequence[Cursor], new: Sequence[Cursor], *, met: bool
    ) -> Site | None:
        """The nodes that differ of two schemas, None where these are not at one place.

        All of the nodes of a schema have to be at one place with their like in the other one.
        Those that are ``met`` below a reference to another schema may be in one component only
        because that holds itself: there the place in it has to be the same, too.
        """
        pairs = list(zip(old, new, strict=False))
        if len(old) != len(new) or not all(len(pairs) == 1 or self._near(*pair) for pair in pairs):
            return None
        if met and not all(_is_alike(*pair) for pair in pairs):
            return None
        return next((pair for pair in pairs if self.has_changed(*pair)), None)

    def is_at_home(self, raw: RawChange, pair: ComparedPair) -> bool:
        """Whether a change can be reported at its own nodes."""
        if raw.site is None and not pair.uses:
            return True
        old, new = raw.old, raw.new
        if raw.site is not None and self.has_changed(old or raw.site[0], new or raw.site[1]):
            return True
        if old is not None and new is not None:
            return self.has_changed(old, new) and _is_alike(old, new)
        return (old is not None and self._is_gone(old, self._new)) or (
            new is not None and self._is_gone(new, self._old)
        )

    def parting(self, old: Cursor, new: Cursor) -> Site:
        """The nodes where two references part: they may share the beginning of their way.

        A node that says more than what it refers to is an end.
        """
        for _ in range(MOST_HOPS):
            reference = reference_of(old.value)
            is_end = self._old.adds(old) or self._new.adds(new)
            if is_end or reference is None or reference != reference_of(new.value):
                break
            here, there = self._old.target(reference), self._new.target(reference)
            if here is None or there is None:
                break
            old, new = here, there
        return old, new

    def _is_gone(self, cursor: Cursor, side: References) -> bool:
        """Whether the other document has the component, and in it not the node."""
        home = component(cursor)
        if home is None:
            return False
        return side.find(home.pointer) is not None and side.find(cursor.pointer) is None

    def _is_heir(self, old: Cursor, new: Cursor) -> bool:
        """Whether a component is the same as an old one, perhaps under another name."""
        return self.heirs.get(old.pointer, old.pointer) == new.pointer

    def _note_rename(self, old: Pointer, new: Pointer) -> None:
        """The first to be met in place of a component that is gone is that component renamed."""
        if old in self.heirs or new in self._named or old.parent != new.parent:
            return
        if self._new.find(old) is None and self._old.find(new) is None:
            self.heirs[old] = new
            self._named.add(new)

    def _differs(self, old: Cursor, new: Cursor) -> bool:
        key = id(old.value), id(new.value)
        if key not in self._differ:
            self._differ[key] = not same_json(old.value, new.value)
        return self._differ[key]


def component(cursor: Cursor) -> Cursor | None:
    """The component that a node is in, or is; None elsewhere."""
    nodes = list(cursor.upwards())
    if len(nodes) < _COMPONENT or nodes[-1].token != "components":  # noqa: S105  a key
        return None
    return nodes[-_COMPONENT]


def sites(raw: RawChange, pair: ComparedPair) -> Iterator[tuple[ComparedPair, Site]]:
    """Where callers meet a change that cannot be reported at its own nodes, and who they are."""
    if raw.site is not None:
        yield pair, raw.site
        return
    stack, seen = [pair], {pair}
    while stack:
        for caller, site in stack.pop().uses:
            if site is not None:
                yield caller, site
            elif caller not in seen:
                seen.add(caller)
                stack.append(caller)


def named_site(site: Site) -> Site:
    """The nodes that callers have a name for: around items, and around a part of a whole."""
    old, new = map(_around, site)
    return site if old is None or new is None else named_site((old, new))


def _around(node: Cursor) -> Cursor | None:
    if node.token == _ITEMS:
        return node.parent
    part = node.parent is not None and node.parent.token == "allOf"  # noqa: S105  a key
    return node.parent.parent if node.parent is not None and part else None


def spelled(site: Site) -> tuple[str, str]:
    """What two nodes refer to, by name; what both have is left out where they are made of parts."""
    old, new = map(_parts, site)
    rest = [one for one in old if one not in new], [one for one in new if one not in old]
    before, after = rest if all(rest) else (old, new)
    return " and ".join(before), " and ".join(after)


def _parts(node: Cursor) -> list[str]:
    parts = node.get("allOf")
    return (
        [_spelled(element) for element in parts.elements()]
        if parts is not None
        else [_spelled(node)]
    )


def _spelled(node: Cursor) -> str:
    reference = reference_of(node.value)
    if reference is not None:
        return reference.rpartition("/")[2]
    if is_null(node.value):
        return "null"
    for keyword, word in _JOINED.items():
        listed = node.get(keyword)
        if listed is not None:
            return word.join(dict.fromkeys(_spelled(element) for element in listed.elements()))
    inner = node.get(_ITEMS)
    return f"a list of {_spelled(inner)}" if inner is not None else "an inline definition"


def _is_alike(old: Cursor, new: Cursor) -> bool:
    """Whether two nodes have the same place in their components, but for a keyword."""
    short, long = sorted((_inside(old), _inside(new)), key=len)
    return long[: len(short)] == short and len(long) <= len(short) + 1


def _inside(cursor: Cursor) -> tuple[str, ...]:
    return cursor.pointer.tokens[_COMPONENT:]
