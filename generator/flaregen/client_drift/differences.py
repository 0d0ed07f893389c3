"""The differences between the surfaces of two clients."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from flaregen.client_drift.difference import Difference
from flaregen.client_drift.typed import Typed, under
from flaregen.drift.renames import renamed
from flaregen.names.symbol import Kind, Surface, Symbol


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
    kept = kept_as_alias(old, new)
    return (
        *_classes(old, new, renames, kept.keys() | _passed_on(old, new), "class"),
        *Typed(old, new, renames | kept).differences(),
        *_classes(old, new, renames, kept.keys(), "alias", "union"),
        *_methods(old, new),
        *_models(old.of("model"), new.of("model")),
    )


def _passed_on(old: Surface, new: Surface) -> set[str]:
    """Runners that are gone while each of their models has another: code names models."""
    had, have = old.of("runner"), new.of("runner")
    lost = {one.types[0] for name, one in had.items() if name not in have}
    gone = {symbol.types[0] for symbol in had.values()} - new.symbols.keys()
    return gone - lost


def kept_as_alias(old: Surface, new: Surface) -> dict[str, str]:
    """Classes whose names are those of one other class now, which do all that they did."""
    named = new.of("alias", "union").items()
    aliases = {name: one for name, one in named if name in old.classes}
    return {name: one.text for name, one in aliases.items() if one.text in new.classes}


def _renames(old: Surface, new: Surface) -> dict[str, str]:
    """Classes that have another name and the same fields, which no other class has.

    Fields refer to classes, so that one rename can make two other classes equal: the search
    goes on until nothing more is found.
    """
    gone = [name for name in old.classes if name not in new.symbols]
    come = [name for name in new.classes if name not in old.symbols]
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
        (symbol.member, symbol.role, symbol.required, frozenset(under(symbol, names)))
        for symbol in surface.members.get(name, ())
    )


def _classes(
    old: Surface, new: Surface, renames: Mapping[str, str], kept: AbstractSet[str], *kinds: Kind
) -> Iterator[Difference]:
    """Names that came or went. An alias may become a class, which the contract covers."""
    for name, one in old.of(*kinds).items():
        if name in kept:
            continue
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


def _methods(old: Surface, new: Surface) -> Iterator[Difference]:
    before_all, after_all = (surface.of("method", "derived method") for surface in (old, new))
    called = {(one.pointers[:1], name) for name, one in new.of("method").items()}
    known = {at for at, _ in called}
    for name, method in before_all.items():
        at = method.pointers[:1]
        if method.kind == "method" and at in known and (at, name) not in called:
            # Another operation may have the name now.
            yield Difference("client-method-removed", method, None, name)
        elif name in after_all:
            listed = [surface.members.get(name, ()) for surface in (old, new)]
            yield from _arguments((method, after_all[name]), *listed)
        elif _owner_is_in(old, method) == _owner_is_in(new, method):
            yield Difference("client-method-removed", method, None, name)
    for name, method in after_all.items():
        if name not in before_all and _owner_is_in(old, method) == _owner_is_in(new, method):
            yield Difference("client-method-added", None, method, "", name)


def _owner_is_in(surface: Surface, method: Symbol) -> bool:
    """Methods of a runner come and go with it; a resource has no symbol."""
    return method.owner in surface.symbols


def _arguments(
    methods: tuple[Symbol, Symbol], old: Sequence[Symbol], new: Sequence[Symbol]
) -> Iterator[Difference]:
    """Arguments that are gone, and those that are needed now."""
    before, after = methods
    needed = {symbol.name: symbol.required for symbol in new}
    had = [
        symbol
        for symbol in old
        if symbol.name not in needed or (symbol.required and needed[symbol.name])
    ]
    wanted = [symbol for symbol in new if symbol.required]
    if after.required and not (before.required or before.types):
        body = after.pointers[0].child("requestBody")
        name = f"{after.name}(fields=)"
        wanted.append(replace(after, name=name, kind="argument", pointers=(body,)))
    was, now = ([symbol.member for symbol in own] for own in (had, wanted))
    # The first one is given by place.
    if was[:1] != now[:1] or set(was) != set(now):
        changed = set(was) ^ set(now) or {*was, *now}
        places = (
            tuple(place for symbol in own if symbol.member in changed for place in symbol.pointers)
            for own in (old, (*new, *wanted))
        )
        was_, now_ = (replace(before, role="request", pointers=one) for one in places)
        yield Difference("client-argument-changed", was_, now_, ", ".join(was), ", ".join(now))


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
