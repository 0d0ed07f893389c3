"""Which paths of two documents belong together."""

from __future__ import annotations

from typing import Any

from flaregen.drift.paths import PathItem, match_paths
from flaregen.openapi.cursor import Cursor


def _items(**paths: Any) -> dict[str, PathItem]:
    found = {f"/{name.replace('_', '/')}": node for name, node in paths.items()}
    return {path: PathItem(path, Cursor(node)) for path, node in found.items()}


def _pairs(old: dict[str, PathItem], new: dict[str, PathItem], *prefixes: str) -> list[list[str]]:
    found = match_paths(old, new, (prefixes[0], prefixes[1]))
    return [[one.path if one else "" for one in pair] for pair in found]


def test_a_prefix_that_moves_from_a_server_into_the_paths() -> None:
    assert _pairs(_items(a={}, b={}), _items(v4_a={}, b={}), "/v4", "") == [
        ["/a", "/v4/a"],
        ["/b", ""],
        ["", "/b"],
    ]


def test_a_path_with_servers_of_its_own_has_not_the_prefix_of_the_others() -> None:
    own = {"servers": [{"url": "https://other.example"}]}
    assert _pairs(_items(a=own), _items(a=own), "/v4", "") == [["/a", "/a"]]
