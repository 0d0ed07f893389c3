"""``[spec] path`` that is no path: a document on a server, or at a revision in git."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.support.commands import LOOPBACK, run
from tests.support.folders import state
from tests.support.loopback import Answer, Loopback, serve

from flaregen.lock import read_lock
from upstream import RUN, as_json, document

COMMIT = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]


@dataclass
class Elsewhere:
    """A project whose document is elsewhere: what reading it takes, and how to replace it."""

    folder: Path
    name: str
    access: tuple[str, ...]
    server: Loopback

    def publish(self, content: dict[str, Any]) -> None:
        self.server.answer = lambda _: Answer(as_json(content))
        (self.folder / "openapi.json").write_bytes(as_json(content))
        for arguments in (["add", "openapi.json"], [*COMMIT, "commit", "-qm", "Publish"]):
            subprocess.run(["git", *arguments], check=True)


@pytest.fixture(params=["a URL", "git"])
def elsewhere(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Elsewhere]:
    monkeypatch.chdir(tmp_path)
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    subprocess.run(["git", "init", "-q"], check=True)
    with serve(Answer(status=404)) as server:
        is_url = request.param == "a URL"
        name = f"{server.url}/openapi.json" if is_url else "git:HEAD:openapi.json"
        given = Elsewhere(tmp_path, name, LOOPBACK if is_url else (), server)
        given.publish(document())
        (tmp_path / "flaregen.toml").write_text(f'[spec]\npath = "{name}"\n')
        yield given


def test_what_is_configured_is_read(elsewhere: Elsewhere, capsys: pytest.CaptureFixture[str]):
    assert run("validate", *elsewhere.access) == 0
    assert capsys.readouterr().err == f"{elsewhere.name}: valid\n"
    assert run("inspect", "--format", "json", *elsewhere.access) == 0
    (operation,) = json.loads(capsys.readouterr().out)["operations"]
    assert operation["path"] == RUN


def test_the_lock_says_where_it_was(elsewhere: Elsewhere):
    assert run("build", "--quiet", *elsewhere.access) == 0
    package = elsewhere.folder / "generated" / "workers_ai"
    lock = read_lock(package / "flaregen.lock")
    assert lock is not None
    assert lock.inputs.spec.source == elsewhere.name
    before = state(package)
    assert run("check", "--quiet", *elsewhere.access) == 0
    assert run("build", "--quiet", *elsewhere.access) == 0
    assert state(package) == before


def test_it_is_read_anew_each_time(elsewhere: Elsewhere):
    assert run("build", "--quiet", *elsewhere.access) == 0
    changed = document()
    changed["components"]["schemas"]["Answer"]["oneOf"][0]["properties"]["more"] = {}
    elsewhere.publish(changed)
    assert run("check", "--quiet", *elsewhere.access) == 1
    assert run("build", "--quiet", *elsewhere.access) == 0
    assert run("check", "--quiet", *elsewhere.access) == 0


@pytest.mark.parametrize("options", [["--from", "openapi.json"], ["--accept"]])
def test_a_pull_has_nothing_to_replace(
    options: list[str], elsewhere: Elsewhere, capsys: pytest.CaptureFixture[str]
):
    before = state(elsewhere.folder)
    assert run("pull", *options) == 2
    said = capsys.readouterr().err
    assert f"error: {elsewhere.folder / 'flaregen.toml'} pins no document of its own\n" in said
    assert f"  help: [spec] path is {elsewhere.name}; a pull needs a file in the project" in said
    assert state(elsewhere.folder) == before
