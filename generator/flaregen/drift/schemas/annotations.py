"""Keywords that describe a value without restricting it."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.lifecycle import compare_marks, read_marks
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import report
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts

_SAID = {"description": "description-changed", "externalDocs": "external-docs-changed"}


def compare_annotations(scope: Scope, old: Facts, new: Facts) -> None:
    _title(scope, old, new)
    for keyword, rule in _SAID.items():
        if old.value(keyword) != new.value(keyword):
            report(scope, rule, old, new, keyword)
    if old.examples != new.examples:
        keyword = "example" if old.has("example") or new.has("example") else "examples"
        report(scope, "example-changed", old, new, keyword)
    _read_only(scope, old, new)
    here, there = _saying(old, new, "deprecated")
    compare_marks(scope, read_marks(here, old.value), read_marks(there, new.value))


def _title(scope: Scope, old: Facts, new: Facts) -> None:
    """Report another title; null is none."""
    before, after = old.value("title"), new.value("title")
    if before != after:
        came_or_went = before is None or after is None
        rule = either("title-set", before is None) if came_or_went else "title-changed"
        report(scope, rule, old, new, "title")


def _read_only(scope: Scope, old: Facts, new: Facts) -> None:
    """Report what became read-only, and what no longer is; a parameter is sent anyway."""
    was, now = (facts.value("readOnly") is True for facts in (old, new))
    if was != now and not scope.context.text:
        rule = either("became-read-only", now)
        scope.emit(rule, *_saying(old, new, "readOnly"), before=was, after=now)


def _saying(old: Facts, new: Facts, keyword: str) -> tuple[Cursor, Cursor]:
    """The nodes that say a keyword, or would: next to a reference, those that refer."""
    said = ((facts.at, facts.one(keyword)) for facts in (old, new))
    if all(one is None or (one.parent and one.parent.value is at.value) for at, one in said):
        return old.at, new.at
    return old.node, new.node
