"""The state of one comparison: both documents, the queue, and what was found."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flaregen.document import JSON, Document, as_object
from flaregen.drift.changed_references import ChangedReferences
from flaregen.drift.context import Context
from flaregen.drift.graph import ComparedPair, RawChange, Site
from flaregen.drift.nodes import Followed, Pairing, followed, identity, is_elsewhere, value
from flaregen.drift.placing import Placing
from flaregen.drift.rules import RULES
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import same_json
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.schema_reader import essence

Cursors: TypeAlias = tuple[Cursor, ...]
"""One node, or several that hold at once (the members of an ``allOf``)."""

_Nodes: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where two nodes are compared: ``compared`` collects their changes.

    ``site`` is the nearest pair of schemas around that are at one place, and differ.
    """

    comparison: Comparison
    compared: ComparedPair
    context: Context
    site: Site | None = None

    def with_context(self, context: Context) -> Scope:
        return self if context is self.context else replace(self, context=context)

    def at(self, old: Cursors, new: Cursors) -> Scope:
        """The same at two schemas, where changes can be reported there."""
        met = bool(self.compared.uses)
        site = self.comparison.placing.changed_site(old, new, met=met)
        return self if site is None else replace(self, site=site)

    def emit(
        self,
        rule: str,
        old: Cursor | None,
        new: Cursor | None,
        *,
        before: JSON = None,
        after: JSON = None,
        excused: bool = False,
        **details: str,
    ) -> None:
        """Report a change. ``excused`` makes it information whatever the rule says.

        What a whole document does not have has no place in it.
        """
        context = self.context.excuse() if excused else self.context
        self.compared.changes.append(
            RawChange(
                rule,
                context.level(rule),
                context,
                None if old is None or old.parent is None else old,
                None if new is None or new.parent is None else new,
                before,
                after,
                tuple(details.items()),
                self.site,
            )
        )

    def emit_key(
        self,
        rule: str,
        old: Cursor,
        new: Cursor,
        key: str,
        *,
        values: tuple[JSON, JSON] | None = None,
        name: str = "",
        detail: str = "",
    ) -> None:
        """Report a key whose values differ, at the key or at the node that does not have it.

        ``values`` are those that hold, which may be defaults.
        """
        before, after = values or (value(old, key), value(new, key))
        if before != after:
            here, there = old.get(key) or old, new.get(key) or new
            self.emit(rule, here, there, before=before, after=after, name=name, detail=detail)

    def emit_lone(
        self,
        came: str,
        found: Pairing[str, Cursor],
        holders: tuple[Cursor | None, Cursor | None] = (None, None),
        *,
        shown: Literal["nothing", "key", "value"] = "nothing",
        name: str | None = None,
    ) -> None:
        """Report what only one side has, by key; ``came`` is the rule of what is new.

        ``holders`` are where the other side does not have it, ``shown`` is what the report shows
        of it, and ``name`` what it is about if that is not the key.
        """
        for nodes, holder, is_new in (
            (found.gone, holders[1], False),
            (found.come, holders[0], True),
        ):
            for key, node in nodes.items():
                value = {"nothing": None, "key": key, "value": node.value}[shown]
                about = key if name is None else name
                self.emit_one(came, node, holder, is_new=is_new, value=value, name=about)

    def emit_one(
        self,
        came: str,
        node: Cursor,
        holder: Cursor | None,
        *,
        is_new: bool,
        value: JSON = None,
        excused: bool = False,
        **details: str,
    ) -> None:
        """Report a node that only one side has, with a value; ``came`` is the rule of a new one."""
        if is_new:
            self.emit(came, holder, node, after=value, excused=excused, **details)
        else:
            went = RULES[came].mirror
            self.emit(went, node, holder, before=value, excused=excused, **details)

    def shared(self, old: Followed, new: Followed) -> Scope | None:
        """A scope for what two nodes mean, which several places may lead to.

        None where that has been compared in this context, or nothing of it has changed.
        """
        return self.comparison.shared(self, old, new)

    def leading(self, status: str | None = None, media_type: str | None = None) -> Scope:
        """A scope below this one, which knows its status or media type."""
        compared = ComparedPair(status=status, media_type=media_type, callers={self.compared: None})
        if self.compared.uses:
            compared.uses.append((self.compared, None))
        return self.comparison.scope(compared, self.context)

    def visit(self, old: Cursors, new: Cursors) -> None:
        """Have two schemas compared, later."""
        self.comparison.visit(self, old, new)


Visitor: TypeAlias = Callable[[Scope, Cursors, Cursors], None]


class Comparison:
    """Work that is queued rather than recursed into, so that depth does not matter.

    ``visitor`` compares one pair of schemas. A pair that is reached through a reference
    is compared once for each context, however many places lead to it. A pair that is
    equal and refers to nothing that changed is skipped.
    """

    def __init__(self, old: Document, new: Document, visitor: Visitor) -> None:
        self.old = References(old)
        self.new = References(new)
        self.changed_references = ChangedReferences(self.old, self.new)
        self.placing = Placing(self.old, self.new)
        self.pairs: list[ComparedPair] = []
        self._visitor = visitor
        self._shared: dict[tuple[int | str, int | str, Context, bool], ComparedPair] = {}
        self._queue: deque[tuple[Scope, Cursors, Cursors]] = deque()
        self._seen: set[tuple[_Nodes, _Nodes, ComparedPair, Context]] = set()
        self.matched: set[int] = set()
        """The identities of old nodes that were compared with another through references."""

    def scope(self, compared: ComparedPair, context: Context) -> Scope:
        """A scope whose changes the comparison reports."""
        self.pairs.append(compared)
        return Scope(self, compared, context)

    def visit(self, scope: Scope, old: Cursors, new: Cursors) -> None:
        for was, now in zip(old, new, strict=False):
            if was.parent is None or was.parent.token != "allOf":  # noqa: S105  a key
                self._link_heirs(scope, was, now)
        if len(old) == 1 and len(new) == 1:
            self._visit_one(scope, old[0], new[0])
        else:
            self._enqueue(scope, old, new)

    def _enqueue(self, scope: Scope, old: Cursors, new: Cursors) -> None:
        """Once for each scope: a recursive schema comes by again and again."""
        pair = (_nodes(old), _nodes(new), scope.compared, scope.context)
        if pair not in self._seen:
            self._seen.add(pair)
            self._queue.append((scope, old, new))

    def _visit_one(self, scope: Scope, old: Cursor, new: Cursor) -> None:
        if self._annotated(old, self.old) or self._annotated(new, self.new):
            if not same_json(old.value, new.value) or self.changed_references.touches(old.value):
                self._enqueue(scope, (old,), (new,))
            return
        here, there = followed(self.old, old), followed(self.new, new)
        if here.target is not old or there.target is not new:
            self.link(scope, here, there)
        elif self._differs(old, new):
            self._enqueue(scope, (old,), (new,))
        else:
            self._pass_over(scope, old.value)

    def _annotated(self, cursor: Cursor, side: References) -> bool:
        """A reference with other keywords that count (from 3.1 on)."""
        is_reference = side.siblings_count and reference_of(cursor.value) is not None
        return is_reference and len(as_object(cursor.value)) > 1

    def _link_heirs(self, scope: Scope, old: Cursor, new: Cursor) -> None:
        """Have what inherits from a whole schema compared, too: its values may be any of these."""
        if not self.changed_references.has_heirs:
            return
        at = essence(self.old, old).pointer.fragment, essence(self.new, new).pointer.fragment
        for reference in self.changed_references.heirs(*at):
            self._follow(scope, reference, is_part=True)

    def link(self, scope: Scope, old: Followed, new: Followed) -> None:
        """Have what two nodes mean compared, once, and note who leads to it."""
        inner = scope.shared(old, new)
        if inner is None:
            return
        if self._differs(old.target, new.target):
            self._enqueue(inner, (old.target,), (new.target,))
        else:
            self._pass_over(inner, old.target.value)

    def _differs(self, old: Cursor, new: Cursor) -> bool:
        """Whether two schemas have to be compared key by key."""
        changed = self.changed_references
        return not same_json(old.value, new.value) or (
            changed.touches(old.value) and changed.marks_differ(old.value)
        )

    def shared(self, scope: Scope, was: Followed, now: Followed) -> Scope | None:
        """A scope for what two nodes mean; None where there is nothing to compare in it."""
        old, new = was.target, now.target
        self.matched.add(id(old.value))
        if same_json(old.value, new.value) and not self.changed_references.touches(old.value):
            return None
        replaced = not self.placing.same_place(old, new)
        key = (*identity(old, new), scope.context, replaced)
        compared = self._shared.get(key)
        fresh = None
        if compared is None:
            compared = self._shared[key] = ComparedPair(places=[(old, new)])
            fresh = self.scope(compared, scope.context)
        elif is_elsewhere(old, compared.places[0][0]):
            compared.places.append((old, new))
        compared.callers[scope.compared] = None
        if replaced:
            site = self.placing.parting(was.node, now.node)
            compared.uses.append((scope.compared, scope.at((site[0],), (site[1],)).site))
        return fresh

    def visit_alike(self, scope: Scope, old: Cursor, new: Cursor) -> None:
        """Have two schemas compared that may be written out in other places, too."""
        referred = reference_of(old.value) or reference_of(new.value)
        if referred or same_json(old.value, new.value):
            self.visit(scope, (old,), (new,))
        else:
            self.link(scope, Followed(old, old), Followed(new, new))

    def _pass_over(self, scope: Scope, value: JSON) -> None:
        """Two equal subtrees: only what they refer to can differ."""
        if not self.changed_references.touches(value):
            return
        found = self.changed_references.leading_to_changes(value, scope.context)
        for reference, context, is_part in found:
            self._follow(scope.with_context(context), reference, is_part=is_part)

    def _follow(self, scope: Scope, reference: str, *, is_part: bool) -> None:
        old, new = self.old.target(reference), self.new.target(reference)
        if old is not None and new is not None:
            if not is_part:
                self._link_heirs(scope, old, new)
            self.link(scope, followed(self.old, old), followed(self.new, new))

    def run(self) -> None:
        """Compare until nothing is left."""
        while self._queue:
            scope, old, new = self._queue.popleft()
            self._visitor(scope.at(old, new), old, new)


def _nodes(cursors: Cursors) -> _Nodes:
    """Which nodes these are, by their place: a YAML alias is one value at several."""
    return tuple(cursor.pointer.tokens for cursor in cursors)
