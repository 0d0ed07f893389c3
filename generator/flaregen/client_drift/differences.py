"""The differences between the surfaces of two clients."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from flaregen.client_drift.assignable import are_literals, uncovered
from flaregen.drift.nodes import pair
from flaregen.drift.renames import renamed
from flaregen.names.surface import Kind, Surface, Symbol
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Direction

Sides: TypeAlias = tuple[tuple[Pointer, ...], tuple[Pointer, ...]]
"""Places in the old document, and in the new one."""

_WORD = re.compile(r"[A-Za-z_][\w.]*")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. A symbol is None on the side that does not have it.

    ``rule`` is the id of its rule, ``before`` and ``after`` are what its message says,
    ``classes`` what a field belongs to on either side.
    """

    rule: str
    old: Symbol | None
    new: Symbol | None
    before: str = ""
    after: str = ""
    classes: tuple[Symbol | None, Symbol | None] = (None, None)

    @property
    def symbol(self) -> Symbol:
        """The one that the difference is called after: the old one, or the new one of what is new.

        A model is called after the alias that lists it.
        """
        found = self.old or self.new
        assert found is not None  # one side has it
        return replace(found, name=found.text) if found.kind == "model" else found

    @property
    def role(self) -> Direction | Literal["none"]:
        return self.symbol.role

    @property
    def sides(self) -> Sides:
        """The places of the symbol in either document."""
        old, new = self.old, self.new
        return old.pointers if old else (), new.pointers if new else ()

    @property
    def around(self) -> Sides:
        """The same, with those that the symbol needs besides."""
        old, new = self.old or self.classes[0], self.new or self.classes[1]
        context = old.context if old else (), new.context if new else ()
        return (*self.sides[0], *context[0]), (*self.sides[1], *context[1])

    @property
    def operations(self) -> Sides:
        """The operations that have the symbol, in either document."""
        old, new = self.old, self.new
        return old.operations if old else (), new.operations if new else ()


def compare(
    old: Surface, new: Surface, heirs: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """Differences in the order classes, aliases, methods, models; equal surfaces have none.

    ``heirs`` are classes of the new client at the places of classes of the old one, by name.
    What follows from a class that was removed or renamed is left out.
    """
    renames = _renames(old, new)
    for name, heir in (heirs or {}).items():
        if name not in renames and heir not in renames.values():
            renames[name] = heir
    return (
        *_classes(old, new, renames, "class"),
        *_types(old, new, renames),
        *_classes(old, new, renames, "alias", "union"),
        *_methods(old, new),
        *_models(old.of("model"), new.of("model")),
    )


def _renames(old: Surface, new: Surface) -> dict[str, str]:
    """Classes that have another name and the same fields, which no other class has.

    Fields refer to classes, so that one rename can make two other classes equal: the search
    goes on until nothing more is found.
    """
    gone = [name for name in old.of("class") if name not in new.symbols]
    come = [name for name in new.of("class") if name not in old.symbols]
    names: dict[str, str] = {}
    while True:
        before = {name: _shape(old, name, names) for name in gone if name not in names}
        after = {name: _shape(new, name, {}) for name in come if name not in names.values()}
        found = renamed(before, after, lambda shape: shape or None)
        if not found:
            return names
        names |= found


def _shape(surface: Surface, name: str, names: Mapping[str, str]) -> frozenset[Hashable]:
    """What the fields of a class are, with renamed classes under their new names."""
    return frozenset(
        (one.member, one.role, one.required, frozenset(_under(one, names)))
        for one in surface.members.get(name, ())
    )


def _under(symbol: Symbol, names: Mapping[str, str]) -> Iterator[str]:
    """The types of a symbol, with renamed classes under their new names."""
    for text in symbol.types:
        yield _WORD.sub(lambda word: names.get(word[0], word[0]), text)


def _classes(
    old: Surface, new: Surface, renames: Mapping[str, str], *kinds: Kind
) -> Iterator[Difference]:
    """Names that came or went. An alias may become a class, which the contract covers."""
    for name, one in old.of(*kinds).items():
        if name in renames:
            other = new.symbols[renames[name]]
            yield Difference("client-class-renamed", one, other, name, renames[name])
        elif not _keeps(one, new):
            yield Difference("client-class-removed", one, None, name)
    for name, one in new.of(*kinds).items():
        if name not in renames.values() and not _keeps(one, old):
            yield Difference("client-class-added", None, one, "", name)


def _keeps(one: Symbol, surface: Surface) -> bool:
    """Whether a surface has a name: that of a class as a class, any other in any way."""
    other = surface.symbols.get(one.name)
    return other is not None and (one.kind != "class" or other.kind == "class")


_ANYTHING = ("Any", "object")


def _types(old: Surface, new: Surface, renames: Mapping[str, str]) -> Iterator[Difference]:
    """Fields of classes that both have, what aliases mean, and what arguments take."""
    classes = old.of("class"), new.of("class")
    known = [one.of("class", "alias", "union").keys() for one in (old, new)]
    removed = known[0] - known[1] - renames.keys()
    for name, before in old.of("field", "alias", "answer").items():
        after = new.symbols.get(name)
        if after is not None and after.kind == before.kind:
            yield from _presence(before, after)
            yield from _type(before, after, renames, removed)
        elif after is not None and before.kind == "alias" and before.text not in _ANYTHING:
            yield Difference("client-type-changed", before, after, before.text, name)
        elif (cls := classes[1].get(before.owner)) and before.kind == "field":
            text = before.text
            yield Difference("client-field-removed", before, None, text, classes=(None, cls))
    arguments = pair(old.of("argument"), new.of("argument"))
    for before, after in arguments.both.values():
        yield from _type(before, after, renames, removed)
        if before.required and not after.required:
            yield from _presence(before, after)
    for name, after in new.of("field").items():
        if name not in old.symbols and (cls := classes[0].get(after.owner)):
            needed = after.role == "request" and after.required
            rule = "client-required-field-added" if needed else "client-field-added"
            yield Difference(rule, None, after, "", after.text, classes=(cls, None))


def _presence(before: Symbol, after: Symbol) -> Iterator[Difference]:
    if before.required != after.required:
        rule = "client-field-became-optional"
        if after.required:
            rule = "client-field-became-required"
        yield Difference(rule, before, after, before.text, after.text)


def _type(
    before: Symbol, after: Symbol, renames: Mapping[str, str], removed: AbstractSet[str]
) -> Iterator[Difference]:
    old, new = before.text, after.text
    marks = _marks(before) | _marks(after)
    said, now = {*_under(before, renames)} - marks, {*after.types} - marks
    gone, come = uncovered(said, now), uncovered(now, said)
    if not removed.isdisjoint(_WORD.findall(" ".join(gone))):
        return
    if before.kind == "answer" and old == "None" != new:
        # No code does anything with it.
        yield Difference("client-type-narrowed", before, after, old, new)
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


def _marks(symbol: Symbol) -> AbstractSet[str]:
    """The mark of a field that may be left out, which ``required`` says.

    Null is a value of its own where another mark says that a field was left out.
    """
    if symbol.required:
        return frozenset()
    return {"UnsetType"} if "UnsetType" in symbol.types else {"None"}


def _methods(old: Surface, new: Surface) -> Iterator[Difference]:
    before_all, after_all = (one.of("method", "derived method") for one in (old, new))
    for name, method in before_all.items():
        if name not in after_all:
            yield Difference("client-method-removed", method, None, name)
            continue
        listed = [one.members.get(name, ()) for one in (old, new)]
        relaxed = {one.name for one in listed[1] if not one.required}
        was, wanted = (
            [one.member for one in own if one.required and one.name not in relaxed]
            for own in listed
        )
        # The first one is given by place.
        if was[:1] != wanted[:1] or set(was) != set(wanted):
            changed = set(was) ^ set(wanted) or {*was, *wanted}
            places = (
                tuple(place for one in own if one.member in changed for place in one.pointers)
                for own in listed
            )
            before, after = (replace(method, role="request", pointers=one) for one in places)
            said = ", ".join(was), ", ".join(wanted)
            yield Difference("client-argument-changed", before, after, *said)
    for name, method in after_all.items():
        if name not in before_all:
            yield Difference("client-method-added", None, method, "", name)


def _models(old: Mapping[str, Symbol], new: Mapping[str, Symbol]) -> Iterator[Difference]:
    """A model that moves to another task changes what a call of it returns."""
    for model in sorted(old.keys() | new.keys()):
        match old.get(model), new.get(model):
            case Symbol() as before, None:
                yield Difference("client-model-removed", before, None, model)
            case None, Symbol() as after:
                yield Difference("client-model-added", None, after, "", model)
            case Symbol() as before, Symbol() as after if before.types != after.types:
                yield Difference("client-model-moved", before, after, model, after.text)
            case _:
                pass
