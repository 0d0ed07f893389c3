"""Repositories that mean harm: nothing that they bring is run, removed for them, or copied."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml_rs

from flaregen.diagnostic import UsageError
from flaregen.git_command import git
from flaregen.lock import owned, read_lock
from flaregen.upstream import initialize
from flaregen.upstream.initialize import plan
from flaregen.upstream.installation import Installation
from flaregen.upstream.pin import SpecLock, render_spec_lock
from tests.support.commands import run as command_line

from .documents import document

SETTINGS = '[spec]\npath = "spec.json"\n'
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "clone"
    folder.mkdir()
    (folder / "spec.json").write_text(json.dumps(document()))
    (folder / "flaregen.toml").write_text(SETTINGS)
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", folder], check=True)
    (tmp_path / "secret").write_text("a credential")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(initialize, "installation", lambda: Installation("flaregen @ {url}", True))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *arguments: (command_line(*arguments), "".join(capsys.readouterr()))


def program(path: Path) -> Path:
    """A program that leaves a trace."""
    path.write_text(f"#!/bin/sh\ntouch {path.parent}/ran\nexit 1\n")
    path.chmod(0o755)
    return path


def track(folder: Path) -> None:
    subprocess.run(["git", "-C", folder, "add", "--all"], check=True)


LINKS = {
    "generated/workers_ai/client.py": "../../../secret",
    "generated/workers_ai/py.typed": "/dev/zero",
    "generated/README.md": "../../secret",
    "generated/pyproject.toml": "nothing",
    "generated/workers_ai/_runtime": "../../runtime",
}
"""What is put in the place of a file or a folder of ours."""


def put_links(repository: Path) -> None:
    """One leads to a folder with files of the same names, and of the same content but one."""
    shutil.copytree(repository / "generated" / "workers_ai" / "_runtime", repository / "runtime")
    (repository / "runtime" / "urls.py").write_text("a credential")
    for name, target in LINKS.items():
        place = repository / name
        place.rename(repository / f"was-{place.name}")
        place.symlink_to(target)
        os.utime(place, (2e9, 2e9), follow_symlinks=False)


def test_a_client_is_not_read_through_links(repository: Path, run: Run, tmp_path: Path) -> None:
    (repository / "flaregen.toml").write_text(f"{SETTINGS}[output]\nproject = true\n")
    assert run("build", "--quiet")[0] == 0
    put_links(repository)
    before = (tmp_path / "secret", repository / "runtime")
    contents = {file: file.read_bytes() for top in before for file in files_of(top)}
    for command, status in ({"check": 1, "build": 2}).items():
        code, said = run(command)
        assert (code, "a credential" in said) == (status, False)
        for name in LINKS:
            place = name.removeprefix("generated/")
            assert f"{place}: differs: is a symbolic link" in said or (
                f"differs: {place} is a symbolic link" in said
            )
    assert run("build", "--quiet", "--overwrite")[0] == 0
    assert not [name for name in LINKS if (repository / name).is_symlink()]
    assert {file: file.read_bytes() for top in before for file in files_of(top)} == contents
    assert run("check")[0] == 0


def files_of(top: Path) -> list[Path]:
    return [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())


@pytest.mark.parametrize("place", ["generated", "generated/workers_ai"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_the_folder_of_a_client_is_not_a_link(
    place: str, command: str, repository: Path, run: Run
) -> None:
    other = repository / "other"
    (other / "workers_ai").mkdir(parents=True)
    for name in ("client.py", "README.md", "workers_ai/client.py"):
        (other / name).write_text("a credential")
    (repository / place).parent.mkdir(exist_ok=True)
    (repository / place).symlink_to(other)
    status, said = run(command)
    assert (status, "is a symbolic link to" in said, "a credential" in said) == (2, True, False)
    assert len(files_of(other)) == 3


def test_a_check_shows_nothing_that_only_the_lock_calls_ours(repository: Path, run: Run) -> None:
    (repository / "flaregen.toml").write_text(f'{SETTINGS}[output]\ndirectory = "."\n')
    assert run("build", "--quiet")[0] == 0
    (repository / ".env").write_text("a credential")
    lock = repository / "workers_ai" / "flaregen.lock"
    lock.write_text(f'{lock.read_text()}".env" = "0"\n"../secret" = "0"\n"/dev/zero" = "0"\n')
    status, said = run("check")
    assert (status, "a credential" in said) == (1, False)


@pytest.mark.parametrize("name", ["generated/workers_ai/flaregen.lock", "spec.lock"])
@pytest.mark.parametrize("target", ["/dev/zero", "/nowhere", "../secret", "pipe"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_lock_is_a_file(name: str, target: str, command: str, repository: Path, run: Run) -> None:
    lock = repository / name
    lock.parent.mkdir(parents=True, exist_ok=True)
    if target == "pipe":
        os.mkfifo(lock)
    else:
        lock.symlink_to(target)
    kind = "not a regular file" if target == "pipe" else "a symbolic link"
    status, said = run(command, "--quiet")
    assert (status, f"cannot be read: it is {kind}" in said) == (2, True)


def test_a_lock_is_not_read_without_end(repository: Path, run: Run) -> None:
    with (repository / "spec.lock").open("wb") as file:
        file.truncate(1 << 40)
    status, said = run("check", "--quiet")
    assert (status, "it has more than 64 MB" in said) == (2, True)


@pytest.mark.parametrize("name", ["flaregen.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("/dev/zero", "is not a regular file"),
        ("missing.toml", "is not a regular file"),
        ("../secret", "is a symbolic link to ../secret, which leads out of"),
    ],
)
def test_a_configuration_is_a_file_of_the_project(
    name: str, target: str, reason: str, repository: Path, run: Run
) -> None:
    (repository / "flaregen.toml").rename(repository / "ours.toml")
    (repository / name).symlink_to(target)
    status, said = run("check", "--quiet")
    assert (status, reason in said) == (2, True)
    assert run("check", "--quiet", "--config", "ours.toml")[0] == 1


def test_a_configuration_may_be_a_link_in_the_project(repository: Path, run: Run) -> None:
    (repository / "settings").mkdir()
    (repository / "flaregen.toml").rename(repository / "settings" / "ours.toml")
    (repository / "flaregen.toml").symlink_to("settings/ours.toml")
    assert run("build", "--quiet")[0] == 0


def test_a_check_verifies_the_pin_as_a_build_does(repository: Path, run: Run) -> None:
    lock = SpecLock("spec.json", "https://example.com/a.json", "0", "0", "2026-11-29", ())
    (repository / "spec.lock").write_text(render_spec_lock(lock))
    for command in ("check", "build"):
        status, said = run(command, "--quiet")
        assert (status, "pin-mismatch" in said) == (2, True)


def test_git_is_not_looked_for_in_the_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows looks there before the PATH; elsewhere an empty entry of the PATH says the same."""
    program(repository / "git")
    monkeypatch.setenv("PATH", f"{os.pathsep}.{os.pathsep}{os.environ['PATH']}")
    assert git("--version").stdout.startswith(b"git version")
    assert not (repository / "ran").exists()


def test_a_lock_removes_nothing_of_the_repository(repository: Path, run: Run) -> None:
    """Where the output folder is the top of a repository, the lock may name any file there."""
    (repository / "flaregen.toml").write_text(f'{SETTINGS}[output]\ndirectory = "."\n')
    assert run("build", "--quiet")[0] == 0
    (repository / "src").mkdir()
    lock = repository / "workers_ai" / "flaregen.lock"
    before = {}
    for place in (".git/HEAD", ".env", "src/shop.py", "../secret"):
        if not (repository / place).exists():
            (repository / place).write_text("mine")
        before[place] = (repository / place).read_bytes()
        digest = hashlib.sha256(before[place]).hexdigest()
        lock.write_text(f'{lock.read_text()}"{place}" = "{digest}"\n')
    assert not {*map(str, owned(read_lock(lock), "workers_ai"))} & before.keys()
    assert run("build", "--quiet", "--force", "--overwrite")[0] == 0
    assert {place: (repository / place).read_bytes() for place in before} == before
    assert not set(lock.read_text().split('"')) & before.keys()


@pytest.mark.parametrize(
    "name", [".gitattributes", "flaregen.toml", ".github/workflows/flaregen.yml"]
)
@pytest.mark.parametrize("force", [True, False])
def test_a_set_up_copies_nothing_from_behind_a_link(
    name: str, force: bool, repository: Path, tmp_path: Path
) -> None:
    link = repository / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(tmp_path / "secret")
    with pytest.raises(UsageError, match="is a symbolic link to"):
        plan(repository, package=None, output=None, force=force)


def test_a_changelog_is_not_read_through_a_link(repository: Path, run: Run) -> None:
    (repository / "CHANGELOG.md").symlink_to("../secret")
    status, said = run("drift", "-q", "spec.json", "spec.json", "--write-changelog", "CHANGELOG.md")
    assert (status, "is a symbolic link to ../secret" in said) == (2, True)
    assert (repository / "CHANGELOG.md").is_symlink()


def test_pins_are_not_renewed_through_a_link(repository: Path, run: Run, tmp_path: Path) -> None:
    """A folder of another repository, whose jobs would be rewritten."""
    other = tmp_path / "other" / "workflows"
    other.mkdir(parents=True)
    text = 'env:\n  FLAREGEN: "flaregen @ x" # renewed by flaregen init --update\n'
    (other / "flaregen.yml").write_text(text)
    (repository / ".github").symlink_to("../other")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(initialize, "installation", lambda: Installation("flaregen @ y"))
        assert run("init", "--update")[0] == 2
    assert [(path.name, path.read_text()) for path in other.iterdir()] == [("flaregen.yml", text)]


@pytest.mark.parametrize("host", ["github", "gitlab"])
@pytest.mark.parametrize("name", ["x$(touch${IFS}ran)", "x`id`", 'a"b', "a'b", "a;id", "a&b", "ü"])
def test_a_name_of_a_branch_or_folder_is_one_word_of_a_job(
    name: str, host: str, repository: Path
) -> None:
    subprocess.run(["git", "symbolic-ref", "HEAD", f"refs/heads/{name}"], check=True)
    if host == "gitlab":
        (repository / ".gitlab-ci.yml").touch()
    (repository / name).mkdir()
    files = plan(Path(name), package=None, output=None, force=False).files
    (job,) = (text for path, text in files.items() if path.endswith(".yml"))
    lines = job.decode().replace("\\\n", " ").splitlines()
    (line,) = (line for line in lines if "propose.py" in line)
    given = shlex.split(line)
    branch = "$CI_DEFAULT_BRANCH" if host == "gitlab" else "$GITHUB_REF_NAME"
    assert given[given.index("--base") + 1] == branch
    assert given[given.index("--pin") + 1] == f"{name}/spec/openapi.json"
    assert re.fullmatch(r"flaregen/upstream-[\w-]+", given[given.index("--branch") + 1], re.ASCII)
    assert yaml_rs.loads(job.decode())


@pytest.mark.parametrize("name", ["${{github.token}}", "a\nb", "a\u202eb"])
def test_what_a_job_cannot_name_is_refused(name: str, repository: Path, run: Run) -> None:
    """GitHub puts the values of its expressions into a script before any shell sees it."""
    (repository / name).mkdir()
    status, said = run("init", "--quiet", name)
    assert (status, "cannot name" in said) == (2, True)
    assert list((repository / name).iterdir()) == []


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
def test_a_hook_sees_a_tracked_workspace_too(
    variable: str, repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Git tells hooks in which repository they run, and would answer for that alone."""
    (repository / "generated" / ".flaregen-work").mkdir(parents=True)
    (repository / "generated" / ".flaregen-work" / "file").touch()
    track(repository)
    value = {"GIT_DIR": str(repository / ".git"), "GIT_WORK_TREE": str(tmp_path)}
    monkeypatch.setenv(variable, value.get(variable, str(tmp_path / "index")))
    status, said = run("build", "--quiet")
    assert (status, "git tracks" in said) == (2, True)


def test_a_disk_that_knows_no_capitals(repository: Path, run: Run) -> None:
    """There, what git tracks as .Flaregen-Work is the folder that flaregen works in."""
    (repository / "generated" / ".Flaregen-Work").mkdir(parents=True)
    (repository / "generated" / ".Flaregen-Work" / "file").touch()
    track(repository)
    (repository / "generated" / ".flaregen-work").mkdir()
    status, said = run("build", "--quiet")
    assert (status, "git tracks" in said) == (2, True)


@pytest.mark.parametrize("kind", ["worktree", "submodule"])
def test_another_kind_of_checkout_is_a_repository_too(
    kind: str, repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There, .git is a file. A configuration above is not obeyed, a tracked workspace is seen."""
    who = ["-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run(["git", *who, "commit", "--quiet", "--allow-empty", "-m", "A"], check=True)
    (repository / "flaregen.toml").write_text(f'{SETTINGS}[output]\ndirectory = "stolen"\n')
    inner = repository / "inner"
    if kind == "worktree":
        subprocess.run(["git", "worktree", "add", "--quiet", "inner"], check=True)
    else:
        source = ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add"]
        subprocess.run(["git", *source, str(repository), "inner"], check=True)
    assert (inner / ".git").is_file()
    monkeypatch.chdir(inner)
    assert run("build", "--quiet", "--spec", "../spec.json")[0] == 0
    assert (inner / "generated" / "workers_ai").is_dir()
    assert not (repository / "stolen").exists()
    (inner / "generated" / ".flaregen-work").mkdir()
    (inner / "generated" / ".flaregen-work" / "file").touch()
    track(inner)
    assert run("build", "--quiet", "--force", "--spec", "../spec.json")[0] == 2
