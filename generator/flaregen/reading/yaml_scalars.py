"""Plain scalars that yaml-rs takes for numbers or words, and a document means as texts.

By section 10.3.2 of YAML 1.2.2, numbers have no underscores, no binary form, no capital
in ``0o`` or ``0x``, and no sign before these. ``1_000`` and ``0b101`` are strings. Keys are
strings, whatever they look like: OpenAPI has them read by the failsafe schema (3.0.3, "Format").
"""

from __future__ import annotations

import re
from itertools import pairwise

_OTHER_NUMBER = r"""
    [-+]? (?: 0[bBoOxX] [0-9a-fA-F_]++
            | (?=[0-9.eE+-]*+_) [_.]*+ [0-9] [0-9_.]*+ (?: [eE] [-+]? [0-9_]++ )? )
"""
_OF_CORE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_WHOLE = re.compile(_OTHER_NUMBER, re.VERBOSE)
_ANYWHERE = re.compile(rf"(?<![^\s\[{{,:])({_OTHER_NUMBER})(?![^\s\]}},:])", re.VERBOSE)
_NO_TEXT = r"""
    (?: ~ | null | Null | NULL | true | True | TRUE | false | False | FALSE
      | 0o[0-7]++ | 0x[0-9a-fA-F]++ | [-+]? \. (?: inf | Inf | INF ) | \. (?: nan | NaN | NAN )
      | (?! (?: 0 | -?[1-9][0-9]*+ ) [ \t]*+ (?: : | $ ))
        [-+]? (?: \.[0-9]++ | [0-9]++ (?: \.[0-9]*+ )? ) (?: [eE] [-+]? [0-9]++ )? )
"""
"""What the core schema takes for null, a boolean or a number, but for plain integers.

These are read as their digits.
"""
_AS_KEY = re.compile(_NO_TEXT, re.VERBOSE)
_BEFORE_KEY = r"(?: ^ [ \t]*+ (?: [-?] [ \t]++ )*+ | [\[{,] \s*+ ) (?: & \S++ [ \t]++ )?+"
_KEY_ANYWHERE = re.compile(
    rf"{_BEFORE_KEY} {_NO_TEXT} [ \t]*+ : (?!\S) | \? [ \t]++ {_NO_TEXT} [ \t]*+ $",
    re.VERBOSE | re.MULTILINE,
)


def quote_strings(text: str) -> str:
    """Put the plain scalars in quotes that do not look like texts; all else stays as it is.

    Behind the first error of syntax nothing is quoted: whoever parses it says what is wrong.
    """
    has_numbers = any(_is_string(match[1]) for match in _ANYWHERE.finditer(text))
    if not has_numbers and _KEY_ANYWHERE.search(text) is None:
        return text
    # Imported late: hardly any text has such a scalar.
    from yaml.events import ScalarEvent

    from flaregen.reading.yaml_events import end_of
    from flaregen.reading.yaml_findings import nodes

    found = [
        (end_of(event) - len(event.value), end_of(event))
        for _, event, is_key in nodes(text)
        if isinstance(event, ScalarEvent)
        and event.implicit[0]
        and _is_text(event.value, is_key=is_key)
    ]
    edges = [0, *(edge for span in found for edge in span), len(text)]
    return "'".join(text[start:end] for start, end in pairwise(edges))


def _is_text(scalar: str, *, is_key: bool) -> bool:
    return _is_string(scalar) or (is_key and _AS_KEY.fullmatch(scalar) is not None)


def _is_string(scalar: str) -> bool:
    return _WHOLE.fullmatch(scalar) is not None and _OF_CORE.fullmatch(scalar) is None
