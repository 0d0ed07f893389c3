"""Strict JSON: no duplicate keys, no NaN, no half characters, and every error has its place.

Most documents have no fault, which msgspec and a count of lines tell in half the time. All
others are read by the standard library's decoder, which knows where it stopped. What it says varies
with its version, so that errors of syntax are put into words of our own.
"""

from __future__ import annotations

import json
import math
import re
from json import JSONDecodeError

import msgspec

from flaregen.diagnostic import DiagnosticError, Problem
from flaregen.document import JSON, JSONObject, Source
from flaregen.reading import json_findings
from flaregen.reading.limits import DEEPEST, is_too_deep
from flaregen.reading.positions import position_at
from flaregen.reading.text_problems import too_deep

_DEEP = b"\n" + b" " * DEEPEST
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _Suspicious(Exception):  # noqa: N818  no error: it asks for a second look
    """The decoder met something that only the second look can name and place."""


def read_json(source: Source, text: str, *, repeated_keys: bool = False) -> JSON:
    """Parse the decoded text of a source. Raises DiagnosticError with all there is to say.

    With ``repeated_keys`` the last one of equal keys counts, in a text without other faults.
    """
    if not repeated_keys and (faultless := _faultless(source.content)) is not None:
        return faultless
    try:
        root: JSON = json.loads(
            text,
            object_pairs_hook=dict if repeated_keys else _unique,
            parse_float=_finite,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        offset, problem = explain(text, error)
        raise DiagnosticError([problem.at(source, position=position_at(source, offset))]) from None
    except RecursionError:
        raise DiagnosticError(json_findings.find(source, text) or [too_deep().at(source)]) from None
    except (_Suspicious, ValueError) as error:  # the ValueError is Python's limit for digits
        otherwise = not_json(str(error), "").at(source)
        raise DiagnosticError(json_findings.find(source, text) or [otherwise]) from None
    # A pair of halves is a whole character, so the escapes alone prove nothing.
    if not repeated_keys and (is_too_deep(root) or _SURROGATE.search(text)):
        findings = json_findings.find(source, text)
        if findings:
            raise DiagnosticError(findings)
    return root


def _faultless(content: bytes) -> JSON:
    """The values of a text; None where it may have a fault.

    Spread over lines, a text has as many as its values, unless one key hides another.
    """
    try:
        root: JSON = msgspec.json.decode(content)
        given, kept = (
            msgspec.json.format(text, indent=1) for text in (content, msgspec.json.encode(root))
        )
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return None
    return root if given.count(b"\n") == kept.count(b"\n") and _DEEP not in given else None


def _unique(pairs: list[tuple[str, JSON]]) -> JSONObject:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Suspicious
    return members


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Suspicious
    return number


def _constant(_: str) -> JSON:
    raise _Suspicious


_BLANK = " \t\r\n"
_CLOSING = re.compile(r",[ \t\r\n]*[\]}]")


def not_json(message: str, help: str) -> Problem:
    return Problem("not-json", message, help)


_TRAILING_COMMA = not_json(
    "There is a comma before the closing bracket.", "remove it: a comma separates, it does not end"
)
_TRUNCATED = not_json("The text ends in the middle.", "is the file complete?")

_BY_CHARACTER = {
    "'": not_json("Single quotes are not allowed in JSON.", "use double quotes"),
    "/": not_json("JSON has no comments.", "remove it, or use YAML, which has comments"),
    "#": not_json("JSON has no comments.", "remove it, or use YAML, which has comments"),
    "<": not_json("This is HTML or XML.", "link to the raw file, not to the page that shows it"),
}

_CONFLICT = not_json("Here is a merge conflict.", "choose one of its sides, and remove its marks")
_BRACKETS = "an object ends in }, an array in ]; the innermost bracket closes first"
_PERHAPS_YAML = "JSON puts keys and texts in double quotes; if this is YAML, name it .yaml"
_BY_WORDS = {
    "Unterminated string": ("The string that starts here has no end.", "close it with a quote"),
    "Invalid control": (
        "The string contains an unescaped {here}.",
        "write it as an escape, such as \\n",
    ),
    "Invalid \\": ("JSON does not have this escape.", "write a backslash as two of them"),
    "Extra data": ("The document is complete, but {here} follows.", "a bracket closed too early?"),
    "Expecting ','": ("A comma is missing before {here}.", "put one between two members"),
    "Expecting ':'": ("A colon is missing before {here}.", "put one between key and value"),
    "Expecting property": ("Expected a key, found {here}.", _PERHAPS_YAML),
}
"""What the decoder's message starts with, in every version, and what is said instead."""


def explain(text: str, error: JSONDecodeError) -> tuple[int, Problem]:
    """The offset of an error in a text, and what is wrong there."""
    offset = error.pos + _blanks(text[error.pos :])
    if _CLOSING.match(text, offset):
        return offset, _TRAILING_COMMA
    before = text[:offset].rstrip(_BLANK)
    if before.endswith(",") and text[offset : offset + 1] in ("}", "]"):
        return len(before) - 1, _TRAILING_COMMA
    if error.msg.startswith(("Unterminated", "Invalid")):
        return error.pos, _from_words(error.msg, text[error.pos : error.pos + 1])
    if text.startswith("<<<<<<< ", offset):
        return offset, _CONFLICT
    here = text[offset : offset + 1]
    if here in ("}", "]") and error.msg.startswith("Expecting ','"):
        return offset, not_json(f"{here!r} does not match an open bracket.", _BRACKETS)
    return offset, _BY_CHARACTER.get(here) or _from_words(error.msg, here)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(_BLANK))


def _from_words(said: str, here: str) -> Problem:
    if not here:
        return _TRUNCATED
    for start, (message, help) in _BY_WORDS.items():  # noqa: A001  the field's term
        if said.startswith(start):
            return not_json(message.format(here=repr(here)), help)
    return not_json(f"Expected a value, found {here!r}.", _PERHAPS_YAML)
