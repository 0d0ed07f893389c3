"""The forms that a request can take, which of them a call in keyword form means, and names that none of them has.

Fields that the client does not know are sent, as the service may be newer, unless they look misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TypeAlias, cast, get_args

from . import PACKAGE, encoding, forms
from .binary import is_file
from .drift import Mismatch, SchemaDrift
from .json_text import kind_of
from .models import Params, StreamParams
from .options import RequestOptions
from .records import JSONObject

# How like a known name a misspelt one is, as `difflib` counts, and each of its words.
_ALIKE, _ALIKE_WORDS = 0.8, 0.7


class Variant:
    """One form of a request: its class, the Literal of its models, its fields in words; `renamed` has wire names."""

    def __init__(
        self, params: str, models: object, required: str, optional: str = "", renamed: Mapping[str, str] | None = None
    ) -> None:
        self.params, self.models, self.renamed = params, get_args(models), renamed or {}
        self.required = {self.renamed.get(name, name) for name in required.split()}
        self.names = self.required | {self.renamed.get(n, n) for n in optional.split()}

    def begun_by(self, names: Collection[str]) -> bool:
        """Whether a call has something that the form requires, or anything at all where it requires nothing."""
        return not (self.required or self.names).isdisjoint(names)

    def load(self) -> type[Params[object]]:
        return cast("type[Params[object]]", getattr(import_module(PACKAGE), self.params))


Forms: TypeAlias = tuple[Variant, ...]


@cache
def only_form(params: str) -> Variant:
    """The form of a body that has no other, as its class says."""
    found = Variant(params, None, "")
    fields = forms.record_form(found.load()).fields
    renamed = {field.name: field.wire for field in fields if field.name != field.wire}
    required, optional = (" ".join(f.name for f in fields if f.required is needed) for needed in (True, False))
    return Variant(params, None, required, optional, renamed)


@cache
def known_names(variants: Forms) -> frozenset[str]:
    """Wire names of all fields."""
    return frozenset[str]().union(*(variant.names for variant in variants))


@cache
def renamed_fields(variants: Forms) -> Mapping[str, str]:
    """Keywords to wire names that differ: after the name of an option or of a parameter, a field has an underscore."""
    known = known_names(variants)
    underscored = {f"{name}_": name for name in known if f"{name}_" not in known}
    return {**underscored, **{name: wire for variant in variants for name, wire in variant.renamed.items()}}


def candidates(variants: Forms, model: str, fields: Mapping[str, object], *, streaming: bool) -> Sequence[Variant]:
    """What a call may mean, by its keywords (wire names), its model, its values."""
    meant = _by_names(variants, fields.keys(), model)
    if streaming:
        meant = [variant for variant in meant if issubclass(variant.load(), StreamParams)] or meant
    if len(meant) == 1:
        return meant
    # Files fit wherever a file may be, and are not read for this.
    values = {name: encoding.to_builtins(value) for name, value in fields.items() if not is_file(value)}
    return [variant for variant in meant if not _mistyped(variant.load(), values)] or meant


def _by_names(variants: Sequence[Variant], names: Collection[str], model: str) -> Sequence[Variant]:
    """The closest there are; a call that lacks something is for the service to refuse."""
    loose = [variant for variant in variants if variant.names.issuperset(names)]
    fitting = [variant for variant in loose if variant.required.issubset(names)]
    for choice in (fitting, loose):
        if of_task := [variant for variant in choice if model in variant.models]:
            return of_task
    return fitting or loose or variants


def _mistyped(cls: type[Params[object]], values: Mapping[str, object]) -> bool:
    mismatches: list[Mismatch] = []
    for field in forms.record_form(cls).fields:
        if (value := values.get(field.wire)) is not None:
            field.form.build(encoding.by_wire(value, field.form), "$", mismatches)
    return bool(mismatches)


def unlisted(
    fields: JSONObject, known: Collection[str], *, called: str, variant: str, model: str = "", way: str = "extra_body"
) -> tuple[SchemaDrift, ...]:
    """The drift of each field that is not known: the service may be newer. Raises TypeError for what looks misspelt.

    `way` is the option that sends anything in the same place.
    """
    found = [name for name in fields if name not in known]
    for name in found:
        _refuse_misspelt(name, {*known, *RequestOptions.__annotations__}, called, way)
    return tuple(SchemaDrift(model, variant, f"$.{name}", "nothing", kind_of(fields[name])) for name in found)


def _refuse_misspelt(name: str, known: Collection[str], called: str, way: str) -> None:
    from difflib import get_close_matches

    near = get_close_matches(name, known, len(known), _ALIKE)
    if near := [other for other in near if not _says_another_thing(name, other)]:
        # The first of those that are equally near.
        best = max(sorted(near), key=lambda other: _likeness(name, other))
        raise TypeError(f"{called} takes no {name!r}: did you mean {best!r}? `{way}` sends anything")


def _says_another_thing(name: str, known: str) -> bool:
    """Whether names that look alike have different numbers, or differ in a word that is not misspelt."""
    number = re.sub(r"\D", "", name)
    numbered = number != "" and number != re.sub(r"\D", "", known)
    words, others = name.split("_"), known.split("_")
    pairs = zip(words, others, strict=False) if len(words) == len(others) else ()
    return numbered or any(_likeness(*pair) < _ALIKE_WORDS for pair in pairs)


def _likeness(name: str, known: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(a=name, b=known).ratio()
