"""The second look at JSON text: token by token, once the decoder has met something odd.

It names and places what the decoder's hooks cannot: they see neither keys nor offsets.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from contextlib import suppress

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Source
from flaregen.pointer import Pointer
from flaregen.reading.limits import DEEPEST, MOST_DIGITS
from flaregen.reading.positions import position_at
from flaregen.reading.text_problems import (
    duplicate_key,
    half_character,
    not_a_number,
    number_too_large,
    too_deep,
)

_MOST_FINDINGS = 50
_TOKEN = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*+")(?=[ \t\r\n]*:) | (?P<string>"(?:[^"\\]|\\.)*+(?:"|\\?\Z))
    | (?P<open>[\[{]) | (?P<close>[\]}]) | (?P<word>-?[A-Za-z]+) | (?P<number>-?[0-9][0-9.eE+-]*)
    """,
    re.VERBOSE | re.DOTALL,
)
"""A string without an end goes to that of the text: looking for others within takes for ever."""


class _Frame:
    """An object or array that is open; ``keys`` is None for an array."""

    __slots__ = ("items", "keys", "token")

    def __init__(self, bracket: str) -> None:
        self.keys: dict[str, int] | None = {} if bracket == "{" else None
        self.token = ""
        self.items = 0

    def start_value(self) -> None:
        if self.keys is None:
            self.token = str(self.items)
            self.items += 1


def find(source: Source, text: str) -> tuple[Diagnostic, ...]:
    """Duplicate keys, NaN, numbers without end, half characters and endless nesting.

    The text may be malformed behind the first finding: what comes there is a guess, so
    syntax is never complained about. At most the first fifty are returned.
    """
    findings: list[Diagnostic] = []
    for frames, match in _tokens(text):
        problem = _judge(source, frames, match)
        if problem is None:
            continue
        # Two hundred tokens would bury the message.
        deep = problem.code == "too-deep"
        pointer = None if deep else Pointer(tuple(frame.token for frame in frames))
        position = position_at(source, match.start())
        findings.append(problem.at(source, pointer=pointer, position=position))
        if deep or len(findings) == _MOST_FINDINGS:
            break
    return tuple(findings)


def _tokens(text: str) -> Iterator[tuple[list[_Frame], re.Match[str]]]:
    """Every token with the frames around it; their tokens are its pointer."""
    frames: list[_Frame] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "close":
            del frames[-1:]
            continue
        if match.lastgroup == "key" and frames:
            frames[-1].token = _text(match["key"])
        elif frames:
            frames[-1].start_value()
        yield frames, match
        if match.lastgroup == "open":
            frames.append(_Frame(match[0]))


def _judge(source: Source, frames: list[_Frame], match: re.Match[str]) -> Problem | None:
    token = match[0]
    match match.lastgroup:
        case "key":
            return _bad_string(token) or _duplicate(source, frames, match.start())
        case "string":
            return _bad_string(token)
        case "number":
            return _bad_number(token)
        case "word" if token not in ("true", "false", "null"):
            return not_a_number(token)
        case "open" if len(frames) >= DEEPEST:
            return too_deep()
    return None


def _duplicate(source: Source, frames: list[_Frame], start: int) -> Problem | None:
    keys = frames[-1].keys if frames else None
    if keys is None:
        return None
    key = frames[-1].token
    first = keys.setdefault(key, start)
    return None if first == start else duplicate_key(key, position_at(source, first).line)


def _text(token: str) -> str:
    with suppress(ValueError):
        return str(json.loads(token, strict=False))
    return token[1:-1]


def _bad_string(token: str) -> Problem | None:
    try:
        _text(token).encode()
    except UnicodeEncodeError as error:
        return half_character(error.object[error.start])
    return None


def _bad_number(token: str) -> Problem | None:
    with suppress(ValueError):
        if len(token) > MOST_DIGITS or math.isinf(float(token)):
            return number_too_large(token)
    return None
