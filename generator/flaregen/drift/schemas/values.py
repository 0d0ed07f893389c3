"""The values a schema admits: lists, fixed ones, patterns, defaults, forms of content."""

from __future__ import annotations

from flaregen.document import JSON
from flaregen.drift.comparison import Scope
from flaregen.drift.nodes import canonical, pair
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts

_ANYTHING = frozenset({".*", "^.*$", ".+", "^.*", ".*$"})


def compare_values(scope: Scope, old: Facts, new: Facts) -> None:
    _listed(scope, old, new)
    _extensible(scope, old, new)
    _default(scope, old, new)
    _pattern(scope, old, new)
    _multiple(scope, old, new)
    for keyword, rule in _REPLACED.items():
        spelled_otherwise = keyword == "contentEncoding" and old.is_base64 and new.is_base64
        if old.value(keyword) != new.value(keyword) and not spelled_otherwise:
            changed(scope, rule, old, new, keyword)


_DEFAULT = ("default-set", "default-removed", "default-changed")
_PARAMETER_DEFAULT = (
    "parameter-default-set",
    "parameter-default-removed",
    "parameter-default-changed",
)
_PATTERN = ("pattern-set", "pattern-removed")
_MULTIPLE_OF = ("multiple-of-set", "multiple-of-removed")
_REPLACED = {
    "contentEncoding": "content-encoding-changed",
    "contentMediaType": "content-media-type-changed",
    "xml": "xml-changed",
}


def changed(scope: Scope, rule: str, old: Facts, new: Facts, keyword: str) -> None:
    """Report a keyword that is there, gone or different, with its values."""
    scope.emit(
        rule,
        old.one(keyword) or old.at,
        new.one(keyword) or new.at,
        before=old.value(keyword),
        after=new.value(keyword),
    )


def presence(scope: Scope, old: Facts, new: Facts, keyword: str, rules: tuple[str, str]) -> bool:
    """Report a keyword that was set (the first rule) or removed (the second); False if neither."""
    if old.has(keyword) == new.has(keyword):
        return False
    came, went = rules
    changed(scope, came if new.has(keyword) else went, old, new, keyword)
    return True


def _listed(scope: Scope, old: Facts, new: Facts) -> None:
    """Compare lists of values; a fixed value counts as a list where the other side has one."""
    if not old.has("enum") and not new.has("enum"):
        _fixed(scope, old, new)
        return
    before, after = old.choices, new.choices
    if before is None or after is None:
        if before is not after:
            rule = "enum-set" if before is None else "enum-lifted"
            scope.emit(
                rule,
                old.one("enum") or old.at,
                new.one("enum") or new.at,
                before=_spelt(before),
                after=_spelt(after),
            )
            if before is None and scope.context.direction == "request":
                changed(scope, "enum-values-known", old, new, "enum")
        return
    values = pair(before, after)
    for cursor in values.gone.values():
        scope.emit("enum-value-removed", cursor, new.one("enum") or new.at, before=cursor.value)
    for cursor in values.come.values():
        scope.emit("enum-value-added", old.one("enum") or old.at, cursor, after=cursor.value)


def _spelt(choices: dict[str, Cursor] | None) -> JSON:
    return None if choices is None else [cursor.value for cursor in choices.values()]


def _fixed(scope: Scope, old: Facts, new: Facts) -> None:
    if old.has("const") and new.has("const"):
        if canonical(old.value("const")) != canonical(new.value("const")):
            changed(scope, "const-changed", old, new, "const")
    elif old.has("const") or new.has("const"):
        changed(scope, "const-set" if new.has("const") else "const-lifted", old, new, "const")


def _extensible(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = old.one("x-extensible-enum"), new.one("x-extensible-enum")
    if before is None or after is None:
        return
    known, wanted = (
        {canonical(cursor.value): cursor for cursor in side.elements()} for side in (before, after)
    )
    values = pair(known, wanted)
    for cursor in values.gone.values():
        scope.emit("extensible-value-removed", cursor, after, before=cursor.value)
    for cursor in values.come.values():
        scope.emit("extensible-value-added", before, cursor, after=cursor.value)


def _default(scope: Scope, old: Facts, new: Facts) -> None:
    came, went, differs = _PARAMETER_DEFAULT if scope.context.top else _DEFAULT
    if presence(scope, old, new, "default", (came, went)):
        return
    if canonical(old.value("default")) != canonical(new.value("default")):
        changed(scope, differs, old, new, "default")


def _pattern(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = old.value("pattern"), new.value("pattern")
    if before == after or presence(scope, old, new, "pattern", _PATTERN):
        return
    rule = "pattern-changed"
    if isinstance(after, str) and after in _ANYTHING:
        rule = "pattern-widened"
    elif isinstance(before, str) and before in _ANYTHING:
        rule = "pattern-narrowed"
    changed(scope, rule, old, new, "pattern")


def _multiple(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = old.value("multipleOf"), new.value("multipleOf")
    if before == after or presence(scope, old, new, "multipleOf", _MULTIPLE_OF):
        return
    rule = "multiple-of-changed"
    if _divides(before, after):
        rule = "multiple-of-narrowed"
    elif _divides(after, before):
        rule = "multiple-of-widened"
    changed(scope, rule, old, new, "multipleOf")


def _divides(part: JSON, whole: JSON) -> bool:
    return (
        isinstance(part, int | float)
        and isinstance(whole, int | float)
        and part != 0
        and float(whole / part).is_integer()
    )
