"""Edits at random places of real documents: the report names them and nothing else."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flaregen.document import Document
from flaregen.drift.compare import compare
from flaregen.pointer import Pointer

from ..conftest import SHARED
from .mutations import EDITS, SILENT, Edit
from .settings import Way, document

pytestmark = pytest.mark.long

PINNED = Path(__file__).parents[2] / "spec" / "openapi.json"
WHOLE = SHARED / "upstream" / "full" / "2024-08-06-cca3064f.json.gz"
TODAY = date(2026, 1, 1)
EXAMPLES = 1000 if "FLAREGEN_RANDOM" in os.environ else 150
FEW = EXAMPLES // 10

quiet = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
    max_examples=EXAMPLES,
)


@dataclass(frozen=True)
class Site:
    """A property of an object, and the directions in which it travels."""

    at: Pointer
    ways: frozenset[Way]


@cache
def pinned() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(PINNED.read_bytes())
    return found


@cache
def whole() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(WHOLE.read_bytes()))
    return found


def bodies(root: dict[str, Any]) -> Iterator[tuple[Any, Pointer, Way]]:
    """The schemas of JSON bodies that are written out in an operation."""
    for path, item in root["paths"].items():
        for method, operation in item.items():
            if not isinstance(operation, dict):
                continue
            at = Pointer(("paths", path, method))
            sent = operation.get("requestBody", {}).get("content", {})
            yield from _schemas(sent, at.child("requestBody", "content"), "request")
            for status, response in operation.get("responses", {}).items():
                place = at.child("responses", status, "content")
                yield from _schemas(response.get("content", {}), place, "response")


def _schemas(content: Any, at: Pointer, way: Way) -> Iterator[tuple[Any, Pointer, Way]]:
    if "schema" in content.get("application/json", {}):
        place = at.child("application/json", "schema")
        yield content["application/json"]["schema"], place, way


def properties(schema: Any, at: Pointer) -> Iterator[Pointer]:
    """Properties that nothing above them hides, as read-only or as one of two of a name."""
    if not isinstance(schema, dict) or {"allOf", "readOnly", "writeOnly", "not"} & schema.keys():
        return
    for name, field in schema.get("properties", {}).items():
        yield at.child("properties", name)
        yield from properties(field, at.child("properties", name))
    yield from properties(schema.get("items"), at.child("items"))
    for keyword in ("oneOf", "anyOf"):
        for index, member in enumerate(schema.get(keyword, ())):
            yield from properties(member, at.child(keyword, index))


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def travelling(root: dict[str, Any]) -> dict[str, set[Way]]:
    """The directions of each component schema, by a plain walk from the operations."""
    found: dict[str, set[Way]] = {}
    pending: list[tuple[str, Way]] = []
    for item in root["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                answers = operation.get("responses", {})
                asked = {key: value for key, value in operation.items() if key != "responses"}
                pending += [(one, "response") for one in references(answers)]
                pending += [(one, "request") for one in references(asked)]
    while pending:
        reference, way = pending.pop()
        if way in found.setdefault(reference, set()):
            continue
        found[reference].add(way)
        node: Any = root
        for token in Pointer.parse_fragment(reference).tokens:
            node = node.get(token, {})
        pending += [(one, way) for one in references(node)]
    return found


@cache
def inline_sites() -> list[Site]:
    return [
        Site(at, frozenset({way}))
        for schema, place, way in bodies(pinned())
        for at in properties(schema, place)
    ]


@cache
def component_sites() -> list[Site]:
    ways = travelling(whole())
    return [
        Site(at, frozenset(ways[f"#/components/schemas/{name}"]))
        for name, schema in whole()["components"]["schemas"].items()
        if f"#/components/schemas/{name}" in ways
        for at in properties(schema, Pointer(("components", "schemas", name)))
    ]


def planted(root: dict[str, Any], values: dict[Pointer, Any]) -> Document:
    """A document with schemas in place of others; the rest is shared, not copied."""
    for at, value in values.items():
        root = _put(root, at.tokens, value)
    return document(root)


def _put(node: Any, tokens: tuple[str, ...], value: Any) -> Any:
    if not tokens:
        return value
    head, *rest = tokens
    if isinstance(node, list):
        return [
            _put(item, tuple(rest), value) if str(index) == head else item
            for index, item in enumerate(node)
        ]
    return {**node, head: _put(node[head], tuple(rest), value)}


def apart(chosen: list[tuple[Site, Edit]]) -> list[tuple[Site, Edit]]:
    """Those of which none is inside of another."""
    found: list[tuple[Site, Edit]] = []
    for site, edit in chosen:
        if not any(
            site.at.starts_with(other.at) or other.at.starts_with(site.at) for other, _ in found
        ):
            found.append((site, edit))
    return found


def check(root: dict[str, Any], chosen: list[tuple[Site, Edit]]) -> None:
    chosen = apart(chosen)
    old = planted(root, {site.at: edit.before for site, edit in chosen})
    new = planted(root, {site.at: edit.after for site, edit in chosen})
    found = {(str(at), one.level) for one in compare(old, new, TODAY) for at in main(one)}
    assert found == {entry for site, edit in chosen for entry in gravest(site, edit)}


def main(change: Any) -> list[Pointer]:
    """Where a change is, and where it is too; its node in the new document goes first."""
    return [
        old if new is None or (old is not None and len(old.tokens) > len(new.tokens)) else new
        for old, new in change.pairs
    ]


def gravest(site: Site, edit: Edit) -> set[tuple[str, str]]:
    """What travels both ways is judged by the way that breaks more."""
    levels = dict(zip(("request", "response"), edit.levels, strict=True))
    level = min((levels[way] for way in site.ways), key=("breaking", "warning", "info").index)
    also = edit.also if "request" in site.ways else ()
    return {(f"{site.at}{at}", one) for at, one in ((edit.at, level), *also)}


def draws(sites: list[Site], edits: list[Edit]) -> st.SearchStrategy[list[tuple[Site, Edit]]]:
    one = st.tuples(st.sampled_from(sites), st.sampled_from(edits))
    return st.lists(one, min_size=1, max_size=4)


def test_there_are_enough_kinds() -> None:
    assert len({edit.name for edit in EDITS}) >= 60
    assert len({edit.name for edit in EDITS}) == len(EDITS)


@quiet
@given(st.data())
def test_edits_of_the_pinned_document(data: st.DataObject) -> None:
    check(pinned(), data.draw(draws(inline_sites(), EDITS)))


@pytest.mark.skipif(not WHOLE.is_file(), reason="the upstream documents are not here")
@settings(quiet, max_examples=FEW)
@given(st.data())
def test_edits_of_components(data: st.DataObject) -> None:
    check(whole(), data.draw(draws(component_sites(), EDITS)))


@quiet
@given(st.data())
def test_edits_that_mean_nothing(data: st.DataObject) -> None:
    chosen = apart(data.draw(draws(inline_sites(), SILENT)))
    old = planted(pinned(), {site.at: edit.before for site, edit in chosen})
    new = planted(pinned(), {site.at: edit.after for site, edit in chosen})
    assert compare(old, new, TODAY) == ()
    assert compare(new, old, TODAY) == ()


@pytest.mark.parametrize("way", ["request", "response"])
@pytest.mark.parametrize("edit", EDITS, ids=repr)
def test_each_edit_in_each_direction(edit: Edit, way: Way) -> None:
    site = next(site for site in inline_sites() if site.ways == {way})
    check(pinned(), [(site, edit)])
