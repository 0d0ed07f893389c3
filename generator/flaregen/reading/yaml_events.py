"""The events of a YAML text, by the parser that knows where each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import yaml
from yaml.events import Event

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader that is written in C; a platform without a wheel may lack it."""


def parse_events(text: str) -> Iterator[Event]:
    """Give the events up to the end, or up to the first error of syntax."""
    with suppress(yaml.YAMLError):
        yield from yaml.parse(text, Loader=_LOADER)


def offset_of(event: Event) -> int:
    """The offset at which an event starts, in characters from zero."""
    return event.start_mark.index if event.start_mark is not None else 0


def end_of(event: Event) -> int:
    """The offset at which an event ends, in characters from zero."""
    return event.end_mark.index if event.end_mark is not None else 0
