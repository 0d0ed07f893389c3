"""Security requirements, of the document and of operations, and the schemes they name."""

from __future__ import annotations

from typing import TypeAlias

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.described import value
from flaregen.openapi.cursor import Cursor

Requirements: TypeAlias = dict[tuple[str, ...], Cursor]
"""Alternatives by the names of the schemes that hold together."""

_PLACE = ("in", "name")
_URLS = ("authorizationUrl", "tokenUrl", "refreshUrl")


def requirements(cursor: Cursor | None) -> Requirements:
    found = None if cursor is None else cursor.get("security")
    return (
        {}
        if found is None
        else {tuple(sorted(name for name, _ in node.items())): node for node in found.elements()}
    )


def compare_requirements(
    scope: Scope, holders: tuple[Cursor, Cursor], old: Requirements, new: Requirements
) -> None:
    """Report alternatives and scopes that came or went.

    ``holders`` are pointed at where one side has no list.
    """
    before, after = holders
    for names, node in old.items():
        if names not in new:
            scope.emit("security-removed", node, after, before=_spell(node))
    for names, node in new.items():
        if names not in old:
            scope.emit("security-added", before, node, after=_spell(node))
        else:
            _scopes(scope, old[names], node)


def _spell(node: Cursor) -> str:
    parts = []
    for name, scopes in node.items():
        listed = ", ".join(str(item.value) for item in scopes.elements())
        parts.append(f"{name} ({listed})" if listed else name)
    return " and ".join(parts) or "none"


def _scopes(scope: Scope, old: Cursor, new: Cursor) -> None:
    wanted = dict(new.items())
    for name, node in old.items():
        before = {str(item.value): item for item in node.elements()}
        after = {str(item.value): item for item in wanted[name].elements()}
        for text in before.keys() - after.keys():
            scope.emit("security-scope-removed", before[text], new, before=text, name=name)
        for text in after.keys() - before.keys():
            scope.emit("security-scope-added", old, after[text], after=text, name=name)


def compare_schemes(scope: Scope, old: dict[str, Cursor], new: dict[str, Cursor]) -> None:
    for name, node in old.items():
        if name not in new:
            scope.emit("security-scheme-removed", node, None, name=name)
        elif node.value != new[name].value:
            _scheme(scope, name, node, new[name])
    for name, node in new.items():
        if name not in old:
            scope.emit("security-scheme-added", None, node, name=name)


def _scheme(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    if value(old, "type") != value(new, "type"):
        _differs(scope, "security-scheme-type-changed", name, (old, new), "type")
        return
    for key in _PLACE:
        _differs(scope, "security-scheme-place-changed", name, (old, new), key)
    _differs(scope, "security-scheme-form-changed", name, (old, new), "scheme")
    _differs(scope, "security-scheme-url-changed", name, (old, new), "openIdConnectUrl")
    for key in ("description", "bearerFormat"):
        _differs(scope, "security-scheme-described", name, (old, new), key)
    _flows(scope, name, old.get("flows") or old, new.get("flows") or new)


def _differs(scope: Scope, rule: str, name: str, pair: tuple[Cursor, Cursor], key: str) -> None:
    old, new = pair
    before, after = value(old, key), value(new, key)
    if _folded(key, before) != _folded(key, after):
        scope.emit(
            rule,
            old.get(key) or old,
            new.get(key) or new,
            before=before,
            after=after,
            name=name,
            detail=key,
        )


def _folded(key: str, text: JSON) -> JSON:
    """HTTP schemes are the same in any case (RFC 9110, section 11.1)."""
    return text.lower() if key == "scheme" and isinstance(text, str) else text


def _flows(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    before = {kind: node for kind, node in old.items() if isinstance(node.value, dict)}
    after = {kind: node for kind, node in new.items() if isinstance(node.value, dict)}
    for kind, node in before.items():
        if kind in after:
            for key in _URLS:
                _differs(scope, "security-scheme-url-changed", name, (node, after[kind]), key)
            _oauth_scopes(scope, name, node, after[kind])
        else:
            scope.emit("security-flow-removed", node, new, before=kind, name=name)
    for kind, node in after.items():
        if kind not in before:
            scope.emit("security-flow-added", old, node, after=kind, name=name)


def _oauth_scopes(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    before, after = old.get("scopes") or old, new.get("scopes") or new
    known, wanted = dict(before.items()), dict(after.items())
    for text, node in known.items():
        if text not in wanted:
            scope.emit("oauth-scope-removed", node, after, before=text, name=name)
        elif node.value != wanted[text].value:
            scope.emit(
                "oauth-scope-described",
                node,
                wanted[text],
                before=node.value,
                after=wanted[text].value,
                name=name,
                detail=text,
            )
    for text, node in wanted.items():
        if text not in known:
            scope.emit("oauth-scope-added", before, node, after=text, name=name)
