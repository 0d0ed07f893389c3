"""The whole command, killed: what a person sees who loses power over a laptop."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flaregen import resources

KILLS = int(os.environ.get("FLAREGEN_KILLS", "40")) // 10
if KILLS >= 20:
    KILLS *= 10
"""Few, because each is a build; 200 for a thorough run."""

COMMAND = [sys.executable, "-c", "from flaregen.cli import main; main()", "build", "--quiet"]


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def configure(project: Path, package_names: str) -> None:
    """Two configurations whose clients differ in every file that mentions an argument."""
    (project / "flaregen.toml").write_text(
        f'scopes = [{{ segment = "accounts", argument = "{package_names}", environment = "X" }}]\n'
        '[spec]\npath = "spec/openapi.json"\nnames = "spec/names.toml"\n'
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_build_leaves_the_old_client_or_the_new_one(tmp_path: Path):
    (tmp_path / "spec").mkdir()
    for name in ("openapi.json", "names.toml"):
        (tmp_path / "spec" / name).write_bytes((resources.spec_directory() / name).read_bytes())
    package = tmp_path / "generated" / "workers_ai"
    states = []
    started = time.monotonic()
    for argument in ("account_id", "tenant"):
        configure(tmp_path, argument)
        subprocess.run(COMMAND, cwd=tmp_path, check=True)
        states.append(tree(package))
    takes = (time.monotonic() - started) / 2
    assert states[0] != states[1]
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
