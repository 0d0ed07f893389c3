"""The same thing under another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping

from flaregen.document import as_object
from flaregen.drift.comparison import Cursors
from flaregen.drift.nodes import Key, Value, pair
from flaregen.openapi.json_values import json_text


def renamed(
    gone: Mapping[Key, Value],
    come: Mapping[Key, Value],
    likeness: Callable[[Value], Hashable | None],
) -> dict[Key, Key]:
    """New names by old ones, of what is alike and unlike everything else that was added or removed.

    ``likeness`` gives what has to be equal; what it gives None for is not considered.
    """
    before, after = _grouped(gone, likeness), _grouped(come, likeness)
    return {
        names[0]: after[key][0]
        for key, names in before.items()
        if len(names) == 1 and len(after.get(key, ())) == 1
    }


def _grouped(
    named: Mapping[Key, Value], likeness: Callable[[Value], Hashable | None]
) -> dict[Hashable, list[Key]]:
    found: dict[Hashable, list[Key]] = defaultdict(list)
    for name, one in named.items():
        key = likeness(one)
        if key is not None:
            found[key].append(name)
    return found


def renamed_properties(
    before: Mapping[str, Cursors], after: Mapping[str, Cursors]
) -> dict[str, str]:
    """New names of properties by the old ones.

    They hold exactly the same, and what they hold is telling: it has a description or a
    title, or it has the same place among its neighbours.
    """
    paired = pair(before, after)
    alike = renamed(
        paired.gone, paired.come, lambda one: json_text(one[0].value) if len(one) == 1 else None
    )
    return {
        gone: come
        for gone, come in alike.items()
        if {"title", "description"} & as_object(before[gone][0].value).keys()
        or list(before).index(gone) == list(after).index(come)
    }
