"""What the tests of a project that follows an upstream share."""

import sys
from pathlib import Path

import pytest

# The tests and the program they run share a module.
sys.path.insert(0, str(Path(__file__).parent))

from upstream import CONFIG


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
