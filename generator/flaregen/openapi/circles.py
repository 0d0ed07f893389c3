"""References that lead into a circle of schemas."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress

from flaregen.diagnostic import DiagnosticError
from flaregen.document import JSON
from flaregen.openapi.references import References, references
from flaregen.pointer import Pointer


def circular(root: JSON, known: References) -> frozenset[str]:
    """The references behind which some schema is inside of itself.

    What is left when those are taken away, again and again, that refer to nothing left.
    """
    reached: dict[str, set[str]] = {}
    pending = references(root)
    while pending := pending - reached.keys():
        reached |= {one: _behind(one, known) for one in pending}
        pending = {inner for one in pending for inner in reached[one]}
    users: defaultdict[str, list[str]] = defaultdict(list)
    for one, inside in reached.items():
        for inner in inside:
            users[inner].append(one)
    left = {one: len(inside) for one, inside in reached.items()}
    ends = [one for one, count in left.items() if not count]
    while ends:
        one = ends.pop()
        del left[one]
        for user in users[one]:
            left[user] -= 1
            if not left[user]:
                ends.append(user)
    return frozenset(left)


def _behind(reference: str, known: References) -> set[str]:
    """None behind one that leads nowhere, which is for validation to report."""
    with suppress(DiagnosticError, KeyError, ValueError):
        return references(known.node(Pointer.parse_fragment(reference)).value)
    return set()
