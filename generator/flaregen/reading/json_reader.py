"""Strict JSON: no duplicate keys, no NaN, no half characters, and every error has its place.

Most documents have no fault, which msgspec and a count of the keys tell in half the time. All
others are read by the standard library's decoder, which knows where it stopped.
"""

from __future__ import annotations

import json
import math
import re

import msgspec

from flaregen.diagnostic import DiagnosticError
from flaregen.document import JSON, JSONObject, Source
from flaregen.reading import json_findings, json_syntax
from flaregen.reading.limits import count_keys, is_too_deep
from flaregen.reading.positions import position_at
from flaregen.reading.text_problems import too_deep

_BACKSLASH_AT_END = b'\\\\"'
_SPACE_BEFORE_COLON = re.compile(rb'"[ \t\r\n]+:')
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
        offset, problem = json_syntax.explain(text, error)
        raise DiagnosticError([problem.at(source, position=position_at(source, offset))]) from None
    except RecursionError:
        raise DiagnosticError(json_findings.find(source, text) or [too_deep().at(source)]) from None
    except (_Suspicious, ValueError) as error:  # the ValueError is Python's limit for digits
        otherwise = json_syntax.not_json(str(error), "").at(source)
        raise DiagnosticError(json_findings.find(source, text) or [otherwise]) from None
    # A pair of halves is a whole character, so the escapes alone prove nothing.
    if not repeated_keys and (is_too_deep(root) or _SURROGATE.search(text)):
        findings = json_findings.find(source, text)
        if findings:
            raise DiagnosticError(findings)
    return root


def _faultless(content: bytes) -> JSON:
    """The values of a text; None where it may have a fault, and where the keys are not countable.

    In a string, a quotation mark is escaped, so that one before a colon ends a key.
    """
    if _BACKSLASH_AT_END in content or _SPACE_BEFORE_COLON.search(content):
        return None
    try:
        root: JSON = msgspec.json.decode(content)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return root if count_keys(root) == content.count(b'":') - content.count(b'\\":') else None


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
