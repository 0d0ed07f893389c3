"""Finding the same thing under another name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from flaregen.document import JSON
from flaregen.drift.comparison import Cursors
from flaregen.openapi.cursor import Cursor

Key = TypeVar("Key")


def renames(before: Mapping[str, Cursors], after: Mapping[str, Cursors]) -> dict[str, str]:
    """Old names by which new ones are called now.

    A name that went and one that came belong together when they hold exactly the
    same, nothing else that went or came does, and what they hold is telling: it has
    a description or a title, or stands at the same place among its neighbours.
    """
    gone = _by_content({name: before[name] for name in before if name not in after})
    come = _by_content({name: after[name] for name in after if name not in before})
    found = {}
    for content, (name, *others) in gone.items():
        candidates = come.get(content, [])
        if others or len(candidates) != 1:
            continue
        if _telling(before[name][0].value) or _place(before, name) == _place(after, candidates[0]):
            found[name] = candidates[0]
    return found


def _by_content(named: Mapping[str, Cursors]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, cursors in named.items():
        if len(cursors) == 1:
            found[json.dumps(cursors[0].value, sort_keys=True)].append(name)
    return found


def _telling(value: JSON) -> bool:
    return isinstance(value, dict) and bool({"title", "description"} & value.keys())


def _place(named: Mapping[str, Cursors], name: str) -> int:
    return list(named).index(name)


def same_but_for(
    key: str, gone: Mapping[Key, Cursor], come: Mapping[Key, Cursor]
) -> dict[Key, Key]:
    """What went and what came with a description and all else the same, but for one key."""
    before, after = _by_rest(key, gone), _by_rest(key, come)
    return {
        names[0]: after[rest][0]
        for rest, names in before.items()
        if len(names) == 1 and len(after.get(rest, ())) == 1 and '"description"' in rest
    }


def _by_rest(key: str, named: Mapping[Key, Cursor]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = defaultdict(list)
    for name, cursor in named.items():
        if isinstance(cursor.value, dict):
            rest = {other: value for other, value in cursor.value.items() if other != key}
            found[json.dumps(rest, sort_keys=True)].append(name)
    return found
