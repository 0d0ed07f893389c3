"""The whole command, killed: what a person sees who loses power over a laptop."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.harm.documents import document

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("FLAREGEN_KILLS", "40")) // 10
if KILLS >= 20:
    KILLS *= 10
"""Few, because each is a build; 200 for a thorough run."""

LATE = "interrupted; the files had been written already, and are whole"
SAID = {LATE, "interrupted; nothing was changed"}
COMMAND = [sys.executable, "-c", "from flaregen.cli import main; main()", "build", "--quiet"]


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def configure(project: Path, package_names: str, *, beside: bool = False) -> None:
    """Two configurations whose clients differ in every file that mentions an argument.

    ``beside`` has files outside of the package written, too, which differ in the version.
    """
    version = len(package_names)
    (project / "flaregen.toml").write_text(
        f'output = {{ project = {str(beside).lower()}, version = "{version}" }}\n'
        f'scopes = [{{ segment = "accounts", argument = "{package_names}", environment = "X" }}]\n'
        '[spec]\npath = "spec/openapi.json"\nnames = "spec/names.toml"\n'
    )


def built_twice(project: Path) -> tuple[list[dict[str, str]], float]:
    """The two states of the client, and how many seconds a build takes."""
    (project / "spec").mkdir()
    (project / "spec" / "openapi.json").write_text(json.dumps(document()))
    (project / "spec" / "names.toml").write_text("")
    states = []
    started = time.monotonic()
    for argument in ("account_id", "tenant"):
        configure(project, argument)
        subprocess.run(COMMAND, cwd=project, check=True)
        states.append(tree(project / "generated" / "workers_ai"))
    assert states[0] != states[1]
    return states, (time.monotonic() - started) / 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_build_leaves_the_old_client_or_the_new_one(tmp_path: Path):
    states, takes = built_twice(tmp_path)
    package = tmp_path / "generated" / "workers_ai"
    chance = random.Random(7)
    for number in range(KILLS):
        configure(tmp_path, ("account_id", "tenant")[number % 2])
        build = subprocess.Popen(COMMAND, cwd=tmp_path, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, takes * 1.1))
        build.kill()
        build.wait()
        assert tree(package) in states
        subprocess.run(COMMAND, cwd=tmp_path, check=True)
        assert tree(package) == states[number % 2]
        assert [path.name for path in package.parent.iterdir()] == ["workers_ai"]


def test_a_build_that_was_stopped_before_the_package_is_finished_by_the_next(tmp_path: Path):
    """Files outside of the package are new then: written by flaregen, and not by hand."""
    built_twice(tmp_path)
    output = tmp_path / "generated"
    configure(tmp_path, "tenant", beside=True)
    subprocess.run(COMMAND, cwd=tmp_path, check=True)
    new = {path: path.read_bytes() for path in output.iterdir() if path.is_file()}
    configure(tmp_path, "account_id", beside=True)
    subprocess.run(COMMAND, cwd=tmp_path, check=True)
    old = tree(output)
    for path, content in new.items():
        path.write_bytes(content)
    assert tree(output) != old
    check = [*COMMAND[:-2], "check"]
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "by hand" in done.stderr) == (1, True)
    configure(tmp_path, "tenant", beside=True)
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "by hand" in done.stderr) == (1, False)
    subprocess.run(COMMAND, cwd=tmp_path, check=True)
    done = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="an interruption is a signal")
def test_an_interrupted_build_changes_nothing_or_everything(tmp_path: Path):
    states, takes = built_twice(tmp_path)
    package = tmp_path / "generated" / "workers_ai"
    chance = random.Random(3)
    for number in range(KILLS):
        configure(tmp_path, ("account_id", "tenant")[number % 2])
        before = tree(package)
        build = subprocess.Popen(COMMAND, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        time.sleep(chance.uniform(takes * 0.4, takes * 1.1))
        build.send_signal(signal.SIGINT)
        _, said = build.communicate()
        if build.returncode == 130:
            assert said.strip() in SAID
            expected = states[number % 2] if said.strip() == LATE else before
            assert tree(package) == expected
        elif build.returncode == -signal.SIGINT:
            # Python was starting or ending, where nobody can catch it.
            assert tree(package) in (before, states[number % 2])
        else:
            assert (build.returncode, said, tree(package)) == (0, "", states[number % 2])
        assert [path.name for path in package.parent.iterdir()] == ["workers_ai"]
