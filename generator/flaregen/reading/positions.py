"""Where a node is in the text it was read from.

Nothing here runs for a document without problems. The first message about a source
starts an index. For JSON it grows along the way to each node that is asked for; for
YAML, whose events cannot be skipped, it is built whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json import JSONDecoder
from typing import TYPE_CHECKING

import msgspec

from flaregen.diagnostic import Diagnostic
from flaregen.document import Position, Source
from flaregen.pointer import Pointer

if TYPE_CHECKING:
    from yaml.events import Event

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_LINE_FEED = re.compile(r"\n")
_BLANKS = " \t\r\n"
_BLANK = re.compile(rf"[{_BLANKS}]*")
_MERGE = "<<"
_TEXTS = 256
"""Texts to keep at hand: each side of a comparison may have come from a hundred documents."""


class Place:
    """A node in the text.

    ``offset`` is that of the key for a member of a mapping and that of the value for
    an item of an array; ``value`` is always the value's. Both count characters.
    ``children`` is None until somebody looks for them. ``end`` is the offset behind the value,
    where it is known, in JSON.
    """

    __slots__ = ("children", "end", "offset", "value")

    def __init__(self, offset: int, value: int, children: dict[str, Place] | None = None) -> None:
        self.offset = offset
        self.value = value
        self.children = children
        self.end: int | None = None


def position_of(finding: Diagnostic) -> Position | None:
    """The position of a finding in its text; None if it has none."""
    if finding.position is None and finding.source is not None and finding.pointer is not None:
        return locate(finding.source, finding.pointer)
    return finding.position


def locate(source: Source, pointer: Pointer) -> Position:
    """Line and column of a node: a member's key, an item's value, 1:1 for the root.

    A node that the text does not have (an overlay added it) gets the place of the
    nearest enclosing node that it has. In broken text that is as far as it makes sense.
    """
    place = _root(source)
    for depth in range(len(pointer.tokens)):
        below = _child(source, place, pointer.tokens[depth:], frozenset())
        if below is None:
            break
        place = below
    return position_at(source, place.offset)


def position_at(source: Source, offset: int) -> Position:
    """Line and column of a character of ``text_of(source)``, counted from zero.

    Lines end at LF, CR LF or a lone CR, as editors have it. An offset past the end is
    taken for the end.
    """
    offset = min(offset, len(text_of(source)))
    starts = _line_starts(source)
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=_TEXTS)
def text_of(source: Source) -> str:
    """Decode the source, without its byte order mark; invalid UTF-8 becomes U+FFFD."""
    return source.content.decode("utf-8-sig", errors="replace")


@lru_cache(maxsize=_TEXTS)
def _line_starts(source: Source) -> list[int]:
    text = text_of(source)
    # The search for one character is ten times as fast.
    line_break = _LINE_BREAK if "\r" in text else _LINE_FEED
    return [0, *(match.end() for match in line_break.finditer(text))]


@lru_cache(maxsize=_TEXTS)
def _root(source: Source) -> Place:
    """The root is at the very start of the text, whatever blank or comment comes first."""
    match source.syntax:
        case "json":
            text = text_of(source)
            root = Place(0, _after_blank(text, 0))
            root.end = len(text.rstrip(_BLANKS))
            return root
        case "yaml":
            return _yaml_root(text_of(source))


def _child(
    source: Source, place: Place, tokens: tuple[str, ...], seen: frozenset[int]
) -> Place | None:
    """Step down by the first token; a mapping's own member goes before one that is merged in."""
    if place.children is None:
        place.children = _json_children(text_of(source), place, tokens)
    found = place.children.get(tokens[0])
    merged = place.children.get(_MERGE) if source.syntax == "yaml" else None
    if found is not None or merged is None or id(place) in seen:
        return found
    seen |= {id(place)}
    listed = [below for name, below in (merged.children or {}).items() if name.isdigit()]
    deeper = (_child(source, below, tokens, seen) for below in (merged, *listed))
    return next((below for below in deeper if below is not None), None)


# JSON: msgspec jumps over what is not on the way, or else the standard library's scanner, which
# takes seven times as long and reads broken text as far as it makes sense.


_RAW = msgspec.json.Decoder(dict[str, msgspec.Raw])
_DECODER = JSONDecoder(
    strict=False, object_pairs_hook=len, parse_int=len, parse_float=len, parse_constant=len
)
"""Builds next to nothing, and does not refuse numbers of 5,000 digits."""


def _after_blank(text: str, offset: int) -> int:
    match = _BLANK.match(text, offset)
    return match.end() if match else offset


def _json_children(text: str, place: Place, wanted: tuple[str, ...]) -> dict[str, Place]:
    """Read members or items. What is wanted below one of them is read on the way past it."""
    children: dict[str, Place] = {}
    read = {"{": _members, "[": _items}.get(text[place.value : place.value + 1])
    if read is None:
        return children
    if place.end is not None and (known := _measured(text, place)) is not None:
        if (way := known.get(wanted[0]) if wanted else None) is not None:
            way.children = _json_children(text, way, wanted[1:])
        return known
    try:
        for key, below in read(text, place):
            children[key] = below
            if wanted[:1] == (key,):
                below.children = _json_children(text, below, wanted[1:])
    except (ValueError, StopIteration, RecursionError):
        # The text is not JSON from here on: what was found so far is kept.
        return children
    return children


def _measured(text: str, place: Place) -> dict[str, Place] | None:
    """The members of an object whose end is known; None where one key hides another."""
    found: dict[str, Place] = {}
    offset = _after_blank(text, place.value + 1)
    try:
        for name, raw in _RAW.decode(text[place.value : place.end].encode()).items():
            key, end = _DECODER.raw_decode(text, offset)
            member = Place(offset, _after_blank(text, _after_blank(text, end) + 1))
            member.end = member.value + len(str(raw, "utf-8"))
            if key != name:
                return None
            found[name] = member
            offset = _next(text, member)
    except (msgspec.MsgspecError, ValueError, StopIteration, RecursionError):
        return None
    return found if offset + 1 == place.end else None


def _members(text: str, place: Place) -> Iterator[tuple[str, Place]]:
    offset = _after_blank(text, place.value + 1)
    while text[offset : offset + 1] not in ("}", ""):
        key, end = _DECODER.raw_decode(text, offset)
        colon = _after_blank(text, end)
        member = Place(offset, _after_blank(text, colon + 1))
        yield key, member
        offset = _next(text, member)
    place.end = offset + 1


def _items(text: str, place: Place) -> Iterator[tuple[str, Place]]:
    offset = _after_blank(text, place.value + 1)
    index = 0
    while text[offset : offset + 1] not in ("]", ""):
        item = Place(offset, offset)
        yield str(index), item
        offset = _next(text, item)
        index += 1
    place.end = offset + 1


def _next(text: str, place: Place) -> int:
    """Find what follows a value and its comma, or the closing bracket."""
    end = place.end or _DECODER.raw_decode(text, place.value)[1]
    offset = _after_blank(text, end)
    return _after_blank(text, offset + 1) if text[offset : offset + 1] == "," else offset


# YAML: one pass over the parser's events.


class _Open:
    """A mapping or sequence whose end has not come; ``key`` is the one that awaits its value."""

    __slots__ = ("children", "is_mapping", "key")

    def __init__(self, children: dict[str, Place], *, is_mapping: bool) -> None:
        self.children = children
        self.is_mapping = is_mapping
        self.key: tuple[str, int] | None = None

    def add(self, start: int, scalar: str | None) -> Place:
        """Take the next node. One that turns out to be a key gets a place that leads nowhere."""
        if not self.is_mapping:
            return self.children.setdefault(str(len(self.children)), Place(start, start, {}))
        if self.key is None:
            self.key = (scalar or "", start)
            return Place(start, start, {})
        (token, offset), self.key = self.key, None
        self.children[token] = place = Place(offset, start, {})
        return place


def _yaml_root(text: str) -> Place:
    # Only a message about a YAML document needs that parser.
    from flaregen.reading.yaml_events import parse_events

    documents: dict[str, Place] = {}
    _grow(documents, parse_events(text))
    root = documents.get("0", Place(0, 0, {}))
    root.offset = 0
    return root


def _grow(documents: dict[str, Place], events: Iterable[Event]) -> None:
    from yaml import events as kinds

    from flaregen.reading.yaml_events import offset_of

    anchors: dict[str, Place] = {}
    enclosing = [_Open(documents, is_mapping=False)]
    for event in events:
        if isinstance(event, kinds.CollectionEndEvent):
            enclosing.pop()
        elif isinstance(event, kinds.NodeEvent):
            scalar = event.value if isinstance(event, kinds.ScalarEvent) else None
            place = enclosing[-1].add(offset_of(event), scalar)
            if isinstance(event, kinds.AliasEvent):
                place.children = anchors.get(event.anchor or "", place).children
            elif event.anchor:
                anchors[event.anchor] = place
            if isinstance(event, kinds.CollectionStartEvent) and place.children is not None:
                is_mapping = isinstance(event, kinds.MappingStartEvent)
                enclosing.append(_Open(place.children, is_mapping=is_mapping))
