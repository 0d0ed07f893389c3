"""Edits of operations and paths at random places: the report names them and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flaregen.document import Document
from flaregen.drift.compare import compare
from flaregen.pointer import Pointer

from .operation_mutations import OPERATION_EDITS, PATH_EDITS, OperationEdit, PathEdit
from .settings import document
from .test_mutations import FEW, TODAY, WHOLE, main, pinned, planted, quiet, whole

pytestmark = pytest.mark.long

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


def operations(root: dict[str, Any]) -> list[Pointer]:
    return [
        Pointer(("paths", path, method))
        for path, item in root["paths"].items()
        for method in item
        if method in METHODS
    ]


def at(root: dict[str, Any], pointer: Pointer) -> dict[str, Any]:
    node: Any = root
    for token in pointer.tokens:
        node = node[token]
    found: dict[str, Any] = node
    return found


Chosen = dict[Pointer, OperationEdit]


def edited(root: dict[str, Any], chosen: Chosen, path: PathEdit | None, *, after: bool) -> Document:
    """One of the two sides."""
    found = planted(
        root,
        {
            place: edit.put(at(root, place), edit.after if after else edit.before)
            for place, edit in chosen.items()
        },
    ).root
    more = {} if path is None else path.after if after else path.before
    return document({**found, "paths": {**at(found, Pointer(("paths",))), **more}})


def check(root: dict[str, Any], chosen: Chosen, path: PathEdit | None) -> None:
    old = edited(root, chosen, path, after=False)
    new = edited(root, chosen, path, after=True)
    expected = {
        (f"{place}{edit.place(at(root, place))}", edit.level) for place, edit in chosen.items()
    }
    if path is not None:
        expected.add((f"/paths/{path.at}", path.level))
    found = {(str(place), one.level) for one in compare(old, new, TODAY) for place in main(one)}
    assert found == expected


def draws(root: dict[str, Any]) -> st.SearchStrategy[Chosen]:
    places, edits = st.sampled_from(operations(root)), st.sampled_from(OPERATION_EDITS)
    return st.dictionaries(places, edits, min_size=1, max_size=4)


def test_there_are_enough_kinds() -> None:
    names = [*(edit.name for edit in OPERATION_EDITS), *(edit.name for edit in PATH_EDITS)]
    assert len(names) == len(set(names)) >= 50


@quiet
@given(st.data())
def test_edits_of_the_pinned_document(data: st.DataObject) -> None:
    path = data.draw(st.none() | st.sampled_from(PATH_EDITS))
    check(pinned(), data.draw(draws(pinned())), path)


@pytest.mark.skipif(not WHOLE.is_file(), reason="the upstream documents are not here")
@settings(quiet, max_examples=FEW)
@given(st.data())
def test_edits_of_the_whole_document(data: st.DataObject) -> None:
    path = data.draw(st.none() | st.sampled_from(PATH_EDITS))
    check(whole(), data.draw(draws(whole())), path)


@pytest.mark.parametrize("edit", OPERATION_EDITS, ids=repr)
def test_each_edit_of_an_operation(edit: OperationEdit) -> None:
    check(pinned(), {operations(pinned())[0]: edit}, None)


@pytest.mark.parametrize("edit", PATH_EDITS, ids=repr)
def test_each_edit_of_a_path(edit: PathEdit) -> None:
    check(pinned(), {}, edit)
