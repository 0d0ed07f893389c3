"""The surface that naming gives is the one that the emitted source has."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from flaregen.names.model_surface import model_symbols
from flaregen.names.surface import surface
from flaregen.names.symbol import Surface, Symbol
from flaregen.pointer import Pointer
from flaregen.rendered import RenderedFile
from flaregen.understanding import models_by_name
from tests.support.concepts import CONCEPTS, Concept, config_of, emitted, reading_of
from tests.support.emitted_surface import emitted_surface
from tests.support.pinned import ROOT, pinned, pinned_config


def compare_with_source(named: Surface, files: Iterable[RenderedFile]) -> None:
    """Every name with its kind, role, type and whether it is required.

    Unions follow from their classes, and derived methods take what their operation takes.
    """
    source = emitted_surface(files)
    derived, unions = source.of("derived method").keys(), named.of("union").keys()
    assert unions <= source.of("alias").keys()
    expected = {
        name: said(one)
        for name, one in source.symbols.items()
        if name not in unions and not (one.kind == "argument" and one.owner in derived)
    }
    assert {
        name: said(one)
        for name, one in named.symbols.items()
        if name not in unions and one.kind != "answer" and (one.kind != "argument" or one.required)
    } == expected
    assert places(named) == places(source)
    returned = dict(_returned(files))
    answers = {name: one.text for name, one in named.of("answer").items()}
    assert {name: answers[name] for name in returned} == returned


def _returned(files: Iterable[RenderedFile]) -> Iterator[tuple[str, str]]:
    """What methods without overloads return, by the name of the call."""
    for file in files:
        tree = ast.parse(file.content) if "resources" in file.path.parts else ast.Module([], [])
        labels = {
            ast.unparse(one.targets[0]): one.value.args[0].value  # type: ignore[attr-defined]
            for one in tree.body
            if isinstance(one, ast.Assign) and ast.unparse(one.value).startswith("Operation(")
        }
        classes = [one for one in tree.body if isinstance(one, ast.ClassDef)]
        for node in classes[:1]:
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            overloaded = {one.name for one in methods if one.decorator_list}
            for one in methods:
                if (label := labels.get(one.name.upper())) and one.name not in overloaded:
                    assert one.returns is not None
                    yield f"client.{label}()", ast.unparse(one.returns).partition("[")[0]


def said(one: Symbol) -> Any:
    if one.kind in ("argument", "method"):
        return one.kind, one.role, one.required and one.kind == "argument"
    return one.kind, one.role, sorted(one.types), one.required


def places(found: Surface) -> dict[str, list[str]]:
    """What calls give by place, in the order of the path."""
    return {
        name: [one.member for one in found.members.get(name, ()) if one.required]
        for name in found.of("method")
    }


@pytest.mark.parametrize("concept", CONCEPTS, ids=str)
def test_golden(concept: Concept) -> None:
    slashed = config_of(concept).wire.slashed
    compare_with_source(surface(reading_of(concept).operations, slashed), emitted(concept))


def test_client_in_the_repository() -> None:
    folder = ROOT / "generated"
    files = [
        RenderedFile(PurePosixPath(path.relative_to(folder).as_posix()), path.read_bytes())
        for path in sorted((folder / pinned_config().package).rglob("*.py"))
    ]
    named = surface(pinned().operations, pinned_config().wire.slashed)
    assert len(named.symbols) > 200
    compare_with_source(named, files)


def test_models_by_name_have_the_names_that_their_source_defines() -> None:
    symbols = [
        one
        for _, models in models_by_name(pinned_config(), pinned())
        for one in model_symbols(models, pinned_config().wire.queued)
    ]
    folder = ROOT / "generated" / pinned_config().package / "models"
    defined = {*_defined(folder)}
    assert {one.name.removesuffix("()") for one in symbols if one.kind != "runner"} <= defined
    assert {name for one in symbols if one.kind == "runner" for name in one.types} <= defined
    assert len(symbols) > 1000


def test_the_classes_of_models_know_the_paths_that_have_them() -> None:
    (concept,) = (one for one in CONCEPTS if one.name == "models_by_name")
    found = models_by_name(config_of(concept), reading_of(concept))
    users = {
        one.name: [pointer.tokens[1].rpartition("/")[2] for pointer in one.operations]
        for _, models in found
        for one in model_symbols(models, config_of(concept).wire.queued)
        if one.kind == "class" and one.operations
    }
    writers = ["writer-small", "writer-large"]
    assert users == {
        "models.Message": writers,
        "models.Style": [*writers, "painter"],
        "models.answers.Written": writers,
        "models.answers.WrittenPiece": writers,
        "models.answers.Transcript": ["listener"],
        "models.answers.Word": [*writers, "listener"],
    }


def _defined(folder: Path) -> Iterator[str]:
    """Classes, and what they and their bases annotate or give as properties."""
    classes = {
        f"{'models.answers' if path.parent.name == 'answers' else 'models'}.{node.name}": node
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ClassDef)
    }
    for path in (folder / "answers").glob("*.py"):
        for node in ast.parse(path.read_bytes()).body:
            if isinstance(node, ast.AnnAssign):
                yield f"models.answers.{ast.unparse(node.target)}"
    for name, cls in classes.items():
        bases = [classes.get(f"models.{ast.unparse(base)}") for base in cls.bases]
        yield name
        for statement in (one for part in (cls, *filter(None, bases)) for one in part.body):
            if isinstance(statement, ast.AnnAssign):
                yield f"{name}.{ast.unparse(statement.target)}"
            elif isinstance(statement, ast.FunctionDef):
                yield f"{name}.{statement.name}"


def test_every_name_has_a_place_that_the_document_has() -> None:
    document = pinned().document
    for name, one in surface(pinned().operations).symbols.items():
        assert one.pointers or one.kind == "model", name
        for pointer in (*one.pointers, *one.context):
            document.at(pointer)


def test_place_of_a_field_leads_back_to_it() -> None:
    found = surface(pinned().operations)
    (first, *_) = found.symbols["TranslationParams.target_lang"].pointers
    assert found.at(first) == ("TranslationParams.target_lang",)
    assert found.at(first.child("description")) == ("TranslationParams.target_lang",)
    assert found.at(Pointer(("info",))) == ()


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda one: one.name)
def test_a_class_has_each_of_its_places_once(concept: Concept) -> None:
    """A component that a hundred properties refer to is one place, not a hundred."""
    tasks = [task for operation in reading_of(concept).operations for task in operation.tasks]
    for cls in (cls for task in tasks for cls in task.nested):
        assert len({place.pointer for place in cls.places}) == len(cls.places), cls.name


def test_symbols_of_the_body_know_their_operations() -> None:
    (concept,) = (one for one in CONCEPTS if one.name == "query_parameters")
    operations = reading_of(concept).operations
    known = {f"{one.resource}.{one.method}": one.operation.pointer for one in operations}
    found = surface(operations).symbols
    assert found["ShelvesSearchResponse"].operations == (known["shelves.search"],)
    assert found["ShelvesGuessParams"].operations == (known["shelves.guess"],)
