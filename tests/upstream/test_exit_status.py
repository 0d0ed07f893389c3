"""0 is fine, 1 a finding, 2 what could not be done: so that a job can tell news from failure."""

from __future__ import annotations

import contextlib
import json
import shutil
from pathlib import Path

import pytest
from tests.support.commands import run

from upstream import CONFIG, as_json, document, variant

TEXT = {"type": "string"}


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "flaregen.toml").write_text(CONFIG)
    (folder / "same.json").write_bytes(as_json(document()))
    (folder / "other.json").write_bytes(as_json(document(variant("Translation", words=TEXT))))
    wrong = document()
    wrong["paths"]["/zones"]["get"]["requestBody"] = {"$ref": "#/components/nothing"}
    (folder / "wrong.json").write_bytes(as_json(wrong))
    (folder / "broken.json").write_text("{")
    (folder / "settings.toml").write_text("[ouput]\n")
    with contextlib.chdir(folder):
        assert run("pull", "--quiet", "--from", "same.json") == 0
        assert run("build", "--quiet") == 0
    return folder


@pytest.fixture
def project(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a client, and documents: the same, another, a wrong and a broken one."""
    folder = shutil.copytree(built_once, tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


STATUS = {
    "build": 0,
    "build --spec same.json": 0,
    "build --spec missing.json": 2,
    "build --spec broken.json": 2,
    "build --operation unknown": 2,
    "build --config settings.toml": 2,
    "build --no-such-option": 2,
    "check": 0,
    "check --spec other.json": 1,
    "check --spec broken.json": 2,
    "check --config missing.toml": 2,
    "validate": 0,
    "validate wrong.json": 1,
    "validate broken.json": 1,
    "validate missing.json": 2,
    "validate https://127.0.0.1:9/x.json": 2,
    "validate git:HEAD:x.json": 2,
    "inspect": 0,
    "inspect missing.json": 2,
    "inspect broken.json": 2,
    "names": 2,
    "names --like missing.tsv": 2,
    "drift same.json": 0,
    "drift same.json other.json": 1,
    "drift same.json other.json --fail-on none": 0,
    "drift same.json broken.json": 2,
    "drift missing.json": 2,
    "drift": 2,
    "drift --live": 2,
    "pull --check --from same.json": 0,
    "pull --check --from other.json": 1,
    "pull --check --from missing.json": 2,
    "pull --check --from broken.json": 2,
    "pull --from other.json": 0,
    "pull --from https://127.0.0.1:9/x.json": 2,
    "pull --accept --check": 2,
    "init": 0,
    "init elsewhere --quiet": 0,
    "init --package class": 2,
    "init --update": 2,
    "unknown": 2,
    "--version": 0,
}


@pytest.mark.parametrize("command", STATUS)
def test_every_command(command: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLOUDFLARE_API_TOKEN", raising=False)
    assert run(*command.split()) == STATUS[command]


def test_an_edit_by_hand(project: Path) -> None:
    client = project / "generated" / "workers_ai" / "client.py"
    client.write_text(client.read_text() + "x = 1\n")
    assert run("check", "--quiet") == 1
    assert run("build", "--quiet") == 2


def test_a_failure_is_reported_to_programs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("pull", "--check", "--from", "broken.json", "--format", "json") == 2
    assert json.loads(capsys.readouterr().out)["errors"] == 1
