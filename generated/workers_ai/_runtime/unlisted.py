"""Keywords that the schema lacks: the service may be newer than it, so that they are sent, and reported."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from collections.abc import Collection

from .drift import SchemaDrift
from .json_text import kind_of
from .operations import Fields
from .options import RequestOptions

# How like a known name a misspelt one is, as `difflib` counts.
_ALIKE = 0.8


def unlisted(
    fields: Fields, known: Collection[str], *, called: str, variant: str, model: str = "", way: str = "extra_body"
) -> tuple[SchemaDrift, ...]:
    """The drift of each field that is not known. Raises TypeError for one that looks misspelt.

    `way` is the option that sends anything in the same place.
    """
    found = [name for name in fields if name not in known]
    for name in found:
        _refuse_misspelt(name, {*known, *RequestOptions.__annotations__}, called, way)
    return tuple(SchemaDrift(model, variant, f"$.{name}", "nothing", kind_of(fields[name])) for name in found)


def _refuse_misspelt(name: str, known: Collection[str], called: str, way: str) -> None:
    from difflib import SequenceMatcher, get_close_matches

    if near := get_close_matches(name, known, len(known), _ALIKE):
        # The first of those that are equally near.
        best = max(sorted(near), key=lambda one: SequenceMatcher(a=name, b=one).ratio())
        raise TypeError(f"{called} takes no {name!r}: did you mean {best!r}? `{way}` sends anything")
