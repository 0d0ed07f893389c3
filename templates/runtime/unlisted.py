"""Fields that the client does not know: sent, as the service may be newer, unless they look misspelt."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .drift import SchemaDrift
from .encoding import unknown_inside
from .forms import ATOMS, Form
from .json_text import kind_of
from .operations import Fields
from .options import RequestOptions

# How like a known name a misspelt one is, as `difflib` counts, and each of its words.
_ALIKE, _ALIKE_WORDS = 0.8, 0.7


def unlisted(
    fields: Fields, known: Collection[str], *, called: str, variant: str, model: str = "", way: str = "extra_body"
) -> tuple[SchemaDrift, ...]:
    """The drift of each field that is not known: the service may be newer. Raises TypeError for what looks misspelt.

    `way` is the option that sends anything in the same place.
    """
    found = [name for name in fields if name not in known]
    for name in found:
        _refuse_misspelt(name, {*known, *RequestOptions.__annotations__}, called, way)
    return tuple(SchemaDrift(model, variant, f"$.{name}", "nothing", kind_of(fields[name])) for name in found)


def unlisted_inside(fields: Fields, variant: str, taken: Sequence[Form]) -> tuple[SchemaDrift, ...]:
    """The drift of names in the dicts of a call that none of the classes has a field for."""
    drifts: list[SchemaDrift] = []
    for name, value in fields.items():
        if type(value) not in ATOMS:
            inside = [form.inside[name] for form in taken if name in form.inside]
            found = unknown_inside(value, f"$.{name}", *inside)
            drifts += [SchemaDrift("", variant, *mismatch) for mismatch in found]
    return tuple(drifts)


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
