"""YAML 1.2 as JSON: what YAML may hold and JSON could not is an error with its place.

yaml-rs parses the whole of Cloudflare's API in a tenth of a second, where the fastest
older parser needs seconds. By YAML 1.2, ``yes`` and ``2020-01-01`` are strings. Merge
keys (``<<``) are YAML 1.1 and common all the same: they are merged, a mapping's own
keys before those of the first mapping listed, and these before the next. An integer
key (``200:``) is its digits. Aliases are copied.

Some plain scalars yaml-rs takes for numbers or words, and a document means as texts. By section
10.3.2 of YAML 1.2.2, numbers have no underscores, no binary form, no capital in ``0o`` or ``0x``,
and no sign before these. ``1_000`` and ``0b101`` are strings. Keys are strings, whatever they look
like: OpenAPI has them read by the failsafe schema (3.0.3, "Format").

Some things yaml-rs does not report, and so are looked for before it is asked: a NUL
(it stops reading there), a recursive alias (it becomes null), the tag of a collection
(it is ignored), endless nesting in compact notation (it overflows the stack), integers
without end (quadratic time). The parser that finds the place of some faults is imported late.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

import yaml_rs

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import JSON, JSONObject, Position, Source
from flaregen.pointer import Pointer
from flaregen.reading.limits import DEEPEST, MOST_DIGITS
from flaregen.reading.positions import position_at
from flaregen.reading.text_problems import (
    collection_as_key,
    duplicate_key,
    not_a_number,
    number_too_large,
    too_deep,
)

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


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DEEP_LINE = re.compile(r"^[-?: \t]{1000}", re.MULTILINE)
_LONG_NUMBER = re.compile(rf"[0-9_]{{{MOST_DIGITS},}}")
_ANCHOR = re.compile(r"&([^\s,\[\]{}]+)")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")
_TAG = re.compile(r"(?:^|[\s\[{,])![A-Za-z!<]", re.MULTILINE)
_PLACED_ERROR = re.compile(r"YAML parse error at line (\d+), column (\d+)\n")
_BITS_OF_LARGEST = math.ceil(MOST_DIGITS * math.log2(10))


def read_yaml(source: Source, text: str, *, repeated_keys: bool = False) -> JSON:
    """Parse the decoded text of a source. Raises DiagnosticError with all there is to say.

    With ``repeated_keys`` the last one of equal keys counts.
    """
    repeated = yaml_rs.DuplicateKeyPolicy
    policy = repeated.LastWins if repeated_keys else repeated.Error
    hazards = _hazards(source, text)
    if hazards:
        raise DiagnosticError(hazards)
    try:
        loaded: object = yaml_rs.loads(
            quote_strings(text), parse_datetime=False, duplicate_key_policy=policy
        )
    except yaml_rs.YAMLDecodeError as error:
        raise DiagnosticError(_refusals(source, text, str(error))) from None
    except TypeError as error:  # a key that cannot be one in Python either
        from flaregen.reading.yaml_findings import complex_keys

        findings = [*complex_keys(source, text)]
        raise DiagnosticError(findings or [bad_value(str(error)).at(source)]) from None
    conversion = _Conversion(source)
    root = conversion.value(loaded)
    if conversion.findings:
        raise DiagnosticError(conversion.findings)
    return root


def _hazards(source: Source, text: str) -> list[Diagnostic]:
    hazards = []
    if match := _CONTROL.search(text):
        message = f"The text contains the control character U+{ord(match[0]):04X}."
        problem = not_yaml(message, "remove it, or write it as an escape in double quotes")
        hazards.append(problem.at(source, position=position_at(source, match.start())))
    if match := _DEEP_LINE.search(text):
        hazards.append(too_deep().at(source, position=position_at(source, match.start())))
    if match := _LONG_NUMBER.search(text):
        problem = number_too_large(match[0])
        hazards.append(problem.at(source, position=position_at(source, match.start())))
    if not hazards and not set(_ANCHOR.findall(text)).isdisjoint(_ALIAS.findall(text)):
        from flaregen.reading.yaml_findings import recursive_aliases

        hazards += recursive_aliases(source, text)
    if not hazards and _TAG.search(text):
        from flaregen.reading.yaml_findings import foreign_tags

        hazards += foreign_tags(source, text)
    return hazards


def not_yaml(message: str, help: str) -> Problem:
    return Problem("not-yaml", message, help)


_HELP_FOR_SYNTAX = (
    "the cause is often just before: indentation, a missing quote, or a text with ': ' in it"
)


def _refusals(source: Source, text: str, said: str) -> list[Diagnostic]:
    """Turn what yaml-rs says into findings; their place is in its words, or has to be found."""
    reason = said.rsplit("\n", 1)[-1]
    if match := _PLACED_ERROR.match(said):
        position = Position(int(match[1]), int(match[2]))
        deep = "recursion limit" in reason
        problem = (
            too_deep() if deep else not_yaml(f"This is not valid YAML: {reason}.", _HELP_FOR_SYNTAX)
        )
        return [problem.at(source, position=position)]
    if said.startswith("duplicate mapping key"):
        key = said.partition(": ")[2].strip("'")
        from flaregen.reading.yaml_findings import duplicate_keys

        found = [*duplicate_keys(source, text)]
        return found or [duplicate_key(key, None).at(source)]
    if said.startswith("alias"):
        message = "The aliases expand to more than a million values."
        return [Problem("too-many-aliases", message, "write out what they refer to").at(source)]
    return [bad_value(reason).at(source)]


def bad_value(reason: str) -> Problem:
    return Problem("yaml-tag", f"{reason}, which JSON cannot express.", "remove the tag")


class _Conversion:
    """The walk over what was loaded: every finding, and the place it has reached."""

    def __init__(self, source: Source) -> None:
        self.findings: list[Diagnostic] = []
        self._source = source
        self._tokens: list[str] = []

    def value(self, node: object) -> JSON:
        """Convert a node and what is below. What cannot be is noted, and null for now."""
        match node:
            case None | bool() | str():
                return node
            case int() | float():
                return self._number(node)
            case dict() | list() if len(self._tokens) >= DEEPEST:
                self._refuse(too_deep(), *self._tokens[:8])
            case dict():
                return self._mapping(node)
            case list():
                return [self._below(str(index), item) for index, item in enumerate(node)]
            case _:
                self._refuse(bad_value(f"A value is a {type(node).__name__}"), *self._tokens)
        return None

    def _number(self, number: float) -> JSON:
        if isinstance(number, int):
            if number.bit_length() > _BITS_OF_LARGEST:
                self._refuse(number_too_large(hex(number)), *self._tokens)
        elif not math.isfinite(number):
            self._refuse(not_a_number(str(number)), *self._tokens)
        return number

    def _below(self, token: str, node: object) -> JSON:
        self._tokens.append(token)
        converted = self.value(node)
        self._tokens.pop()
        return converted

    def _mapping(self, node: dict[object, object]) -> JSONObject:
        members: JSONObject = {}
        for key, value in node.items():
            name = self._key(key)
            if name is None:
                continue
            if name in members:
                self._refuse(duplicate_key(name, None), *self._tokens, name)
            members[name] = self._below(name, value)
        return self._merged(members) if "<<" in members else members

    def _key(self, key: object) -> str | None:
        match key:
            case str():
                return key
            case int() if not isinstance(key, bool):
                return str(key)
            case tuple() | frozenset():
                kind = "sequence" if isinstance(key, tuple) else "mapping"
                self._refuse(collection_as_key(kind), *self._tokens)
                return None
        shown = "null" if key is None else str(key).lower()
        message = f"The key {shown} is not a string."
        problem = Problem("key-not-a-string", message, "put it in quotes")
        self._refuse(problem, *self._tokens, shown)
        return None

    def _merged(self, members: JSONObject) -> JSONObject:
        """Lay the members over those of ``<<``; the first mapping listed wins over the next."""
        own = {name: value for name, value in members.items() if name != "<<"}
        listed = members["<<"] if isinstance(members["<<"], list) else [members["<<"]]
        under: JSONObject = {}
        for mapping in reversed(listed):
            if not isinstance(mapping, dict):
                message = "What << merges is neither a mapping nor a list of mappings."
                problem = Problem("merge-key", message, "give it the alias of a mapping")
                self._refuse(problem, *self._tokens, "<<")
                break
            under |= mapping
        return under | own

    def _refuse(self, problem: Problem, *tokens: str) -> None:
        self.findings.append(problem.at(self._source, pointer=Pointer(tokens)))
