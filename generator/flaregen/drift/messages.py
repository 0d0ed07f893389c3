"""The message of a change."""

from __future__ import annotations

import json
import re

from flaregen.document import JSON
from flaregen.drift.graph import RawChange
from flaregen.drift.rules import RULES
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import reference_of
from flaregen.openapi.versions import METHODS

_LONGEST = 60
_OF_A_VALUE = re.compile(r"\{(old|new)\} (?:are|added|removed)\b")
"""A message that names the value it is about, one of several that may be there."""


def message(raw: RawChange) -> str:
    values = {
        "old": _said(raw.before, raw.old),
        "new": _said(raw.after, raw.new),
        "subject": subject_of(raw),
        **dict(raw.details),
    }
    return RULES[raw.rule].message.format_map(values)


def subject_of(raw: RawChange) -> str:
    """The node that a change is at, in words."""
    cursor = raw.old if raw.new is None else raw.new
    return "the document" if cursor is None else subject(_having(cursor, RULES[raw.rule].keyword))


def _having(cursor: Cursor, keyword: str) -> Cursor:
    """What has a keyword, if a node is all or one of what is there under the keyword."""
    for node in (cursor, cursor.parent):
        if node is not None and node.parent is not None and node.token == keyword:
            return cursor if node.parent.token == "properties" else node.parent  # noqa: S105  a key
    return cursor


def _said(value: JSON, node: Cursor | None) -> str:
    """A value, or that there is none; null is one where the node holds it."""
    return "none" if value is None and (node is None or node.value is not None) else shown(value)


def named(raw: RawChange) -> str:
    """What a change is about: what its rule names, else the property or parameter around it."""
    rule = RULES[raw.rule]
    of_value = None if rule.mirror.endswith("-set") else _OF_A_VALUE.search(rule.message)
    if of_value:
        return shown(raw.before if of_value[1] == "old" else raw.after)
    return dict(raw.details).get("name") or _around(raw.old if raw.new is None else raw.new)


def _around(cursor: Cursor | None) -> str:
    """The nearest property or parameter that a node is, or is in."""
    for node in cursor.upwards() if cursor is not None else ():
        holder = node.parent.token if node.parent is not None else ""
        if holder in ("properties", "patternProperties"):
            return str(node.token)
        if holder == "parameters":
            return node.text("name") or ""
    return ""


def shown(value: JSON) -> str:
    """A value for a sentence: text as it is, anything else as JSON, cut if it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def subject(cursor: Cursor) -> str:
    """A node in words: the operation or component, then the path inside it."""
    nodes = list(cursor.upwards())[::-1]
    tokens = [str(node.token) for node in nodes]
    match tokens:
        case ["paths" | "webhooks", path, method, *rest] if method in METHODS:
            return _within(f"{method.upper()} {path}", rest, nodes[3:])
        case ["paths" | "webhooks", path, *rest]:
            return _within(path, rest, nodes[2:])
        case ["components", _, name, *rest]:
            return _within(name, rest, nodes[3:])
    return "the document"


def _within(head: str, tokens: list[str], nodes: list[Cursor]) -> str:
    words, trail = [head], ""
    while tokens:
        taken = 2
        match tokens:
            case ["parameters", _, *_]:
                words.append(_parameter(nodes[1]))
            case ["responses" | "headers" | "content" as holder, name, *_]:
                words.append(f"{_SINGULAR[holder]} {name}")
            case ["properties" | "patternProperties", name, *_]:
                trail += f".{name}" if trail else name
            case ["oneOf" | "anyOf" | "allOf" | "prefixItems" as keyword, index, *_]:
                trail += f"[{keyword} {_name(nodes[1], index)}]"
            case ["dependentSchemas" | "$defs" as keyword, name, *_]:
                trail += f"[{keyword} {name}]"
            case ["callbacks", name, expression, method, *_]:
                words.append(f"callback {name} ({method.upper()} {expression})")
                taken = 4
            case ["callbacks", name, *_]:
                words.append(f"callback {name}")
            case [token, *_]:
                taken = 1
                words += ["request body"] if token == "requestBody" else []  # noqa: S105  a key
                trail += _part(token, trail)
        tokens, nodes = tokens[taken:], nodes[taken:]
    return " ".join([*words, f"`{trail}`"] if trail else words)


_PARTS = frozenset(
    {
        *("not", "if", "then", "else", "contains", "propertyNames", "contentSchema"),
        *("unevaluatedItems", "unevaluatedProperties"),
    }
)
"""Keywords that hold a schema of something else than the items or members of a value."""


def _part(token: str, trail: str) -> str:
    """What a keyword that holds a schema adds to the path."""
    if token == "additionalProperties":  # noqa: S105  a key
        return ".*" if trail else "*"
    if token in _PARTS:
        return f"[{token}]"
    return "[]" if token == "items" else ""  # noqa: S105  a key


_SINGULAR = {"responses": "response", "headers": "header", "content": "as"}


def _parameter(cursor: Cursor) -> str:
    place, name = cursor.text("in"), cursor.text("name")
    if place and name:
        return f"{place} parameter `{name}`"
    reference = reference_of(cursor.value)
    return f"parameter {reference.rpartition('/')[2]}" if reference else "parameter"


def _name(cursor: Cursor, index: str) -> str:
    title, reference = cursor.text("title"), cursor.text("$ref")
    return title or (reference.rpartition("/")[2] if reference else f"#{index}")
