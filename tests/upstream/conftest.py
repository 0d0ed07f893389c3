"""What the tests of a project that follows an upstream share."""

import json
import sys
from pathlib import Path

import pytest
import yaml_rs

from flaregen import resources

# The tests and the program they run share a module.
sys.path.insert(0, str(Path(__file__).parent))

from upstream import CONFIG

_SMALL = Path(__file__).parents[1] / "golden" / "one_variant" / "spec.yaml"


@pytest.fixture
def small_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship a document of one operation: for what is about the project, not about its client."""
    folder = tmp_path / "shipped"
    (folder / "overlays").mkdir(parents=True)
    (folder / "openapi.json").write_text(json.dumps(yaml_rs.loads(_SMALL.read_text())))
    (folder / "names.toml").touch()
    monkeypatch.setattr(resources, "spec_directory", lambda: folder)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "flaregen.toml").write_text(CONFIG)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def repository(small_document: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
