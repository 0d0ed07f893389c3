"""Keywords that describe a value without restricting it."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.lifecycle import compare_marks, read_marks
from flaregen.drift.schemas.values import changed
from flaregen.openapi.facts import Facts

_SAID = {
    "description": "description-changed",
    "externalDocs": "external-docs-changed",
}


def compare_annotations(scope: Scope, old: Facts, new: Facts) -> None:
    _title(scope, old, new)
    for keyword, rule in _SAID.items():
        if old.value(keyword) != new.value(keyword):
            changed(scope, rule, old, new, keyword)
    if old.examples != new.examples:
        keyword = "example" if old.has("example") or new.has("example") else "examples"
        changed(scope, "example-changed", old, new, keyword)
    _read_only(scope, old, new)
    compare_marks(scope, read_marks(old.at, old.value), read_marks(new.at, new.value))


def _title(scope: Scope, old: Facts, new: Facts) -> None:
    """Report another title; null is none."""
    before, after = old.value("title"), new.value("title")
    if before is None and after is not None:
        changed(scope, "title-set", old, new, "title")
    elif before is not None and after is None:
        changed(scope, "title-removed", old, new, "title")
    elif before != after:
        changed(scope, "title-changed", old, new, "title")


def _read_only(scope: Scope, old: Facts, new: Facts) -> None:
    """Report what became read-only, and what no longer is; a parameter is sent anyway."""
    was, now = (one.value("readOnly") is True for one in (old, new))
    if was != now and not scope.context.text:
        rule = "became-read-only" if now else "became-not-read-only"
        scope.emit(rule, old.at, new.at, before=was, after=now)
