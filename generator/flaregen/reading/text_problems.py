"""What can be wrong with the text of a document, the same in JSON and in YAML."""

from __future__ import annotations

from flaregen.diagnostic import Problem
from flaregen.reading.limits import DEEPEST


def too_deep() -> Problem:
    message = f"Objects and arrays are nested more than {DEEPEST} deep."
    return Problem("too-deep", message, "an API document needs a fraction of that; is it one?")


def duplicate_key(key: str, first_line: int | None) -> Problem:
    first = f"; the first is on line {first_line}" if first_line else ""
    message = f'The key "{key}" occurs twice in one object{first}.'
    remedy = "remove or rename one of them; many parsers keep the last and say nothing"
    return Problem("duplicate-key", message, remedy)


def not_a_number(word: str) -> Problem:
    message = f"{word} is not a JSON number."
    return Problem("not-a-number", message, "write a finite number, or null")


def number_too_large(digits: str) -> Problem:
    shown = f"{digits[:20]}... of {len(digits)} characters" if digits[40:] else digits
    message = f"The number {shown} is too large."
    return Problem("number-too-large", message, "write a smaller number, or put it into a string")


def half_character(code_unit: str) -> Problem:
    message = f"The string holds \\u{ord(code_unit):04x}, half of a character."
    return Problem("half-character", message, "write both halves, or the character itself")


def collection_as_key(kind: str) -> Problem:
    message = f"A {kind} is used as a key."
    return Problem("key-not-a-string", message, "put it in quotes, if it is a text")
