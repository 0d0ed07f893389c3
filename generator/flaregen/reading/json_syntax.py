"""Errors of JSON syntax in words of our own: the decoder's say less, and vary with its version."""

from __future__ import annotations

import re
from json import JSONDecodeError

from flaregen.problems import Problem

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

_BRACKETS = "an object ends in }, an array in ]; the innermost bracket closes first"
_PERHAPS_YAML = "JSON puts keys and texts in double quotes; if this is YAML, name it .yaml"
_BY_WORDS = {
    "Unterminated string": ("The string that starts here has no end.", "close it with a quote"),
    "Invalid control": ("The string holds {here} as such.", "write it as an escape, such as \\n"),
    "Invalid \\": ("JSON does not have this escape.", "write a backslash as two of them"),
    "Extra data": ("The document is complete, but {here} follows.", "a bracket closed too early?"),
    "Expecting ','": ("A comma is missing before {here}.", "put one between two members"),
    "Expecting ':'": ("A colon is missing before {here}.", "put one between key and value"),
    "Expecting property": ("Expected a key, found {here}.", _PERHAPS_YAML),
}
"""What the decoder's message starts with, in every version, and what is said instead."""


def explain(text: str, error: JSONDecodeError) -> tuple[int, Problem]:
    """Where to look, as an offset into the text, and what is wrong there."""
    offset = error.pos + _blanks(text[error.pos :])
    if _CLOSING.match(text, offset):
        return offset, _TRAILING_COMMA
    before = text[:offset].rstrip(_BLANK)
    if before.endswith(",") and text[offset : offset + 1] in ("}", "]"):
        return len(before) - 1, _TRAILING_COMMA
    if error.msg.startswith(("Unterminated", "Invalid")):
        return error.pos, _from_words(error.msg, text[error.pos : error.pos + 1])
    here = text[offset : offset + 1]
    if here in ("}", "]") and error.msg.startswith("Expecting ','"):
        return offset, not_json(f"{here!r} closes no bracket that is open.", _BRACKETS)
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
