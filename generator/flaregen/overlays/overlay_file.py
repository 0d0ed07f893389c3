"""Read an overlay document and check its form, before anything is applied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import JSON, JSONObject, Source
from flaregen.openapi.json_values import json_text
from flaregen.pointer import Pointer
from flaregen.reading.limits import DEEPEST
from flaregen.reading.load import parse_tree

Kind: TypeAlias = Literal["update", "copy", "remove"]
_VERSION = re.compile(r"1\.([01])\.[0-9]+")
_ROOT_FIELDS = frozenset({"overlay", "info", "extends", "actions"})
_ACTION_FIELDS = frozenset({"target", "description", "update", "copy", "remove"})
_INFO_FIELDS = frozenset({"title", "version", "description"})


class _Environment(JSONPathEnvironment):
    """Queries reach twice as deep as a document may be: an overlay may have nested it further."""

    max_recursion_depth = 2 * DEEPEST


_ENVIRONMENT = _Environment()


@dataclass(frozen=True, slots=True)
class Action:
    """One step. ``pointer`` is its place in the overlay; ``origin`` is what a copy copies."""

    pointer: Pointer
    target: JSONPathQuery
    kind: Kind
    value: JSON = None
    origin: JSONPathQuery | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """``is_first_version`` tells 1.0, which knows less, from 1.1."""

    source: Source
    is_first_version: bool
    extends: str | None
    actions: tuple[Action, ...]


def read_overlay(source: Source) -> Overlay:
    """Parse and check an overlay. Raises DiagnosticError with every problem of its form."""
    root = parse_tree(source)
    findings = _Findings(source)
    if not isinstance(root, dict):
        findings.add((), "an overlay must be an object", "begin it with: overlay: 1.1.0")
        raise DiagnosticError(findings.found)
    first = _is_first_version(root, findings)
    _check_fields(root, (), _ROOT_FIELDS, findings)
    _check_info(root.get("info"), findings)
    extends = root.get("extends")
    if extends is not None and not isinstance(extends, str):
        findings.add(("extends",), "'extends' must be a string", "give the document's address")
    actions = tuple(_actions(root.get("actions"), findings, is_first_version=first))
    if findings.found:
        raise DiagnosticError(findings.found)
    return Overlay(source, first, cast("str | None", extends), actions)


class _Findings:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def add(
        self, at: tuple[str | int, ...], message: str, help: str, *, code: str = "overlay-invalid"
    ) -> None:
        pointer = Pointer().child(*at)
        self.found.append(Diagnostic(code, message, help, source=self.source, pointer=pointer))


def _is_first_version(root: JSONObject, findings: _Findings) -> bool:
    version = root.get("overlay")
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        said = f"is {version!r}" if "overlay" in root else "is missing"
        findings.add(
            ("overlay",),
            f"the version of the Overlay Specification {said}",
            "flaregen knows 1.0 and 1.1: write overlay: 1.1.0",
            code="overlay-version",
        )
    return match is not None and match[1] == "0"


def _check_fields(
    node: JSONObject, at: tuple[str | int, ...], known: frozenset[str], findings: _Findings
) -> None:
    for name in node:
        if name not in known and not name.startswith("x-"):
            listed = ", ".join(sorted(known))
            findings.add((*at, name), f"unknown field {name!r}", f"known are: {listed}")


def _check_info(info: JSON, findings: _Findings) -> None:
    if not isinstance(info, dict):
        findings.add(
            ("info",), "'info' is missing or not an object", "give it a title and a version"
        )
        return
    _check_fields(info, ("info",), _INFO_FIELDS, findings)
    for name in ("title", "version"):
        if not isinstance(info.get(name), str):
            findings.add(
                ("info", name), f"'info' needs a {name}, which is a string", f"add: {name}: ..."
            )


def _actions(actions: JSON, findings: _Findings, *, is_first_version: bool) -> Iterator[Action]:
    if not isinstance(actions, list) or not actions:
        findings.add(("actions",), "'actions' is missing, empty or not an array", "list one action")
        return
    seen: set[str] = set()
    for index, action in enumerate(actions):
        at = ("actions", index)
        if not isinstance(action, dict):
            findings.add(at, "an action must be an object", "give it a target and an update")
            continue
        if (text := json_text(action)) in seen:
            findings.add(at, "the action is listed twice", "remove one of the two")
        seen.add(text)
        known = _ACTION_FIELDS - {"copy"} if is_first_version else _ACTION_FIELDS
        _check_fields(action, at, known, findings)
        kind = _kind(action, at, findings)
        target = _query(action, "target", at, findings)
        origin = _query(action, "copy", at, findings) if kind == "copy" else None
        if kind is not None and target is not None:
            yield Action(Pointer().child(*at), target, kind, action.get("update"), origin)


def _kind(action: JSONObject, at: tuple[str | int, ...], findings: _Findings) -> Kind | None:
    """The kind of an action; ``remove`` goes first, as the specification says."""
    remove = action.get("remove", False)
    if not isinstance(remove, bool):
        findings.add((*at, "remove"), "'remove' must be true or false", "write remove: true")
    elif remove:
        return "remove"
    elif "update" in action and "copy" in action:
        findings.add(at, "an action either updates or copies", "make it two actions")
    elif "update" in action:
        return "update"
    elif "copy" in action:
        return "copy"
    else:
        findings.add(at, "the action does nothing", "give it an update, a copy, or remove: true")
    return None


def _query(
    action: JSONObject, field: str, at: tuple[str | int, ...], findings: _Findings
) -> JSONPathQuery | None:
    text = action.get(field)
    if not isinstance(text, str):
        findings.add(
            at, f"the action needs a {field!r}, which is a string", f"add: {field}: $.paths"
        )
        return None
    try:
        return _ENVIRONMENT.compile(text)
    except JSONPathError as error:
        findings.add(
            (*at, field),
            f"{text!r} is not a valid JSONPath (RFC 9535): {error.args[0]}",
            "start with $, and put names with special characters in brackets: $.paths['/a'].get",
            code="overlay-target",
        )
        return None
