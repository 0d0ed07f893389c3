"""A change of one model is a small change of what is emitted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from flaregen.pipeline import generate
from flaregen.understanding import read
from tests.support.pinned import ROOT, pinned_config

KIMI = "/accounts/{account_id}/ai/run/@cf/moonshotai/kimi-k2.6"
_PINNED = ROOT / "spec" / "openapi.json"


def _built(path: Path) -> dict[str, list[str]]:
    config = replace(pinned_config(), spec=str(path))
    files = generate(config, read(config))
    return {str(file.path): file.content.decode().splitlines() for file in files}


@cache
def _before() -> dict[str, list[str]]:
    return _built(_PINNED)


def _changed(folder: Path, change: Callable[[Any], None]) -> dict[str, list[str]]:
    """The lines that are new in each file that differs."""
    document = json.loads(_PINNED.read_bytes())
    change(document)
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    before, after = _before(), _built(path)
    return {
        name: [line for line in after[name] if line not in before.get(name, ())]
        for name in after
        if after[name] != before.get(name)
    }


def test_a_changed_schema_changes_one_file(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        schema = document["components"]["schemas"]["kimi-k2.6-request"]
        effort = schema["allOf"][1]["properties"]["reasoning_effort"]
        effort["enum"] = ["none", "low", "high", None]

    (changed,) = _changed(tmp_path, change).items()
    assert changed == (
        "workers_ai/models/kimi_k2_6.py",
        ['        reasoning_effort: Literal["none", "low", "high"] | None'],
    )


def test_a_new_model_is_a_line(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document["paths"][KIMI.replace("k2.6", "k9")] = document["paths"][KIMI]

    changed = _changed(tmp_path, change)
    assert changed.keys() == {
        "workers_ai/catalogue.py",
        "workers_ai/models/facts.py",
        "workers_ai/models/names.py",
    }
    # One name is written on the line of its alias, two have a line each.
    assert changed["workers_ai/models/names.py"] == [
        "KimiK26Name: TypeAlias = Literal[",
        '    "@cf/moonshotai/kimi-k2.6",',
        '    "@cf/moonshotai/kimi-k9",',
    ]


def test_a_request_of_its_own_renames_no_class(tmp_path: Path) -> None:
    """Even if its component has the shorter name."""

    def change(document: Any) -> None:
        schemas = document["components"]["schemas"]
        settings = json.loads(json.dumps(schemas["chat-completion-settings"]))
        settings["properties"]["temperature"] = {"type": "string"}
        messages = schemas["chat-completion-request"]["allOf"][0]
        schemas["kimi-k2.6-request"]["allOf"][:1] = [messages, settings]

    assert {*_changed(tmp_path, change)} == {"workers_ai/models/kimi_k2_6.py"}


def test_an_answer_of_its_own_moves_no_class(tmp_path: Path) -> None:
    """What it has in common with others stays in the module where it was."""

    def change(document: Any) -> None:
        said = {"$ref": "#/components/schemas/chat-completion"}
        more = {"type": "object", "properties": {"zebra": {"type": "integer"}}}
        schema = {
            "type": "object",
            "properties": {"result": {"title": "Kimi", "allOf": [said, more]}},
        }
        operation = document["paths"][KIMI]["post"]
        content = {"application/json": {"schema": schema}}
        operation["responses"] = {"200": {"description": "An answer.", "content": content}}

    changed = _changed(tmp_path, change)
    assert {name for name in changed if "/models/" in name} == {
        "workers_ai/models/answers/kimi.py",
        "workers_ai/models/kimi_k2_6.py",
        "workers_ai/models/runners.py",
    }


def _leave(document: Any, title: str) -> None:
    """Give one model of a group a request of its own."""
    path = KIMI.replace("moonshotai/kimi-k2.6", "zai-org/glm-5.3-flash")
    more = {"type": "object", "properties": {"zebra": {"type": "integer"}}}
    said = {"$ref": "#/components/schemas/glm-5.3-request"}
    schema = {"title": title, "allOf": [said, more]}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    document["paths"][path]["post"]["requestBody"] = body


def test_one_model_of_several_that_are_alike_leaves_the_others(tmp_path: Path) -> None:
    changed = _changed(tmp_path, partial(_leave, title="Zebra"))
    assert {name for name in changed if "/models/" in name} == {
        "workers_ai/models/names.py",
        "workers_ai/models/overloads.py",
        "workers_ai/models/runners.py",
        "workers_ai/models/zebra.py",
    }


def test_a_title_that_differs_in_capitals_alone_is_no_second_group_in_one_module(
    tmp_path: Path,
) -> None:
    document = json.loads(_PINNED.read_bytes())
    _leave(document, title="Glm 5 3")
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    names = "\n".join(_built(path)["workers_ai/models/names.py"])
    rows = re.findall(r'\("(\w+) (\w*Runner)', names)
    modules = [module for module, runner in rows if not runner.startswith("Queued")]
    assert len(modules) == len({*modules})


def test_an_image_that_comes_with_its_seed_is_still_a_file(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        image = document["components"]["schemas"]["image-in-json"]
        image["properties"]["seed"] = {"type": "integer"}

    (changed,) = _changed(tmp_path, change).items()
    assert changed == (
        "workers_ai/models/answers/image.py",
        ['class Image(BinaryResponse, base64="image", others=["seed"]):'],
    )
