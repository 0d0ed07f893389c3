"""The differences of what has a type: fields, aliases, arguments, and what calls return."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from flaregen.client_drift.assignable import are_literals, uncovered
from flaregen.client_drift.difference import Difference
from flaregen.drift.nodes import pair
from flaregen.names.symbol import Kind, Surface, Symbol

_WORD = re.compile(r"[A-Za-z_][\w.]*")
_ANYTHING = ("Any", "object")
_NAMES: AbstractSet[Kind] = frozenset({"alias", "union"})
"""Kinds that only name what other types are."""


@dataclass(frozen=True)
class Typed:
    """Two surfaces; ``names`` are classes of the old one with the names that they have now."""

    old: Surface
    new: Surface
    names: Mapping[str, str]

    def differences(self) -> Iterator[Difference]:
        for name, before in self.old.of("field", "alias", "union", "answer").items():
            owner = self._kept.get(before.owner)
            yield from self._typed(before, f"{owner}.{before.member}" if owner else name)
        arguments = pair(self.old.of("argument"), self.new.of("argument"))
        for before, after in arguments.both.values():
            yield from self._type(before, after)
            if before.required:
                yield from _presence(before, after)
        for name, after in self.new.of("field").items():
            if name not in self.old.symbols and (cls := self.old.classes.get(after.owner)):
                yield _added(after, cls)
        for was, now in pair(self.old.of("runner"), self.new.of("runner")).both.values():
            for owners in zip(was.types, now.types, strict=False):
                yield from self._moved(was, *owners)

    @cached_property
    def _kept(self) -> Mapping[str, str]:
        """Those of the names that are still there, as aliases."""
        return {name: cls for name, cls in self.names.items() if name in self.new.symbols}

    @cached_property
    def _removed(self) -> AbstractSet[str]:
        old, new = (
            surface.of("class", "alias", "union").keys() for surface in (self.old, self.new)
        )
        return old - new - self.names.keys()

    def _moved(self, model: Symbol, was: str, now: str) -> Iterator[Difference]:
        """What a model that has another runner takes and gives, and its methods."""
        if was == now:
            return
        for name, one in self.old.symbols.items():
            if name.startswith(f"{was}."):
                before, other = replace(one, pointers=model.pointers), name.replace(was, now, 1)
                if one.kind == "derived method" and other not in self.new.symbols:
                    yield Difference("client-method-removed", before, None, name)
                yield from self._typed(before, other)
        for after in self.new.members.get(now, ()):
            if after.required and f"{was}.{after.member}" not in self.old.symbols:
                yield _added(replace(after, pointers=model.pointers), self.old.symbols[was])

    def _typed(self, before: Symbol, name: str) -> Iterator[Difference]:
        """``name`` is what callers of the old symbol meet now."""
        after = self.new.symbols.get(name)
        cls = self.new.classes.get(self._kept.get(before.owner, before.owner))
        kinds = {before.kind, after.kind} if after is not None else set()
        if after is not None and (kinds <= _NAMES or len(kinds - {"derived method"}) == 1):
            yield from _presence(before, after)
            yield from self._type(before, after)
        elif after is not None and before.kind in _NAMES and before.text not in _ANYTHING:
            yield Difference("client-type-changed", before, after, before.text, name)
        elif cls is not None and before.kind == "field":
            text = before.text
            yield Difference("client-field-removed", before, None, text, classes=(None, cls))

    def _type(self, before: Symbol, after: Symbol) -> Iterator[Difference]:
        old, new = before.text, after.text
        marks = _marks(before) | _marks(after)
        said = {*_spelled(under(before, self.names), before, self.old)} - marks
        now = {*_spelled(under(after, self._kept), after, self.new)} - marks
        # To a type checker a text is a list of texts, and it is sent as the only one.
        texts = {"str"} if before.kind == "argument" and "Sequence[str]" in now else set[str]()
        gone, come = uncovered(said, now | texts), uncovered(now, said)
        if not self._removed.isdisjoint(_WORD.findall(" ".join(gone))):
            return
        if before.kind == "answer" and "None" in (old, new) and old != new:
            # No code does anything with nothing, and none goes on with it.
            rule = "client-type-narrowed" if old == "None" else "client-type-changed"
            yield Difference(rule, before, after, old, new)
            return
        if gone and come and not are_literals(gone | come):
            yield Difference("client-type-changed", before, after, old, new)
            return
        if gone:
            rule = "client-literal-removed" if are_literals(gone) else "client-type-narrowed"
            yield Difference(rule, before, after, old, new)
        if come:
            rule = "client-literal-added" if are_literals(come) else "client-type-widened"
            yield Difference(rule, before, after, old, new)


def under(symbol: Symbol, names: Mapping[str, str]) -> Iterator[str]:
    """The types of a symbol, with renamed classes under their new names."""
    for text in symbol.types:
        yield _WORD.sub(lambda word: names.get(word[0], word[0]), text)


def _spelled(types: Iterable[str], symbol: Symbol, surface: Surface) -> Iterator[str]:
    """The types of an alias or a union, with what other aliases in it mean."""
    for text in types:
        other = surface.symbols.get(text) if symbol.kind in _NAMES else None
        if other is not None and other.kind in _NAMES and other != symbol:
            yield from _spelled(other.types, other, surface)
        else:
            yield text


def _added(field: Symbol, cls: Symbol) -> Difference:
    needed = field.role == "request" and field.required
    rule = "client-required-field-added" if needed else "client-field-added"
    return Difference(rule, None, field, "", field.text, classes=(cls, None))


def _presence(before: Symbol, after: Symbol) -> Iterator[Difference]:
    if before.required != after.required:
        rule = "client-field-became-optional"
        if after.required:
            rule = "client-field-became-required"
        yield Difference(rule, before, after, before.text, after.text)


def _marks(symbol: Symbol) -> AbstractSet[str]:
    """The mark of a field that may be left out, which ``required`` says.

    Null is a value of its own where another mark says that a field was left out.
    """
    if symbol.required:
        return frozenset()
    return {"UnsetType"} if "UnsetType" in symbol.types else {"None"}
