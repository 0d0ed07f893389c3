"""What holds for every comparison, whatever the documents."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flaregen.document import Document
from flaregen.drift.change import Change
from flaregen.drift.compare import compare
from flaregen.drift.rules import RULES
from flaregen.pointer import Pointer

from .mutations import EDITS
from .settings import around, document
from .test_mutations import (
    TODAY,
    WHOLE,
    apart,
    draws,
    inline_sites,
    pinned,
    planted,
    quiet,
    whole,
)

pytestmark = pytest.mark.long

here = pytest.mark.skipif(not WHOLE.is_file(), reason="the upstream documents are not here")


def shuffled(node: Any, chance: random.Random) -> Any:
    """The same document with the keys of every object in another order."""
    if isinstance(node, dict):
        keys = list(node)
        chance.shuffle(keys)
        return {key: shuffled(node[key], chance) for key in keys}
    return [shuffled(item, chance) for item in node] if isinstance(node, list) else node


def extracted(node: Any, components: dict[str, Any], depth: int = 0) -> Any:
    """Schemas of properties moved to components, references in their place.

    What is called ``properties`` in an example is part of a value.
    """
    if isinstance(node, list):
        return [extracted(item, components, depth) for item in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: value if key in ("example", "examples") else extracted(value, components, depth + 1)
        for key, value in node.items()
    }
    if isinstance(made.get("properties"), dict):
        for name, field in made["properties"].items():
            if isinstance(field, dict) and "$ref" not in field:
                component = f"Part{len(components)}"
                components[component] = field
                made["properties"] = {
                    **made["properties"],
                    name: {"$ref": f"#/components/schemas/{component}"},
                }
    return made


def with_components(root: dict[str, Any]) -> Document:
    components: dict[str, Any] = {}
    paths = extracted(root["paths"], components)
    return document({**root, "paths": paths, "components": {"schemas": components}})


def bare(root: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in root.items() if key != "components"}


def test_pinned_document_against_itself() -> None:
    assert compare(document(pinned()), document(pinned()), TODAY) == ()


@here
def test_whole_document_against_itself() -> None:
    copy = json.loads(json.dumps(whole()))
    assert compare(document(whole()), document(copy), TODAY) == ()


@pytest.mark.parametrize("seed", range(5))
def test_order_of_keys_does_not_matter(seed: int) -> None:
    other = shuffled(pinned(), random.Random(seed))
    assert compare(document(pinned()), document(other), TODAY) == ()


@here
def test_order_of_keys_does_not_matter_in_the_whole_document() -> None:
    other = shuffled(whole(), random.Random(1))
    assert compare(document(whole()), document(other), TODAY) == ()


def test_references_extracted_and_inlined() -> None:
    inline, apart_from = document(bare(pinned())), with_components(bare(pinned()))
    assert len(apart_from.root["components"]["schemas"]) > 50  # type: ignore[call-overload,index,arg-type]
    assert compare(inline, apart_from, TODAY) == ()
    assert compare(apart_from, inline, TODAY) == ()


@pytest.mark.parametrize("way", ["request", "response"])
def test_recursive_schemas_terminate(way: Any) -> None:
    def tree(limit: int, name: str = "Node") -> dict[str, Any]:
        reference = {"$ref": f"#/components/schemas/{name}"}
        node = {
            "type": "object",
            "properties": {
                "label": {"type": "string", "maxLength": limit},
                "children": {"type": "array", "items": reference},
                "twin": {"allOf": [reference]},
                "either": {"oneOf": [reference, {"type": "null"}]},
            },
        }
        return {"components": {"schemas": {name: node}}}

    def made(limit: int, name: str = "Node") -> Document:
        return around({"$ref": f"#/components/schemas/{name}"}, way, **tree(limit, name))

    assert [one.id for one in compare(made(9), made(5), TODAY)] == ["max-length-lowered"]
    assert [one.id for one in compare(made(9), made(9, "Knot"), TODAY)] == ["schema-renamed"]


def test_references_in_a_ring_terminate() -> None:
    ring = {
        "A": {"$ref": "#/components/schemas/B"},
        "B": {"$ref": "#/components/schemas/A"},
        "C": {"allOf": [{"$ref": "#/components/schemas/C"}, {"type": "object"}]},
    }
    schema = {
        "properties": {
            "a": {"$ref": "#/components/schemas/A"},
            "c": {"$ref": "#/components/schemas/C"},
        }
    }
    old = around(schema, "request", components={"schemas": ring})
    new = around({**schema, "title": "T"}, "request", components={"schemas": ring})
    assert [one.id for one in compare(old, new, TODAY)] == ["title-set"]


def mirrored(change: Change) -> set[str]:
    """The ids that the opposite change may have."""
    rule = RULES[change.id]
    mirror = rule.mirror or rule.id
    stem = mirror.removeprefix("required-")
    if stem == "property-removed":
        # Of a closed object that takes it, whatever it requires.
        return {stem, f"required-{stem}", "property-refused"}
    either = "required" in (mirror + change.id) or change.id == "property-refused"
    return {mirror, stem, f"required-{stem}"} if either else {mirror}


def places(changes: tuple[Change, ...], *, turned: bool) -> dict[tuple[Any, Any], list[Change]]:
    found: dict[tuple[Any, Any], list[Change]] = {}
    for change in changes:
        if RULES[change.id].alone:
            continue
        key = (change.old_pointer, change.new_pointer)
        found.setdefault(key[::-1] if turned else key, []).append(change)
    return found


@quiet
@given(st.data())
def test_backwards_mirrors(data: st.DataObject) -> None:
    chosen = apart(data.draw(draws(inline_sites(), EDITS)))
    old = planted(pinned(), {site.at: edit.before for site, edit in chosen})
    new = planted(pinned(), {site.at: edit.after for site, edit in chosen})
    forth = places(compare(old, new, TODAY), turned=False)
    back = places(compare(new, old, TODAY), turned=True)
    assert forth.keys() == back.keys()
    for key, changes in forth.items():
        ids = {one.id for one in back[key]}
        assert all(mirrored(one) & ids for one in changes), (changes, ids)


@quiet
@given(st.data())
def test_nothing_breaks_out_of_nowhere(data: st.DataObject) -> None:
    """From a to c nothing breaks that breaks neither from a to b nor from b to c."""
    first = apart(data.draw(draws(inline_sites(), EDITS)))
    second = apart(data.draw(draws(inline_sites(), EDITS)))
    taken = [site.at for site, _ in first]
    second = [
        (site, edit)
        for site, edit in second
        if not any(site.at.starts_with(at) or at.starts_with(site.at) for at in taken)
    ]
    start = {site.at: edit.before for site, edit in (*first, *second)}
    middle = start | {site.at: edit.after for site, edit in first}
    end = middle | {site.at: edit.after for site, edit in second}
    a, b, c = (planted(pinned(), values) for values in (start, middle, end))
    steps = breaking(compare(a, b, TODAY)) | breaking(compare(b, c, TODAY))
    assert breaking(compare(a, c, TODAY)) <= steps


def breaking(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    return {
        (one.id, str(one.new_pointer or one.old_pointer))
        for one in changes
        if one.level == "breaking"
    }


VALUES: list[Any] = [edit.before for edit in EDITS] + [edit.after for edit in EDITS]


@quiet
@given(st.sampled_from(VALUES), st.sampled_from(VALUES), st.sampled_from(["request", "response"]))
def test_any_schema_for_any_other(one: Any, other: Any, way: Any) -> None:
    """What is not the same differs, both ways round, and never against itself."""
    old, new = around(one, way), around(other, way)
    assert compare(old, old, TODAY) == ()
    forth, back = compare(old, new, TODAY), compare(new, old, TODAY)
    assert bool(forth) == bool(back)


@here
@pytest.mark.parametrize("seed", range(3))
def test_as_many_entries_as_edits(seed: int) -> None:
    """Five paths and 23 properties of components removed: 28 entries."""
    chance = random.Random(seed)
    root = json.loads(json.dumps(whole()))
    gone = set()
    for path in chance.sample(sorted(root["paths"]), 5):
        del root["paths"][path]
        gone.add(Pointer(("paths", path)))
    schemas = {
        name: schema
        for name, schema in sorted(root["components"]["schemas"].items())
        if schema.get("properties")
    }
    for name in chance.sample(list(schemas), 23):
        field = chance.choice(sorted(schemas[name]["properties"]))
        del schemas[name]["properties"][field]
        gone.add(Pointer(("components", "schemas", name, "properties", field)))
    changes = compare(document(whole()), document(root), TODAY)
    assert len(changes) == 28
    assert {one.old_pointer for one in changes} == gone
