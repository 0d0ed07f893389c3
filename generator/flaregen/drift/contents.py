"""Bodies and their media types."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.described import compare_description, value
from flaregen.drift.mode import Mode
from flaregen.openapi.cursor import Cursor


def compare_request_bodies(scope: Scope, old: Cursor | None, new: Cursor | None) -> None:
    """Compare what an operation is sent; None where it takes no body."""
    if old is None or new is None:
        if old is not None:
            scope.emit("request-body-removed", old, None)
        elif new is not None:
            required = new.flag("required")
            rule = "required-request-body-added" if required else "request-body-added"
            scope.emit(rule, None, new)
        return
    unit, fresh = scope.comparison.share(scope, old, new)
    if not fresh:
        return
    inner = Scope(scope.comparison, unit, scope.mode)
    if old.flag("required") != new.flag("required"):
        required = new.flag("required")
        rule = "request-body-became-required" if required else "request-body-became-optional"
        inner.emit(rule, old, new)
    compare_description(inner, old, new)
    compare_contents(inner, old, new)


def compare_contents(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the media types of a body, a response, or a parameter with ``content``."""
    before, after = _media_types(old), _media_types(new)
    pairs = {name: name for name in before if name in after}
    pairs |= _respelt(scope, before, after)
    for name, other in pairs.items():
        _media_type(scope, name, before[name], after[other])
    for name in before.keys() - pairs.keys():
        scope.emit(
            "media-type-removed", before[name], new.get("content") or new, before=name, name=name
        )
    for name in after.keys() - set(pairs.values()):
        scope.emit(
            "media-type-added", old.get("content") or old, after[name], after=name, name=name
        )


def _media_types(cursor: Cursor) -> dict[str, Cursor]:
    content = cursor.get("content")
    return {} if content is None else dict(content.items())


def _respelt(scope: Scope, before: dict[str, Cursor], after: dict[str, Cursor]) -> dict[str, str]:
    """Media types under a name that says the same, more or less."""
    found: dict[str, str] = {}
    for name in sorted(before.keys() - after.keys()):
        for other in sorted(after.keys() - before.keys() - set(found.values())):
            rule = _relation(name, other)
            if rule is not None:
                scope.emit(rule, before[name], after[other], before=name, after=other)
                found[name] = other
                break
    return found


def _relation(old: str, new: str) -> str | None:
    before, after = _essence(old), _essence(new)
    if before == after:
        return "media-type-restated"
    if _more_general(after, before):
        return "media-type-generalized"
    return "media-type-specialized" if _more_general(before, after) else None


def _essence(name: str) -> str:
    return name.partition(";")[0].strip().lower()


def _more_general(wide: str, narrow: str) -> bool:
    """``*/*`` and ``application/*`` hold others; a suffix says of what kind a special one is."""
    kind, _, name = narrow.partition("/")
    _, plus, suffix = name.rpartition("+")
    return wide in ("*/*", f"{kind}/*") or (bool(plus) and wide == f"{kind}/{suffix}")


def is_json(media_type: str) -> bool:
    essence = _essence(media_type)
    return essence == "application/json" or essence.endswith("+json") or essence == "text/json"


def _media_type(scope: Scope, name: str, old: Cursor, new: Cursor) -> None:
    mode = scope.mode
    inner = scope.leading(media_type=name).with_mode(
        Mode(mode.direction, text=not is_json(name), excused=mode.excused)
    )
    for key in ("schema", "itemSchema"):
        before, after = old.get(key), new.get(key)
        if before is not None and after is not None:
            inner.comparison.visit_alike(inner, before, after)
        elif before is not None:
            inner.emit("media-type-schema-removed", before, new)
        elif after is not None:
            inner.emit("media-type-schema-set", old, after)
    compare_description(inner, old, new)
    _encodings(inner, old, new)


def _encodings(scope: Scope, old: Cursor, new: Cursor) -> None:
    before, after = old.get("encoding"), new.get("encoding")
    known = {} if before is None else dict(before.items())
    wanted = {} if after is None else dict(after.items())
    for name in sorted(known.keys() | wanted.keys()):
        was, now = known.get(name), wanted.get(name)
        old_value = None if was is None else was.value
        new_value = None if now is None else now.value
        if old_value != new_value:
            scope.emit(
                "encoding-changed",
                was or old,
                now or new,
                before=old_value,
                after=new_value,
                name=name,
            )


def has_content(cursor: Cursor) -> bool:
    return value(cursor, "content") is not None
