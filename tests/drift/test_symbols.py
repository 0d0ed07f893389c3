"""Python names of changes, and the diff of the emitted client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from flaregen.cli import flaregen
from tests.support.small import small_document


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    path = tmp_path / "pinned.json"
    path.write_text(small_document(), encoding="utf-8")
    return path


@pytest.fixture
def edited(pinned: Path, tmp_path: Path) -> Path:
    """The document with a field gone from one request variant and one added."""
    root: Any = json.loads(pinned.read_bytes())
    operation = next(
        item["post"]
        for item in root["paths"].values()
        if item.get("post", {}).get("operationId") == "workers-ai-post-run-model"
    )
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    images = next(one for one in schema["oneOf"] if "num_steps" in one.get("properties", {}))
    del images["properties"]["num_steps"]
    images["properties"]["sharpness"] = {"type": "number", "description": "How sharp."}
    path = tmp_path / "edited.json"
    path.write_text(json.dumps(root), encoding="utf-8")
    return path


def report(*arguments: str) -> Any:
    command = ["drift", *arguments, "--format", "json", "--fail-on", "none"]
    return json.loads(CliRunner().invoke(flaregen, command, catch_exceptions=False).stdout)


def test_changes_name_fields_of_the_client(pinned: Path, edited: Path) -> None:
    symbols = {one["id"]: one["symbols"] for one in report(str(pinned), str(edited))["changes"]}
    assert symbols == {
        "property-added": ["TextToImageParams.sharpness"],
        "property-removed": ["TextToImageParams.num_steps"],
    }


def test_diff_of_the_emitted_client(pinned: Path, edited: Path) -> None:
    code = report(str(pinned), str(edited), "--show-code")["code"]
    removed = [line for line in code.splitlines() if line.startswith("-") and "num_steps" in line]
    added = [line for line in code.splitlines() if line.startswith("+") and "sharpness" in line]
    assert any("num_steps: int" in line for line in removed)
    assert any("sharpness: float" in line for line in added)


def test_nothing_to_show_for_the_same_document(pinned: Path) -> None:
    found = report(str(pinned), str(pinned), "--show-code")
    assert found["changes"] == []
    assert "code" not in found
