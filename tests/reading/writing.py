"""Writing JSON and YAML while noting where each node lands: what positions are compared with.

The writers know nothing of the reader: they count lines and columns as they print.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import strategies as st

from flaregen.document import JSON, Position
from flaregen.pointer import Pointer

KEYS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"
    ),
    min_size=0,
    max_size=6,
)
"""Keys that both syntaxes can carry; YAML breaks lines at more characters than JSON does."""

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    KEYS,
)
VALUES: st.SearchStrategy[JSON] = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4),
    max_leaves=20,
)


_ROOT = Pointer()


class Writer:
    """Text so far, and the place of every node in it. ``blank`` gives the next white space."""

    def __init__(self, blank: Callable[[], str] = lambda: "") -> None:
        self.text = ""
        self.places: dict[Pointer, Position] = {}
        self._blank = blank

    def json(self, value: JSON, pointer: Pointer = _ROOT) -> None:
        """Write JSON with arbitrary white space where it is allowed."""
        self._put(self._blank())
        self._note(pointer)
        if isinstance(value, dict):
            self._json_members(value, pointer)
        elif isinstance(value, list):
            self._put("[")
            for index, item in enumerate(value):
                self._put("," if index else "")
                self.json(item, pointer.child(index))
            self._put(self._blank() + "]")
        else:
            self._put(json.dumps(value, ensure_ascii=False))
        self._put(self._blank())

    def _json_members(self, value: dict[str, JSON], pointer: Pointer) -> None:
        self._put("{")
        for index, (key, member) in enumerate(value.items()):
            self._put(("," if index else "") + self._blank())
            place = self._position()
            self._put(json.dumps(key, ensure_ascii=False) + self._blank() + ":")
            self.json(member, pointer.child(key))
            self.places[pointer.child(key)] = place
        self._put(self._blank() + "}")

    def yaml(self, value: JSON, pointer: Pointer = _ROOT, indent: int = 0) -> None:
        """Write block YAML with every text in double quotes."""
        if isinstance(value, dict) and value:
            self._yaml_members(value, pointer, indent)
        elif isinstance(value, list) and value:
            for index, item in enumerate(value):
                self._put("\n" + " " * indent + "- ")
                self._item(item, pointer.child(index), indent)
        else:
            self._note(pointer)
            self._put(json.dumps(value, ensure_ascii=False))

    def _item(self, item: JSON, pointer: Pointer, indent: int) -> None:
        """Write an item after its dash; a collection starts on the lines below, commented."""
        if isinstance(item, dict | list) and item:
            self._put("# below")
            start = self.text.count("\n") + 2
            self.yaml(item, pointer, indent + 2)
            self.places[pointer] = Position(start, indent + 3)
        else:
            self.yaml(item, pointer, indent + 2)

    def _yaml_members(self, value: dict[str, JSON], pointer: Pointer, indent: int) -> None:
        for key, member in value.items():
            self._put("\n" + " " * indent)
            place = self._position()
            self._put(json.dumps(key, ensure_ascii=False) + ": ")
            self.yaml(member, pointer.child(key), indent + 2)
            self.places[pointer.child(key)] = place

    def _note(self, pointer: Pointer) -> None:
        self.places[pointer] = self._position()

    def _position(self) -> Position:
        lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return Position(len(lines), len(lines[-1]) + 1)

    def _put(self, text: str) -> None:
        self.text += text
