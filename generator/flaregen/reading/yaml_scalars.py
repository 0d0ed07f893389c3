"""Plain scalars that yaml-rs takes for numbers, and the core schema of YAML 1.2 does not.

By section 10.3.2 of YAML 1.2.2, numbers have no underscores, no binary form, no capital
in ``0o`` or ``0x``, and no sign before these. ``1_000`` and ``0b101`` are strings.
"""

from __future__ import annotations

import re
from itertools import pairwise

from yaml.events import ScalarEvent

from flaregen.reading.yaml_events import end_of, parse_events

_OTHER_NUMBER = r"""
    [-+]? (?: 0[bBoOxX] [0-9a-fA-F_]++
            | (?=[0-9.eE+-]*+_) [_.]*+ [0-9] [0-9_.]*+ (?: [eE] [-+]? [0-9_]++ )? )
"""
_OF_CORE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_WHOLE = re.compile(_OTHER_NUMBER, re.VERBOSE)
_ANYWHERE = re.compile(rf"(?<![^\s\[{{,:])({_OTHER_NUMBER})(?![^\s\]}},:])", re.VERBOSE)


def quote_strings(text: str) -> str:
    """Put the plain scalars in quotes that only look like numbers; all else stays as it is.

    Behind the first error of syntax nothing is quoted: whoever parses it says what is wrong.
    """
    if not any(_is_string(match[1]) for match in _ANYWHERE.finditer(text)):
        return text
    found = [
        (end_of(event) - len(event.value), end_of(event))
        for event in parse_events(text)
        if isinstance(event, ScalarEvent) and event.implicit[0] and _is_string(event.value)
    ]
    edges = [0, *(edge for span in found for edge in span), len(text)]
    return "'".join(text[start:end] for start, end in pairwise(edges))


def _is_string(scalar: str) -> bool:
    return _WHOLE.fullmatch(scalar) is not None and _OF_CORE.fullmatch(scalar) is None
