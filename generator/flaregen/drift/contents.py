"""The comparison of bodies and their media types."""

from __future__ import annotations

from dataclasses import replace

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import Followed, Pairing, child, children, pair, value
from flaregen.drift.rules import either
from flaregen.drift.text_changes import compare_said, compare_text
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.media_types import (
    JSON_TYPE,
    OCTETS,
    canonical,
    essence,
    is_event_stream,
    is_form,
    is_json,
    is_lines,
    may_be_json,
)
from flaregen.openapi.references import References
from flaregen.openapi.restrictions import says_nothing
from flaregen.openapi.schema_reader import read


def compare_request_bodies(scope: Scope, was: Followed | None, now: Followed | None) -> None:
    """Compare what an operation is sent; None where it takes no body."""
    if was is None or now is None:
        if was is not None:
            scope.emit("request-body-removed", was.here, None)
        elif now is not None:
            required = now.target.flag("required")
            rule = "required-request-body-added" if required else "request-body-added"
            scope.emit(rule, None, now.here)
        return
    compare_said(scope, was, now)
    inner = scope.shared(was, now)
    if inner is None:
        return
    old, new = was.target, now.target
    if old.flag("required") != new.flag("required"):
        inner.emit(either("request-body-became-required", new.flag("required")), old, new)
    compare_text(inner, old, new)
    compare_contents(inner, old, new)


def compare_contents(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the media types of a body, a response, or a parameter with ``content``."""
    sides = scope.comparison
    found = pair(_media_types(sides.old, old), _media_types(sides.new, new))
    for name, (before, after) in found.both.items():
        _media_type(scope, name, before, after)
    _respelt(scope, found)
    holders = child(old, "content"), child(new, "content")
    scope.emit_lone("media-type-added", found, holders, shown="key")


def _media_types(side: References, owner: Cursor) -> dict[str, Cursor]:
    """By canonical name; each may be a reference, from OpenAPI 3.2 on."""
    return {canonical(name): side.behind(one) for name, one in children(owner, "content").items()}


def _respelt(scope: Scope, found: Pairing[str, Cursor]) -> None:
    """Pair media types whose names mean the same, or the one more than the other."""
    for name in sorted(found.gone):
        for other in sorted(found.come):
            rule = _relation(name, other)
            if rule is not None:
                nodes = found.gone.pop(name), found.come.pop(other)
                scope.emit(rule, *nodes, before=name, after=other)
                _media_type(scope, name, *nodes)
                break


def _relation(old: str, new: str) -> str | None:
    before, after = _holds(new, old), _holds(old, new)
    if before and after:
        return "media-type-restated"
    if before:
        return "media-type-generalized"
    return "media-type-specialized" if after else None


def _holds(wide: str, narrow: str) -> bool:
    """Whether all that a media type means is meant by another one, too.

    ``*/*`` and ``application/*`` hold others; a suffix says of what kind a special one is, and
    so does each parameter, such as a version.
    """
    special = essence(narrow)
    kind, _, name = special.partition("/")
    _, plus, suffix = name.rpartition("+")
    general = (special, "*/*", f"{kind}/*", *([f"{kind}/{suffix}"] if plus else []))
    return essence(wide) in general and _parameters(wide) <= _parameters(narrow)


def _parameters(media_type: str) -> set[str]:
    """The parameters that say what it holds, and not in which bytes."""
    _, *rest = media_type.split("; ")
    return {one for one in rest if not one.startswith(("charset=", "boundary="))}


def _media_type(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    holds_json = may_be_json(name) or is_lines(name) or is_event_stream(name)
    context = replace(scope.context, text=not holds_json, top=False)
    inner = scope.leading(media_type=name).with_context(context)
    sides = scope.comparison
    for key in ("schema", "itemSchema"):
        if is_json(name) or is_form(name) or not _is_a_file_alone(scope, old, new):
            compare_schema(inner, old, new, key)
    compare_text(inner, old, new)
    for key in ("prefixEncoding", "itemEncoding"):
        inner.emit_key("encoding-changed", old, new, key, name=key)
    for part in sorted({*children(old, "encoding"), *children(new, "encoding")}):
        holders = child(old, "encoding"), child(new, "encoding")
        values = _encoding(sides.old, old, part), _encoding(sides.new, new, part)
        inner.emit_key("encoding-changed", *holders, part, values=values, name=part)


def _encoding(side: References, media_type: Cursor, part: str) -> JSON:
    """How a part of a form is written, without what holds anyway; None where nothing is said.

    What is not a property is ignored (OpenAPI 3.1.1, section 4.8.15).
    """
    schema = media_type.get("schema")
    facts = None if schema is None else read(side, (schema,), flatten=True)
    found = value(child(media_type, "encoding"), part)
    fields = {} if facts is None else facts.children("properties")
    if not isinstance(found, dict) or (fields and part not in fields):
        return None
    usual = _usual_type(read(side, fields[part])) if fields else None
    said = {key: one for key, one in found.items() if (key, one) not in _WRITTEN_ANYWAY}
    if said.get("contentType") == usual is not None:
        del said["contentType"]
    return said or None


_WRITTEN_ANYWAY: tuple[tuple[str, JSON], ...] = (
    ("style", "form"),
    ("explode", True),
    ("allowReserved", False),
    ("headers", {}),
)


def _usual_type(facts: Facts) -> str | None:
    """The media type of a part of which none is said (OpenAPI 3.1.1, section 4.8.15.1.1)."""
    match sorted(facts.types or ()):
        case ["object"]:
            return JSON_TYPE
        case ["string"] if facts.is_file or facts.is_base64:
            return OCTETS
        case ["array"] if (items := facts.one("items")) is not None:
            return _usual_type(read(facts.references, (items,)))
        case [kind] if kind != "array":
            return "text/plain"
    return None


def _is_a_file_alone(scope: Scope, old: Cursor, new: Cursor) -> bool:
    """Whether one side says that a body is bytes, and the other nothing, which means the same."""
    sides = ((scope.comparison.old, old.get("schema")), (scope.comparison.new, new.get("schema")))
    said = ((side, one) for side, one in sides if one is not None and not says_nothing(one.value))
    found = [read(side, (schema,)) for side, schema in said]
    plain = {"type", "format", "contentMediaType"}
    return len(found) == 1 and found[0].is_file and found[0].meaningful <= plain


def compare_schema(scope: Scope, old: Cursor, new: Cursor, key: str) -> None:
    """Compare the schemas under a key; equal ones may be written out in other places.

    One that admits anything says what holds without a schema as well.
    """
    before, after = old.get(key), new.get(key)
    if before is not None and after is not None:
        scope.comparison.visit_alike(scope, before, after)
    elif node := before or after:
        holder, side = (new, scope.comparison.old) if before else (old, scope.comparison.new)
        facts = read(side, (node,))
        if facts.meaningful or facts.unions:
            scope.emit_one("media-type-schema-set", node, holder, is_new=before is None)
