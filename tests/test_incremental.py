"""Builds after a change: the same bytes as a build that knows of no other, from less work."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flaregen import building
from flaregen import config as configuration
from flaregen.building import Build, build
from flaregen.cache import kept
from flaregen.config import Config
from flaregen.diagnostic import DiagnosticError
from flaregen.emitting import codegen
from flaregen.emitting import format as formatting
from flaregen.pipeline import emitted
from flaregen.texts import MARK
from flaregen.understanding import read
from tests.support.concepts import CONCEPTS, Concept, config_of
from tests.support.objects_in import objects_in
from tests.support.openapi import json_body

_HOSTILE = next(concept for concept in CONCEPTS if concept.name == "hostile_text")
_RESOURCES = ("zones", "queues", "lists")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache"
    monkeypatch.setenv("FLAREGEN_CACHE_DIR", str(path))
    return path


def _document() -> Any:
    """Several resources, with components that they share, and with words everywhere."""
    paths = {}
    for name in _RESOURCES:
        item = {"$ref": f"#/components/schemas/{name}_item"}
        many = {"type": "array", "items": item}
        paths[f"/{name}"] = {
            "get": _operation(f"list-{name}", name, many, parameters=[_query(name)]),
            "post": _operation(f"create-{name}", name, item, requestBody=json_body(item)),
        }
        paths[f"/{name}/{{id}}"] = {
            "parameters": [{**_query("id"), "name": "id", "in": "path", "required": True}],
            "get": _operation(f"get-{name}", name, item),
        }
    components = {f"{name}_item": _item(name) for name in _RESOURCES}
    components["shared"] = _object("what all have", {"at": {"type": "string"}})
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1", "description": "Of it all."},
        "paths": paths,
        "components": {"schemas": components},
    }


def _operation(name: str, tag: str, answer: Any, **more: Any) -> Any:
    return {
        "operationId": name,
        "tags": [tag],
        "summary": name.replace("-", " "),
        "description": f"Does {name}.",
        **more,
        "responses": {"200": {"description": "It did.", **json_body(_envelope(answer))}},
    }


def _envelope(result: Any) -> Any:
    return _object("the envelope", {"success": {"type": "boolean"}, "result": result})


def _query(name: str) -> Any:
    return {
        "name": f"by_{name}",
        "in": "query",
        "description": f"Those of {name}",
        "schema": {"type": "string", "default": "x", "maxLength": 7},
    }


def _item(name: str) -> Any:
    properties = {
        "kind": {"enum": ["one", "two"], "description": f"Which of the {name}"},
        "description": {
            "type": "string",
            "description": "What it says.\n\nIn lines.",
            "default": "-",
        },
        "shared": {"$ref": "#/components/schemas/shared"},
        "inside": _object(f"inside of {name}", {"n": {"type": "integer", "description": "N"}}),
    }
    return _object(f"one of {name}", properties)


def _object(words: str, properties: Any) -> Any:
    return {"type": "object", "description": words, "properties": properties}


class _Project:
    """A document, names and a configuration on the disk, which changes are made to."""

    def __init__(self, folder: Path) -> None:
        self.root = _document()
        self.names: dict[str, str] = {}
        self._folder = folder
        folder.mkdir()
        self.config = replace(
            configuration.load(None),
            spec=str(folder / "spec.json"),
            overlays=(),
            operations=("*",),
            names=folder / "names.toml",
            directory=folder / "out",
            package="incremental",
        )

    def saved(self) -> Config:
        (self._folder / "spec.json").write_text(json.dumps(self.root), encoding="utf-8")
        text = "\n".join(
            f'[[operation]]\nid = "{i}"\nresource = "queues"\nmethod = "{m}"'
            for i, m in self.names.items()
        )
        (self._folder / "names.toml").write_text(text, encoding="utf-8")
        return self.config


def _described(project: _Project, draw: random.Random) -> None:
    found = [n for n in objects_in(project.root) if isinstance(n.get("description"), str)]
    words = ("Says {}", "Says {}.", "Ends in {}:\n\n- one\n- two", 'Quotes "{}"""')
    draw.choice(found)["description"] = draw.choice(words).format(draw.random())


def _described_alike(project: _Project, draw: random.Random) -> None:
    found = [n for n in objects_in(project.root) if isinstance(n.get("description"), str)]
    one, other = draw.sample(found, 2)
    one["description"] = other["description"]


def _description_removed(project: _Project, draw: random.Random) -> None:
    found = [n for n in objects_in(project.root["paths"]) if isinstance(n.get("summary"), str)]
    draw.choice(found).pop("description", None)


def _titled(project: _Project, draw: random.Random) -> None:
    draw.choice(_objects(project))["title"] = f"Title {draw.randrange(9)}"


def _summarised(project: _Project, draw: random.Random) -> None:
    found = [node for node in objects_in(project.root) if isinstance(node.get("summary"), str)]
    draw.choice(found)["summary"] = f"Summary {draw.random()}"


def _field_added(project: _Project, draw: random.Random) -> None:
    field = {"type": draw.choice(["string", "integer"]), "description": "More."}
    draw.choice(_objects(project))["properties"][f"more_{draw.randrange(9)}"] = field


def _field_removed(project: _Project, draw: random.Random) -> None:
    properties = draw.choice(_objects(project))["properties"]
    if len(properties) > 1:
        del properties[draw.choice([*properties])]


def _required(project: _Project, draw: random.Random) -> None:
    schema = draw.choice(_objects(project))
    schema["required"] = [draw.choice([*schema["properties"]])]


def _value_added(project: _Project, draw: random.Random) -> None:
    found = [n for n in objects_in(project.root) if isinstance(n.get("enum"), list)]
    if found:
        draw.choice(found)["enum"].append(f"value {draw.random()}")


def _default(project: _Project, draw: random.Random) -> None:
    found = [n for n in objects_in(project.root) if n.get("type") == "string"]
    draw.choice(found)["default"] = f"default {draw.random()}"


def _operation_added(project: _Project, draw: random.Random) -> None:
    number = draw.randrange(9)
    paths = project.root["paths"]
    paths[f"/zones/{{id}}/part{number}"] = {**paths["/zones/{id}"]}
    operation = _operation(f"part-{number}", "zones", {"type": "string"})
    paths[f"/zones/{{id}}/part{number}"]["get"] = operation


def _operation_removed(project: _Project, draw: random.Random) -> None:
    paths = project.root["paths"]
    del paths[draw.choice([*paths][1:])]


def _renamed(project: _Project, draw: random.Random) -> None:
    project.names["list-queues"] = f"all_{draw.randrange(9)}"


def _configured(project: _Project, draw: random.Random) -> None:
    project.config = replace(project.config, project=draw.random() < 0.5, version=draw.choice("12"))


_CHANGES: Sequence[Callable[[_Project, random.Random], None]] = (
    _described,
    _described_alike,
    _description_removed,
    _titled,
    _summarised,
    _field_added,
    _field_removed,
    _required,
    _value_added,
    _default,
    _operation_added,
    _operation_removed,
    _renamed,
    _configured,
)


def _objects(project: _Project) -> list[dict[str, Any]]:
    return [n for n in objects_in(project.root) if isinstance(n.get("properties"), dict)]


class _Work:
    """What builds have worked out: files that were formatted, and structures that were named."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.formatted: list[str] = []
        self.skeletons = 0
        self._format, self._skeleton = formatting._formatted, building._skeleton
        monkeypatch.setattr(formatting, "_formatted", self._formatting)
        monkeypatch.setattr(building, "_skeleton", self._making)

    def _formatting(self, contents: Sequence[bytes]) -> list[bytes]:
        self.formatted += [content.decode() for content in contents]
        return self._format(contents)

    def _making(self, *given: Any) -> Any:
        self.skeletons += 1
        return self._skeleton(*given)


def _again(config: Config, code: str = "code") -> Build:
    with kept(Path("client"), code):
        return build(config)


def test_random_changes_give_what_a_fresh_build_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, draw = _Project(tmp_path / "project"), random.Random(16)
    _again(project.saved())
    work = _Work(monkeypatch)
    changes = [*_CHANGES, *[_described] * 5]
    draw.shuffle(changes)
    shortcuts = 0
    for change in changes:
        change(project, draw)
        config = project.saved()
        fresh = _tried(build, config)
        made = work.skeletons
        assert _tried(_again, config) == fresh, change.__name__
        shortcuts += work.skeletons == made
    assert 0 < shortcuts < len(changes)


def _tried(make: Callable[[Config], Build], config: Config) -> object:
    """Findings with their places in the text, which a change of words before them moves."""
    try:
        return make(config)
    except DiagnosticError as error:
        return error.diagnostics


def test_the_words_of_an_operation_change_the_files_that_say_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = _Project(tmp_path / "project")
    before = _again(project.saved())
    work = _Work(monkeypatch)
    project.root["paths"]["/queues"]["get"]["description"] = "Other words, of many."
    after = _again(project.saved())
    (formatted,) = work.formatted
    assert "Other words, of many." in formatted
    assert work.skeletons == 0
    resource = "incremental/resources/queues.py"
    assert _changed(before, after) == {resource, "incremental/flaregen.lock"}
    project.root["components"]["schemas"]["shared"]["description"] = "Other words, of all."
    _again(project.saved())
    assert all("Other words, of all." in one for one in work.formatted[1:])
    assert (len(work.formatted) > 1, work.skeletons) == (True, 0)


def _changed(before: Build, after: Build) -> set[str]:
    known = {file.path: file.content for file in before.files}
    assert known.keys() == {file.path for file in after.files}
    return {str(file.path) for file in after.files if known[file.path] != file.content}


def test_a_structure_that_returns_after_another_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each client the last build is kept; what it did not ask keeps nothing alive."""
    project = _Project(tmp_path / "project")
    first = _again(project.saved())
    work = _Work(monkeypatch)
    project.names["list-queues"] = "all"
    _again(project.saved())
    project.names.clear()
    assert _again(project.saved()) == first
    assert work.skeletons == 2


def test_types_are_known_after_a_build_that_did_not_ask_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = _Project(tmp_path / "project")
    _again(project.saved())
    project.root["info"]["description"] = "Other words."
    _again(project.saved())
    monkeypatch.setattr(codegen, "_generated", lambda *_: pytest.fail("types were written again"))
    project.root["paths"]["/zones"]["get"]["summary"] = "Other words"
    _again(project.saved())


def test_other_code_and_other_settings_make_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = _Project(tmp_path / "project")
    _again(project.saved())
    work = _Work(monkeypatch)
    _again(project.saved(), code="other code")
    assert work.skeletons == 1
    project.config = replace(project.config, package="renamed")
    _again(project.saved(), code="other code")
    assert work.skeletons == 2


def test_errors_say_the_words_of_the_document(tmp_path: Path) -> None:
    project = _Project(tmp_path / "project")
    project.root["paths"]["/zones"]["get"]["responses"] = "Words."
    with pytest.raises(DiagnosticError) as one:
        _again(project.saved())
    assert MARK not in str(one.value)
    with pytest.raises(DiagnosticError) as other:
        read(project.config)
    assert one.value.diagnostics == other.value.diagnostics


@pytest.mark.parametrize("concept", [*CONCEPTS[::5], _HOSTILE], ids=str)
def test_numbers_for_words_make_the_client_that_words_make(concept: Concept) -> None:
    config = replace(config_of(concept), project=True)
    with kept(Path("client"), "code"):
        reading = read(config)
        files = emitted(config, reading)
    made = _again(config)
    assert (made.files[:-1], made.remarks) == (files, reading.remarks)
