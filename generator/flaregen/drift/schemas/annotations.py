"""What is said about a value without restricting it."""

from __future__ import annotations

from flaregen.drift.comparison import Scope
from flaregen.drift.lifecycle import Marks, compare_marks
from flaregen.drift.schemas.reading import Schema
from flaregen.drift.schemas.values import changed

_SAID = {
    "title": "title-changed",
    "description": "description-changed",
    "externalDocs": "external-docs-changed",
}


def compare_annotations(scope: Scope, old: Schema, new: Schema) -> None:
    for keyword, rule in _SAID.items():
        if old.value(keyword) != new.value(keyword):
            changed(scope, rule, old, new, keyword)
    if any(old.value(key) != new.value(key) for key in ("example", "examples")):
        keyword = "example" if old.has("example") or new.has("example") else "examples"
        changed(scope, "example-changed", old, new, keyword)
    compare_marks(scope, Marks.of(old.value, old.at), Marks.of(new.value, new.at))
