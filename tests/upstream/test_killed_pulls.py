"""The whole command ``pull``, killed: no build takes a pin that its lock does not seal."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from upstream import CONFIG, as_json, document, variant

KILLS = int(os.environ.get("FLAREGEN_KILLS", "40")) // 10
if KILLS >= 20:
    KILLS *= 10
"""Few, because each is a pull and a build; 200 for a thorough run."""

TEXT = {"type": "string"}
UPSTREAM = [
    as_json(document(version="1")),
    as_json(document(variant("Translation", text=TEXT, target_lang=TEXT), version="2")),
]
COMMAND = [sys.executable, "-c", "from flaregen.cli import main; main()"]


def call(project: Path, *arguments: str) -> None:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def pulling(upstream: Path) -> list[str]:
    return ["pull", "--quiet", "--from", str(upstream)]


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_pull_leaves_the_old_pin_or_the_new_one(tmp_path: Path):
    project, upstream = tmp_path / "project", tmp_path / "upstream.json"
    spec = project / "spec"
    project.mkdir()
    (project / "flaregen.toml").write_text(CONFIG)
    states = []
    started = time.monotonic()
    for content in UPSTREAM:
        upstream.write_bytes(content)
        call(project, *pulling(upstream))
        states.append(files(spec))
    takes = (time.monotonic() - started) / 2
    assert states[0] != states[1]
    chance = random.Random(11)
    for number in range(KILLS):
        upstream.write_bytes(UPSTREAM[number % 2])
        # Half of the kills go into the last third, where something is written.
        moment = chance.uniform((number % 4 < 2) * takes * 0.6, takes * 1.1)
        pull = subprocess.Popen(
            [*COMMAND, *pulling(upstream)], cwd=project, stdout=subprocess.DEVNULL
        )
        time.sleep(moment)
        pull.kill()
        pull.wait()
        left = files(spec)
        build = subprocess.run([*COMMAND, "build"], cwd=project, capture_output=True, check=False)
        assert build.returncode == 0 if left in states else b"pin-mismatch" in build.stderr
        call(project, *pulling(upstream))
        assert files(spec) == states[number % 2]
    assert sorted(path.name for path in project.iterdir()) == ["flaregen.toml", "generated", "spec"]
