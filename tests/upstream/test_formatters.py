"""A client in a project of somebody else, whose formatters and line ends are not ours."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.commands import run as command_line
from tests.support.small import small_document

from flaregen import resources

SETTINGS = """\
[tool.black]
line-length = 79
[tool.isort]
profile = "black"
force_single_line = true
[tool.ruff]
line-length = 60
[tool.ruff.lint]
select = ["ALL"]
[tool.ruff.format]
quote-style = "single"
"""
TOOLS = ["black", "isort", "ruff check --fix", "ruff format", "flaregen check"]


def hooks() -> str:
    """The configuration of pre-commit with these tools, each of which gets the files it is for."""
    listed = [
        {
            "id": tool.replace(" ", "-"),
            "name": tool,
            "entry": f"{sys.executable} -m {tool}",
            "language": "system",
            "types": ["python"],
            "pass_filenames": tool != "flaregen check",
        }
        for tool in TOOLS
    ]
    return json.dumps({"repos": [{"repo": "local", "hooks": listed}]})


def needs(*modules: str) -> pytest.MarkDecorator:
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not installed")


def run(*command: str, at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=at, check=False, capture_output=True, text=True)


def python(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", *arguments, at=at)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has settings of its own, and a client with a few models."""
    folder, shipped = tmp_path_factory.mktemp("host"), tmp_path_factory.mktemp("shipped") / "spec"
    shutil.copytree(resources.spec_directory(), shipped)
    (shipped / "openapi.json").write_text(small_document())
    (folder / "pyproject.toml").write_text(SETTINGS)
    (folder / ".gitattributes").write_text("* text=auto")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "spec_directory", lambda: shipped)
        # Rules of ruff that cannot hold together are reported; that is the project's affair.
        assert flaregen("init", "--quiet", at=folder) == 0
    assert flaregen("check", "--quiet", at=folder) == 0
    return folder


@pytest.fixture
def host(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    identity = "[user]\nname = A\nemail = a@shop.example\n[init]\ndefaultBranch = main\n"
    (home / ".gitconfig").write_text(identity)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "host"
    assert run("cp", "-r", str(prepared), str(folder), at=tmp_path).returncode == 0
    for line in ("init --quiet", "add --all", "commit --quiet --message Start"):
        assert run("git", *line.split(), at=folder).returncode == 0
    return folder


def assert_untouched(host: Path) -> None:
    assert run("git", "status", "--porcelain", at=host).stdout == ""


def flaregen(*arguments: str, at: Path) -> int:
    with contextlib.chdir(at):
        return command_line(*arguments)


def test_hooks_that_tidy_any_file_have_nothing_to_do(host: Path) -> None:
    """As trailing-whitespace and end-of-file-fixer of pre-commit do."""
    for path in run("git", "ls-files", at=host).stdout.split():
        text = (host / path).read_text()
        assert not re.search(r"[ \t]$", text, re.MULTILINE), path
        assert not text or re.search(r"[^\n]\n\Z", text), path


COMMANDS = {
    "black": ["black", "."],
    "isort": ["isort", "."],
    "ruff format": ["ruff", "format", "."],
    "ruff check": ["ruff", "check", "--fix", "--unsafe-fixes", "--quiet", "workers_ai"],
}


@needs("black", "isort", "ruff")
@pytest.mark.parametrize("named", [False, True], ids=["the folder", "each file"])
@pytest.mark.parametrize("tool", COMMANDS)
def test_a_formatter_leaves_the_client_alone(tool: str, named: bool, host: Path) -> None:
    command = COMMANDS[tool]
    if named:
        files = [str(path.relative_to(host)) for path in host.glob("workers_ai/**/*.py")]
        assert len(files) > 20
        command = [*command[:-1], *files]
    done = python(*command, at=host)
    assert done.returncode == 0, done.stdout + done.stderr
    assert_untouched(host)


@pytest.mark.long
@needs("black", "isort", "ruff", "pre_commit")
def test_all_hooks_at_once(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (host / ".pre-commit-config.yaml").write_text(hooks())
    (host / ".github" / "flaregen" / "propose.py").unlink()
    assert run("git", "commit", "--all", "--message", "Hooks", at=host).returncode == 0
    monkeypatch.setenv("PRE_COMMIT_HOME", str(host.parent / "cache"))
    done = python("pre_commit", "run", "--all-files", at=host)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 5
    assert_untouched(host)


@needs("pre_commit")
def test_the_hook_that_init_writes(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(host.parent / "cache"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    done = python("pre_commit", "run", "--all-files", at=host)
    assert done.returncode == 0, done.stdout + done.stderr
    client = host / "workers_ai" / "client.py"
    client.write_text(client.read_text() + "\nx = 1\n")
    assert run("git", "add", "--all", at=host).returncode == 0
    done = python("pre_commit", "run", at=host)
    assert done.returncode == 1
    assert "undoes 1 edit by hand" in done.stdout


@pytest.mark.long
@pytest.mark.parametrize("attributes", [True, False], ids=["with attributes", "without"])
def test_line_ends_of_windows(
    attributes: bool, host: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not attributes:
        (host / ".gitattributes").unlink()
        assert run("git", "commit", "--all", "--message", "Plain", at=host).returncode == 0
    clone = tmp_path / "clone"
    command = ["git", "clone", "--quiet", "-c", "core.autocrlf=true", str(host), str(clone)]
    assert run(*command, at=tmp_path).returncode == 0
    assert b"\r\n" in (clone / "spec" / "names.toml").read_bytes()
    client = (clone / "workers_ai" / "client.py").read_bytes()
    assert (b"\r\n" in client) != attributes
    assert flaregen("check", at=clone) == 0
    assert flaregen("build", at=clone) == 0
    assert "nothing to do" in capsys.readouterr().err
    # A change of the settings is a build that writes.
    settings = clone / "flaregen.toml"
    settings.write_text(settings.read_text() + "\n[wire]\nstream_flag = 'streamed'\n")
    assert flaregen("build", "--quiet", at=clone) == 0
    assert flaregen("check", "--quiet", at=clone) == 0


def test_generated_files_are_marked(host: Path) -> None:
    (attributes,) = (host / ".gitattributes").read_text().splitlines()[1:2]
    assert attributes == "/workers_ai/** -text linguist-generated"
    asked = ("git", "check-attr", "linguist-generated", "text", "--", "workers_ai/client.py")
    said = run(*asked, at=host).stdout
    assert "linguist-generated: set" in said
    assert "text: unset" in said
