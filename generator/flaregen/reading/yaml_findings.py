"""The second look at YAML text, by the events of a parser that knows its place in the text."""

from __future__ import annotations

from collections.abc import Iterator

from yaml import events as kinds

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Source
from flaregen.reading.positions import position_at
from flaregen.reading.text_problems import collection_as_key, duplicate_key
from flaregen.reading.yaml_events import offset_of, parse_events


class _Frame:
    """A mapping or sequence that is open; ``keys`` maps to offsets, None for a sequence."""

    __slots__ = ("anchor", "awaits_value", "keys")

    def __init__(self, event: kinds.CollectionStartEvent) -> None:
        self.anchor = event.anchor
        self.keys: dict[str, int] | None = (
            {} if isinstance(event, kinds.MappingStartEvent) else None
        )
        self.awaits_value = False

    def takes_key(self) -> bool:
        """Count a node. True when it is the key of a mapping."""
        if self.keys is None:
            return False
        self.awaits_value = not self.awaits_value
        return self.awaits_value


def recursive_aliases(source: Source, text: str) -> Iterator[Diagnostic]:
    """Find every alias of a node that encloses it."""
    for frames, event, _ in nodes(text):
        if isinstance(event, kinds.AliasEvent) and event.anchor in [f.anchor for f in frames]:
            message = f"The alias *{event.anchor} is inside the node that it refers to."
            problem = Problem(
                "recursive-alias", message, "use $ref for a schema that refers to itself"
            )
            yield problem.at(source, position=position_at(source, offset_of(event)))


def foreign_tags(source: Source, text: str) -> Iterator[Diagnostic]:
    """Find the tags of what JSON does not have: dates, sets, objects of a programming language."""
    for _, event, _ in nodes(text):
        if isinstance(event, kinds.ScalarEvent | kinds.CollectionStartEvent):
            tag = event.tag
            if tag is None or tag in _TAGS_OF_JSON:
                continue
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            problem = Problem(
                "yaml-tag", f"The tag {shown} has no equivalent in JSON.", "remove the tag"
            )
            yield problem.at(source, position=position_at(source, offset_of(event)))


_TAGS_OF_JSON = {
    "!",
    *(
        f"tag:yaml.org,2002:{name}"
        for name in ("str", "int", "float", "bool", "null", "seq", "map")
    ),
}


def duplicate_keys(source: Source, text: str) -> Iterator[Diagnostic]:
    """Find every key that its mapping has already."""
    for frames, event, is_key in nodes(text):
        keys = frames[-1].keys if is_key else None
        if keys is None or not isinstance(event, kinds.ScalarEvent):
            continue
        start = offset_of(event)
        first = keys.setdefault(event.value, start)
        if first != start:
            problem = duplicate_key(event.value, position_at(source, first).line)
            yield problem.at(source, position=position_at(source, start))


def complex_keys(source: Source, text: str) -> Iterator[Diagnostic]:
    """Find the keys that are mappings or sequences."""
    for _, event, is_key in nodes(text):
        if is_key and isinstance(event, kinds.CollectionStartEvent):
            shown = "mapping" if isinstance(event, kinds.MappingStartEvent) else "sequence"
            problem = collection_as_key(shown)
            yield problem.at(source, position=position_at(source, offset_of(event)))


def nodes(text: str) -> Iterator[tuple[list[_Frame], kinds.Event, bool]]:
    """Every node with the frames around it, and whether it is a mapping's key."""
    frames: list[_Frame] = []
    for event in parse_events(text):
        if isinstance(event, kinds.CollectionEndEvent):
            frames.pop()
        elif isinstance(event, kinds.NodeEvent):
            is_key = bool(frames) and frames[-1].takes_key()
            yield frames, event, is_key
            if isinstance(event, kinds.CollectionStartEvent):
                frames.append(_Frame(event))
