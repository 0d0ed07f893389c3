"""Overlays: each file of ``overlays/`` holds a document, an overlay, and what comes of it."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import click
import pytest
import yaml_rs

from flaregen import resources
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document, Source
from flaregen.overlays.overlay import apply
from flaregen.printable import for_terminal
from flaregen.reading.load import load
from flaregen.terminal import described

CASES = sorted((Path(__file__).parent / "documents").glob("*.yaml"))


def source(name: str, text: str) -> Source:
    content = text.encode()
    return Source(name, content, "yaml")


def outcome(document: Document, overlay: Source) -> dict:
    try:
        return {"result": apply(document, [overlay]).root}
    except DiagnosticError as error:
        message = "".join(f"{described(one)}\n" for one in error.diagnostics)
        return {"message": click.unstyle(for_terminal(message))}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path):
    before, overlay, expected = case.read_text().split("\n---\n")
    document = Document(source("document.yaml", before), yaml_rs.loads(before), "3.1")
    untouched = copy.deepcopy(document.root)
    found = outcome(document, source("overlay.yaml", overlay + "\n"))
    assert found == yaml_rs.loads(expected)
    assert document.root == untouched


def test_a_copy_of_upstream_goes_by_upstreams_name():
    text = (
        "overlay: 1.0.0\ninfo: {title: A, version: '1'}\nextends: https://x.test/openapi.json\n"
        "actions: [{target: $.a, update: {b: 1}}]\n"
    )
    document = Document(source("spec/openapi.json", ""), {"a": {}}, "3.0")
    with pytest.raises(DiagnosticError):
        apply(document, [source("o.yaml", text)])
    known = ["https://x.test/openapi.json"]
    assert apply(document, [source("o.yaml", text)], known_as=known).root == {"a": {"b": 1}}


def test_later_overlays_see_the_work_of_earlier_ones(tmp_path: Path):
    paths = [tmp_path / "first.yaml", tmp_path / "second.yaml"]
    head = "overlay: 1.0.0\ninfo: {title: A, version: '1'}\n"
    paths[0].write_text(head + "actions: [{target: $, update: {a: {}}}]\n")
    paths[1].write_text(head + "actions: [{target: $.a, update: {b: 1}}]\n")
    document = Document(source("d", ""), {}, "3.0")
    assert apply(document, paths).root == {"a": {"b": 1}}


def test_the_overlays_that_ship_apply_to_the_document_that_ships():
    folder = resources.spec_directory()
    document = load(str(folder / "openapi.json"))
    overlays = sorted((folder / "overlays").glob("*.yaml"))
    assert apply(document, overlays).root != document.root


@pytest.mark.parametrize(
    "copy_action", ["{target: $.a, copy: $}", "{target: $.a.deepest, copy: $}"]
)
def test_copies_of_copies_end(copy_action: str):
    """Each copy doubles the document; a hundred of them are more than there are atoms."""
    actions = [
        copy_action.replace("$.a,", f"$.a{n},").replace("$.a.", f"$.a{n}.") for n in range(99)
    ]
    nodes = {f"a{n}": {"deepest": {}} for n in range(99)}
    text = "overlay: 1.1.0\ninfo: {title: A, version: '1'}\nactions: [" + ", ".join(actions) + "]\n"
    with pytest.raises(DiagnosticError) as error:
        apply(Document(source("d", ""), {**nodes}, "3.0"), [source("o.yaml", text)])
    (said,) = error.value.diagnostics
    assert (said.code, said.help) == ("overlay-too-large", "copy a part of it")
    assert re.fullmatch("the copy gives the document [0-9,]+ (values|levels)", said.message)


def test_a_chain_of_copies_that_goes_ever_deeper():
    head = "overlay: 1.1.0\ninfo: {title: A, version: '1'}\nactions: "
    nested: dict = {}
    for _ in range(150):
        nested = {"x": nested}
    inner = "$.a" + ".x" * 150
    text = f"{head}[{{target: {inner}, copy: $.a}}]\n"
    with pytest.raises(DiagnosticError, match="gives the document 302 levels"):
        apply(Document(source("d", ""), {"a": nested}, "3.0"), [source("o.yaml", text)])
