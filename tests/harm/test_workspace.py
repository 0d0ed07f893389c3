"""A repository that brings its own ``.flaregen-work``: nothing in it is obeyed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.commands import Run

from .documents import document

WORK = ".flaregen-work"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with a configuration, a document, a link to its hooks, and a file next to it."""
    folder = tmp_path / "clone"
    (folder / "spec").mkdir(parents=True)
    (folder / "flaregen.toml").write_text(
        '[spec]\npath = "spec/openapi.json"\n[pull]\nsource = "upstream.json"\n'
    )
    pinned = document()
    (folder / "spec" / "openapi.json").write_text(json.dumps(pinned))
    pinned["info"]["title"] = "Changed"
    (folder / "upstream.json").write_text(json.dumps(pinned))
    (tmp_path / "outside").write_text("precious")
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    monkeypatch.chdir(folder)
    return folder


def hostile(place: Path, hooks: Path) -> None:
    """What once wrote a hook: a journal, the file it moves, and a link for it to go through."""
    work = place / WORK
    (work / "new" / "exit").mkdir(parents=True)
    (work / "new" / "exit" / "post-checkout").write_text("#!/bin/sh\necho stolen\n")
    (place / "exit").symlink_to(os.path.relpath(hooks, place))
    steps = ["exit/post-checkout", "../outside"]
    journal = {"tree": None, "inode": 0, "ours": [], "steps": steps}
    (work / "journal").write_text(json.dumps(journal))


COMMANDS = {
    "generated": ["build", "--quiet"],
    "spec": ["pull", "--quiet"],
    ".": ["pull", "--quiet", "--check", "--open-pr-body", "body.md"],
    "./": ["drift", "--quiet", "upstream.json", "--write-changelog", "CHANGELOG.md"],
}
"""By the folder that is written to."""


def everything(folder: Path) -> dict[str, bytes]:
    """Every file but those of git, which notes when an index was looked at."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path): path.read_bytes()
        for path in files
        if ".git" not in path.parts or "hooks" in path.parts
    }


@pytest.mark.parametrize("place", COMMANDS)
def test_a_workspace_that_git_tracks_is_refused(place: str, repository: Path, run: Run):
    folder = repository / place
    folder.mkdir(exist_ok=True)
    hostile(folder, repository / ".git" / "hooks")
    subprocess.run(["git", "add", "--all"], check=True)
    before = everything(repository.parent)
    status, _, said = run(*COMMANDS[place])
    assert status == 2
    assert said.startswith("error: git tracks ")
    assert everything(repository.parent) == before


@pytest.mark.parametrize("place", COMMANDS)
def test_one_that_git_does_not_track_says_nothing(place: str, repository: Path, run: Run):
    """As from an archive: what is in it is cleared, and moves and removes nothing else."""
    folder = repository / place
    folder.mkdir(exist_ok=True)
    hostile(folder, repository / ".git" / "hooks")
    hooks = everything(repository / ".git" / "hooks")
    status, _, _ = run(*COMMANDS[place])
    assert status in {0, 1}
    assert everything(repository / ".git" / "hooks") == hooks
    assert (repository.parent / "outside").read_text() == "precious"
    assert (repository.parent / "outside").read_text() == "precious"
    assert not (folder / WORK).exists()


def links(place: Path) -> Iterator[str]:
    yield from (f"{place}/{WORK}{name}" for name in ("", "/lock", "/tree", "/old", "/new", "/x"))


@pytest.mark.parametrize("place", COMMANDS)
def test_links_are_refused(place: str, repository: Path, run: Run):
    for number, name in enumerate(links(repository / place)):
        link = Path(name)
        link.parent.mkdir(parents=True, exist_ok=True)
        target = repository.parent / f"target-{number}"
        link.symlink_to(target)
        status, _, said = run(*COMMANDS[place])
        assert status == 2
        assert WORK in said
        assert not os.path.lexists(target)
        target.mkdir()
        (target / "file").write_text("precious")
        assert run(*COMMANDS[place])[0] == 2
        assert [path.name for path in target.iterdir()] == ["file"]
        link.unlink()


def test_a_lock_removes_nothing_through_a_link(repository: Path, run: Run):
    """A committed lock says what flaregen wrote: not what lies behind a folder that is a link."""
    assert run("build", "--quiet")[0] == 0
    hooks = repository / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "post-checkout").write_text("mine")
    (repository / "generated" / "exit").symlink_to("../.git/hooks")
    lock = repository / "generated" / "workers_ai" / "flaregen.lock"
    digest = "0" * 64
    lock.write_text(lock.read_text() + f'"exit/post-checkout" = "{digest}"\n')
    run("build", "--quiet", "--force", "--overwrite")
    assert (hooks / "post-checkout").read_text() == "mine"
    assert "exit/post-checkout" not in lock.read_text()


def test_git_runs_nothing_that_the_folder_brings(repository: Path, run: Run):
    """A folder can be a bare repository, whose configuration names programs."""
    generated = repository / "generated"
    subprocess.run(["git", "init", "--quiet", "--bare", str(generated)], check=True)
    (generated / WORK).mkdir()
    program = repository / "program"
    program.write_text(f"#!/bin/sh\ntouch {repository.parent}/ran\n")
    program.chmod(0o755)
    setting = ["git", "-C", str(generated), "config"]
    subprocess.run([*setting, "core.fsmonitor", str(program)], check=True)
    subprocess.run([*setting, "core.bare", "false"], check=True)
    subprocess.run([*setting, "core.worktree", str(generated)], check=True)
    assert run("build", "--quiet")[0] == 0
    assert not (repository.parent / "ran").exists()
