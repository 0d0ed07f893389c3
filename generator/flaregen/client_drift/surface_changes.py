"""The differences between the surfaces of two clients."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from flaregen.client_drift.surface import Role, Surface, SurfaceClass, SurfaceField


@dataclass(frozen=True, slots=True)
class SurfaceChange:
    """One difference. ``symbol`` is the name in the old client, in the new one of what is new.

    ``rule`` is the id of its rule.
    """

    rule: str
    symbol: str
    role: Role | Literal["none"]
    old: str = ""
    new: str = ""


def compare(old: Surface, new: Surface) -> tuple[SurfaceChange, ...]:
    """Differences in the order classes, methods, models; equal surfaces have none."""
    return (
        *_classes(old.classes, new.classes),
        *_aliases(old, new),
        *_methods(old, new),
        *_models(old, new),
    )


def _classes(
    old: Mapping[str, SurfaceClass], new: Mapping[str, SurfaceClass]
) -> Iterator[SurfaceChange]:
    names = _renames(old, new)
    for name, cls in old.items():
        if name in names:
            yield SurfaceChange("client-class-renamed", name, cls.role, name, names[name])
        elif name not in new:
            yield SurfaceChange("client-class-removed", name, cls.role, name)
        else:
            yield from _fields(name, _under(cls, names), new[name])
    for name, cls in new.items():
        if name not in old and name not in names.values():
            yield SurfaceChange("client-class-added", name, cls.role, new=name)


def _renames(old: Mapping[str, SurfaceClass], new: Mapping[str, SurfaceClass]) -> dict[str, str]:
    """Classes that have another name and the same fields, which no other class has.

    Fields refer to classes, so that one rename can make two other classes equal: the search
    goes on until nothing more is found.
    """
    names: dict[str, str] = {}
    while found := dict(_renamed(old, new, names)):
        names |= found
    return names


def _renamed(
    old: Mapping[str, SurfaceClass], new: Mapping[str, SurfaceClass], names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    gone = {
        name: _under(cls, names)
        for name, cls in old.items()
        if name not in new and name not in names
    }
    come = {
        name: cls for name, cls in new.items() if name not in old and name not in names.values()
    }
    for name, cls in gone.items():
        if not cls.fields:
            continue
        alike = [n for n, c in come.items() if (c.role, c.fields) == (cls.role, cls.fields)]
        rivals = [c for c in gone.values() if (c.role, c.fields) == (cls.role, cls.fields)]
        if len(alike) == len(rivals) == 1:
            yield name, alike[0]


def _under(cls: SurfaceClass, names: Mapping[str, str]) -> SurfaceClass:
    """The class with renamed classes in the types of its fields under their new names."""
    if not names:
        return cls
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")
    fields = {
        wire: replace(
            field,
            types=frozenset(pattern.sub(lambda match: names[match[0]], t) for t in field.types),
        )
        for wire, field in cls.fields.items()
    }
    return replace(cls, fields=fields)


def _fields(name: str, old: SurfaceClass, new: SurfaceClass) -> Iterator[SurfaceChange]:
    role = new.role
    for wire, before in old.fields.items():
        symbol = f"{name}.{wire}"
        after = new.fields.get(wire)
        if after is None:
            yield SurfaceChange("client-field-removed", symbol, role, _text(before))
        else:
            yield from _field(symbol, role, before, after)
    for wire in [wire for wire in new.fields if wire not in old.fields]:
        added = new.fields[wire]
        needed = role == "request" and added.required
        rule = "client-required-field-added" if needed else "client-field-added"
        yield SurfaceChange(rule, f"{name}.{wire}", role, new=_text(added))


def _field(
    symbol: str, role: Role, before: SurfaceField, after: SurfaceField
) -> Iterator[SurfaceChange]:
    old, new = _text(before), _text(after)
    if before.required != after.required:
        rule = "client-field-became-optional"
        if after.required:
            rule = "client-field-became-required"
        yield SurfaceChange(rule, symbol, role, old, new)
    gone = _said(before) - _said(after)
    come = _said(after) - _said(before)
    if gone and come and not _literals(gone | come):
        yield SurfaceChange("client-type-changed", symbol, role, old, new)
        return
    if gone:
        rule = "client-literal-removed" if _literals(gone) else "client-type-narrowed"
        yield SurfaceChange(rule, symbol, role, old, new)
    if come:
        rule = "client-literal-added" if _literals(come) else "client-type-widened"
        yield SurfaceChange(rule, symbol, role, old, new)


def _said(field: SurfaceField) -> frozenset[str]:
    """Types without the marks of a field that may be left out: ``required`` says that."""
    marks = {"UnsetType"} if field.required else {"UnsetType", "None"}
    return field.types - marks


def _literals(types: frozenset[str]) -> bool:
    return all(name.startswith("Literal[") for name in types)


def _text(field: SurfaceField) -> str:
    return " | ".join(sorted(field.types))


def _aliases(old: Surface, new: Surface) -> Iterator[SurfaceChange]:
    """Compare answers that are not objects; unions of classes follow from the classes."""
    for name, members in old.aliases.items():
        if name not in new.aliases and name not in new.classes:
            yield SurfaceChange("client-class-removed", name, "response", name)
        elif name in new.aliases and len(members | new.aliases[name]) == 2:
            before, after = " | ".join(members), " | ".join(new.aliases[name])
            if before != after:
                yield SurfaceChange("client-type-changed", name, "response", before, after)
    for name in new.aliases:
        if name not in old.aliases and name not in old.classes:
            yield SurfaceChange("client-class-added", name, "response", new=name)


def _methods(old: Surface, new: Surface) -> Iterator[SurfaceChange]:
    for name, arguments in old.methods.items():
        if name not in new.methods:
            yield SurfaceChange("client-method-removed", name, "none", name)
        elif new.methods[name] != arguments:
            before, after = ", ".join(arguments), ", ".join(new.methods[name])
            yield SurfaceChange("client-argument-changed", name, "request", before, after)
    for name in new.methods:
        if name not in old.methods:
            yield SurfaceChange("client-method-added", name, "none", new=name)


def _models(old: Surface, new: Surface) -> Iterator[SurfaceChange]:
    """A model that moves to another task changes what a call of it returns."""
    before, after = _tasks(old), _tasks(new)
    for model in sorted(before.keys() | after.keys()):
        match before.get(model), after.get(model):
            case str(gone), None:
                yield SurfaceChange("client-model-removed", gone, "request", model)
            case None, str(come):
                yield SurfaceChange("client-model-added", come, "request", new=model)
            case str(gone), str(come) if gone != come:
                yield SurfaceChange("client-model-moved", gone, "request", model, come)
            case _:
                pass


def _tasks(surface: Surface) -> dict[str, str]:
    """Alias by model."""
    return {
        str(ast.literal_eval(member.removeprefix("Literal[").removesuffix("]"))): alias
        for alias, members in surface.models.items()
        for member in members
    }
