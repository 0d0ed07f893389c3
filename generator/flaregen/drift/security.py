"""The security requirements of operations, and the security schemes of a document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flaregen.document import JSON
from flaregen.drift.comparison import Comparison, Scope
from flaregen.drift.components import components
from flaregen.drift.nodes import Pairing, child, children, followed, pair, value
from flaregen.drift.renames import renamed
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.json_values import json_text
from flaregen.openapi.references import References

_PLACE = ("in", "name")
_URLS = ("authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Schemes that are required together, each with its scopes."""

    at: Cursor
    schemes: dict[str, dict[str, Cursor]]

    def admits(self, other: Alternative) -> bool:
        """Whether callers who meet the other alternative meet this one."""
        return all(
            name in other.schemes and scopes.keys() <= other.schemes[name].keys()
            for name, scopes in self.schemes.items()
        )

    def __str__(self) -> str:
        parts = [
            f"{name} ({', '.join(scopes)})" if scopes else name
            for name, scopes in sorted(self.schemes.items())
        ]
        return f"with {' and '.join(parts)}" if parts else "without authentication"


def compare_security(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare what holds for an operation, wherever the documents say it.

    Callers who meet none of the new alternatives are locked out.
    """
    sides = scope.comparison
    here, there = _lists(sides, old, new)
    names = {now: was for was, now in _renamed_schemes(_defined(sides)).items()}
    before, after = _alternatives(here, {}), _alternatives(there, names)
    if old.get("security") and not new.get("security"):
        # What the document says is as it was: the operation has no list of its own anymore.
        there, after = new, [replace(alternative, at=new) for alternative in after]
    found = pair(_by_needs(before), _by_needs(after))
    for gone, come in renamed(found.gone, found.come, lambda one: frozenset(one.schemes)).items():
        one, other = found.gone.pop(gone), found.come.pop(come)
        _scopes(scope, one, other, excused=any(another.admits(one) for another in after))
    for one in found.gone.values():
        if not any(other.admits(one) for other in after):
            now = " or ".join(map(str, after))
            scope.emit("security-removed", one.at, there, before=str(one), after=now)
    for other in found.come.values():
        if not any(alternative.admits(other) for alternative in before):
            was = " or ".join(map(str, before))
            scope.emit("security-added", here, other.at, before=was, after=str(other))


def _by_needs(alternatives: list[Alternative]) -> dict[frozenset[object], Alternative]:
    return {
        frozenset(
            (name, frozenset(scopes)) for name, scopes in alternative.schemes.items()
        ): alternative
        for alternative in alternatives
    }


def _lists(sides: Comparison, old: Cursor, new: Cursor) -> tuple[Cursor, Cursor]:
    """The lists that hold for an operation: its own ones, or else the documents'.

    A side without any has the node where the other side has its list.
    """
    own = old.get("security"), new.get("security")
    here = own[0] or sides.old.root.get("security")
    there = own[1] or sides.new.root.get("security")
    return (
        here or (old if own[1] else sides.old.root),
        there or (new if own[0] else sides.new.root),
    )


def _alternatives(listed: Cursor, names: dict[str, str]) -> list[Alternative]:
    """The alternatives of a list; one that is empty lets everybody in."""
    found = [Alternative(node, _schemes(node, names)) for node in listed.elements()]
    return found or [Alternative(listed, {})]


def _schemes(node: Cursor, names: dict[str, str]) -> dict[str, dict[str, Cursor]]:
    return {
        names.get(name, name): {str(scope.value): scope for scope in scopes.elements()}
        for name, scopes in node.items()
    }


def _renamed_schemes(schemes: Pairing[str, Cursor]) -> dict[str, str]:
    """The new names by the old ones of schemes that are the same, whatever their description."""
    return renamed(schemes.gone, schemes.come, _definition)


def _definition(scheme: Cursor) -> str:
    return json_text({key: node.value for key, node in scheme.items() if key != "description"})


def _defined(comparison: Comparison) -> Pairing[str, Cursor]:
    return pair(_meant(comparison.old), _meant(comparison.new))


def _meant(side: References) -> dict[str, Cursor]:
    """What the schemes mean, at their places: one may be a reference to another."""
    found = components(side, "securitySchemes")
    return {name: followed(side, node).here for name, node in found.items()}


def _scopes(scope: Scope, old: Alternative, new: Alternative, *, excused: bool) -> None:
    """Report scopes that were added or removed; ``excused`` if callers meet another alternative."""
    scope = scope.with_context(scope.context.excuse()) if excused else scope
    for name, known in old.schemes.items():
        scopes = pair(known, new.schemes[name])
        holders = old.at, new.at
        scope.emit_lone("security-scope-added", scopes, holders, shown="key", name=name)


def compare_schemes(scope: Scope) -> None:
    """Compare the schemes that the documents define."""
    schemes = _defined(scope.comparison)
    for was, now in _renamed_schemes(schemes).items():
        nodes = schemes.gone.pop(was), schemes.come.pop(now)
        scope.emit("security-scheme-renamed", *nodes, before=was, after=now)
    scope.emit_lone("security-scheme-added", schemes)
    for name, (old, new) in schemes.both.items():
        if old.value != new.value:
            _scheme(scope, name, old, new)


def _scheme(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    if value(old, "type") != value(new, "type"):
        scope.emit_key("security-scheme-type-changed", old, new, "type", name=name)
        return
    for key in _PLACE:
        if _place(old, key) != _place(new, key):
            scope.emit_key("security-scheme-place-changed", old, new, key, name=name, detail=key)
    if _folded(value(old, "scheme")) != _folded(value(new, "scheme")):
        scope.emit_key("security-scheme-form-changed", old, new, "scheme", name=name)
    _urls(scope, name, old, new, ("openIdConnectUrl", "oauth2MetadataUrl"))
    for key in ("description", "bearerFormat", "deprecated"):
        scope.emit_key("security-scheme-described", old, new, key, name=name, detail=key)
    _flows(scope, name, child(old, "flows"), child(new, "flows"))


def _place(scheme: Cursor, key: str) -> JSON:
    """Where a key is sent; names of headers are the same in any case (RFC 9110, section 5.1)."""
    found = value(scheme, key)
    return _folded(found) if value(scheme, "in") == "header" else found


def _folded(text: JSON) -> JSON:
    """HTTP schemes are the same in any case (RFC 9110, section 11.1)."""
    return text.lower() if isinstance(text, str) else text


def _urls(scope: Scope, name: str, old: Cursor, new: Cursor, keys: tuple[str, ...]) -> None:
    """Report where clients no longer find what they ask; nobody has asked at one that is new."""
    for key in keys:
        inner = scope if old.get(key) else scope.with_context(scope.context.excuse())
        inner.emit_key("security-scheme-url-changed", old, new, key, name=name, detail=key)


def _flows(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    flows = pair(dict(old.items()), dict(new.items()))
    scope.emit_lone("security-flow-added", flows, (old, new), shown="key", name=name)
    for before, after in flows.both.values():
        _urls(scope, name, before, after, _URLS)
        _oauth_scopes(scope, name, before, after)


def _oauth_scopes(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    before, after = child(old, "scopes"), child(new, "scopes")
    scopes = pair(children(old, "scopes"), children(new, "scopes"))
    scope.emit_lone("oauth-scope-added", scopes, (before, after), shown="key", name=name)
    for text in scopes.both:
        scope.emit_key("oauth-scope-described", before, after, text, name=name, detail=text)
