"""Where a node comes from that was brought in from another document."""

from __future__ import annotations

from flaregen.pointer import Pointer
from flaregen.reading.sources import make_source
from flaregen.selecting.gathered import Origin, origin_of

_HERE = make_source("spec.json", b"{}")
_THERE = make_source("other.json", b"{}")
_ORIGINS = {("components", "schemas", "A"): Origin(_THERE, Pointer(("defs", "A")))}


def test_the_place_of_a_node_in_the_text_that_it_came_from() -> None:
    at = Pointer(("components", "schemas", "A"))
    assert origin_of(_HERE, _ORIGINS, at) == Origin(_THERE, Pointer(("defs", "A")))
    inside = at.child("properties", "a")
    there = Pointer(("defs", "A", "properties", "a"))
    assert origin_of(_HERE, _ORIGINS, inside) == Origin(_THERE, there)
    other = Pointer(("components", "schemas", "B"))
    assert origin_of(_HERE, _ORIGINS, other) == Origin(_HERE, other)
