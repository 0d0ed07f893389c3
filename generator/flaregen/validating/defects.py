"""Known defects of published documents: how to tell each, and the repair.

Each function looks at a node and says what to make of it, or None where the node does not
have the defect.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from flaregen.document import JSON, JSONObject, as_list, as_object
from flaregen.printable import shortened
from flaregen.validating.fitting import fits, is_pattern, is_same, rewritten, types_of

Edit = Callable[[JSONObject], JSONObject]


class Repair(NamedTuple):
    """What is done about a node: the key to point at, the words, the change."""

    key: str
    message: str
    help: str
    edit: Edit


def _without(key: str) -> Edit:
    return lambda node: {name: value for name, value in node.items() if name != key}


def _with(key: str, value: JSON) -> Edit:
    return lambda node: {**node, key: value}


_STATUS_CLASS = re.compile(r"[1-5](?!XX)[xX][xX]")


def status_class(node: JSONObject) -> Repair | None:
    wrong = _lowercase_statuses(node.get("responses"))
    if not wrong:
        return None
    message = f"The status {' and '.join(wrong)} has a lowercase x; it is read with a capital one."
    return Repair("responses", message, "a class of status codes is written 4XX", _raise_statuses)


def _raise_statuses(operation: JSONObject) -> JSONObject:
    responses = operation["responses"]
    if not isinstance(responses, dict):
        return operation
    names = _lowercase_statuses(responses)
    raised = {names.get(status, status): answer for status, answer in responses.items()}
    return {**operation, "responses": raised}


def _lowercase_statuses(responses: JSON) -> dict[str, str]:
    """Map ``4xx`` to ``4XX``, unless that is there already and means something of its own."""
    if not isinstance(responses, dict):
        return {}
    found = {status: status.upper() for status in responses if _STATUS_CLASS.fullmatch(status)}
    return {status: upper for status, upper in found.items() if upper not in responses}


def quoted_default(node: JSONObject) -> Repair | None:
    if "default" not in node or fits(node, node["default"]):
        return None
    default = node["default"]
    for value in rewritten(default):
        if fits(node, value):
            was, now = _as_json(default), _as_json(value)
            message = (
                f"The default {was} does not have the type of its schema; it is read as {now}."
            )
            return Repair("default", message, f"write it as {now}", _with("default", value))
    return None


def default_in_other_case(node: JSONObject) -> Repair | None:
    default, listed = node.get("default"), node.get("enum")
    if not isinstance(default, str) or not isinstance(listed, list) or default in listed:
        return None
    for value in listed:
        if isinstance(value, str) and value.lower() == default.lower():
            message = (
                f"The default {_as_json(default)} is not in the enum; {_as_json(value)} is taken."
            )
            return Repair("default", message, "write it as in the enum", _with("default", value))
    return None


def unfit_default(node: JSONObject) -> Repair | None:
    if "default" not in node or fits(node, node["default"]):
        return None
    expected = _expected(node)
    message = f"The default {_as_json(node['default'])} is not {expected}; it is left out."
    return Repair("default", message, "write one that is, or none", _without("default"))


def _expected(schema: JSONObject) -> str:
    """Say what the default should have been, by the first keyword that it fails."""
    default, listed, names = schema["default"], schema.get("enum"), types_of(schema)
    if isinstance(listed, list) and not fits({"enum": listed}, default):
        return f"one of {', '.join(_as_json(value) for value in listed)}"
    if names and not fits({"type": [*names]}, default):
        return f"of type {' or '.join(names)}"
    if not fits({"format": schema.get("format")}, default):
        return f"a {schema.get('format')}"
    return "within the bounds of its schema"


def type_beside_union(node: JSONObject) -> Repair | None:
    for keyword in ("oneOf", "anyOf"):
        for member in as_list(node.get(keyword)):
            other = types_of(as_object(member))
            if _exclude_each_other(types_of(node), other):
                declared = " or ".join(types_of(node))
                message = (
                    f"The schema is of type {declared}, yet a member of its {keyword} is of type "
                    f"{' or '.join(other)}; the outer type is ignored."
                )
                return Repair("type", message, "give each member its own type", _without("type"))
    return None


def _exclude_each_other(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    one, other = ({*names, *(["integer"] if "number" in names else [])} for names in (some, others))
    return bool(one and other) and one.isdisjoint(other)


def array_without_items(node: JSONObject) -> Repair | None:
    if node.get("type") != "array" or "items" in node:
        return None
    message = "The array does not say what its items are; they are taken to be anything."
    return Repair("type", message, "add items: {} or what they are", _with("items", {}))


def bound_as_flag(node: JSONObject) -> Repair | None:
    for flag, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(node.get(flag), bool):
            message = f"{flag} is {_as_json(node[flag])}, as in OpenAPI 3.0; it is read that way."
            value = node.get(bound) if node[flag] else None
            edit = _without(flag) if value is None else _moved(bound, flag)
            return Repair(flag, message, "write the bound itself", edit)
    return None


def null_as_flag(node: JSONObject) -> Repair | None:
    if not isinstance(node.get("nullable"), bool):
        return None
    message = "nullable belongs to OpenAPI 3.0 and means nothing here; it is left out."
    advice = 'write null as a type: ["string", "null"]' if node["nullable"] else "remove it"
    return Repair("nullable", message, advice, _without("nullable"))


def _moved(key: str, to: str) -> Edit:
    return lambda node: {**_without(key)(node), to: node[key]}


def repeated_required(node: JSONObject) -> Repair | None:
    listed = node.get("required")
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        return None
    once: list[JSON] = [*dict.fromkeys(listed)]
    if len(once) == len(listed):
        return None
    message = "A name is required twice; once is enough."
    return Repair("required", message, "list each name once", _with("required", once))


def former_anchor(node: JSONObject) -> Repair | None:
    if not isinstance(node.get("$recursiveAnchor"), bool):
        return None
    message = "$recursiveAnchor belongs to an older JSON Schema; it is left out."
    return Repair("$recursiveAnchor", message, "remove it", _without("$recursiveAnchor"))


def quoted_enum(node: JSONObject) -> Repair | None:
    listed, names = node.get("enum"), types_of(node)
    if not isinstance(listed, list) or not names or _ANY_VALUE & {*names}:
        return None
    schema: JSONObject = {"type": [*names], "nullable": node.get("nullable")}
    meant = [
        value
        if fits(schema, value)
        else next((v for v in rewritten(value) if fits(schema, v)), value)
        for value in listed
    ]
    pairs = zip(listed, meant, strict=True)
    changed = next(((was, now) for was, now in pairs if not is_same(was, now)), None)
    if changed is None:
        return None
    was, now = map(_as_json, changed)
    message = f"The value {was} does not have the type of its schema; it is read as {now}."
    return Repair("enum", message, f"write it as {now}", _with("enum", meant))


_ANY_VALUE = frozenset({"array", "object"})


def foreign_pattern(node: JSONObject) -> Repair | None:
    pattern = node.get("pattern")
    if not isinstance(pattern, str) or is_pattern(pattern):
        return None
    translated = re.sub(r"\(\?<(?=[A-Za-z_])", "(?P<", pattern)
    if is_pattern(translated):
        message = f"The pattern {_as_json(pattern)} is JavaScript; it is read as Python's."
        advice = "leave the names of groups out; they have no use in a schema"
        return Repair("pattern", message, advice, _with("pattern", translated))
    message = f"Python cannot compile the pattern {_as_json(pattern)}; it is left out."
    return Repair(
        "pattern", message, "use syntax that JavaScript and Python share", _without("pattern")
    )


_HOLDS_TOO = frozenset(
    {
        *("type", "format", "enum", "const", "default", "properties", "required", "items"),
        *("additionalProperties", "allOf", "anyOf", "oneOf", "not", "minimum", "maximum"),
        *("minLength", "maxLength", "minItems", "maxItems", "pattern"),
    }
)
"""What says something of a value; words next to a reference can be left out without loss."""


def beside_reference(node: JSONObject) -> Repair | None:
    siblings = [key for key in node if key in _HOLDS_TOO]
    if not isinstance(node.get("$ref"), str) or not siblings:
        return None
    message = f"The reference has {', '.join(siblings)} next to it, which counts as well."
    return Repair("$ref", message, 'put the reference into an "allOf"', _into_all_of)


def _into_all_of(node: JSONObject) -> JSONObject:
    members = [{"$ref": node["$ref"]}, *as_list(node.get("allOf"))]
    return {**_without("$ref")(node), "allOf": members}


def _as_json(value: JSON) -> str:
    return shortened(json.dumps(value, ensure_ascii=False), _LONGEST_SHOWN)


_LONGEST_SHOWN = 60
