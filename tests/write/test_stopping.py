"""A write that is killed, interrupted or refused half way leaves the old client or the new one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the program under test forks"),
]

PROGRAM = Path(__file__).with_name("killing.py")
MORE_STEPS_THAN_A_WRITE_HAS = 600
KILLS = int(os.environ.get("FLAREGEN_KILLS", "40"))
"""Random moments to kill at. With 200 the run is thorough: it also stops at every step."""
EVERY = 1 if KILLS >= 200 else 5


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of files are flushed to disk here."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def stop(kind: str, folder: Path, count: int, every: int, *options: str) -> list[dict]:
    command = [sys.executable, str(PROGRAM), kind, str(folder), str(count), str(every), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) * every > 20
    return found


@pytest.mark.parametrize(
    ("kind", "every"), [("kills", 1), ("interrupts", EVERY), ("faults", 1), ("full", EVERY)]
)
def test_the_package_is_wholly_old_or_new_at_every_step(kind: str, every: int, tmp_path: Path):
    for state in stop(kind, tmp_path, MORE_STEPS_THAN_A_WRITE_HAS, every):
        assert state["package"] in {"old", "new"}
        assert state["recovered"] == state["package"]
        assert state["healed"] == "new"
        assert state["tidy"]
        assert state["mine"]


@pytest.mark.parametrize("kind", ["kills", "interrupts", "faults", "full"])
def test_without_an_exchange_of_folders_the_next_run_makes_it_whole(kind: str, tmp_path: Path):
    for state in stop(kind, tmp_path, MORE_STEPS_THAN_A_WRITE_HAS, 1, "--no-exchange"):
        assert state["recovered"] in {"old", "new"}
        assert state["healed"] == "new"
        assert state["tidy"]
        assert state["mine"]
        if kind != "kills":
            assert state["package"] in {"old", "new"}


def test_an_interrupted_write_clears_its_workspace_whenever_that_comes(tmp_path: Path):
    for state in stop("interrupts", tmp_path, MORE_STEPS_THAN_A_WRITE_HAS, 1):
        assert state["stray"] == []


@pytest.mark.parametrize("kind", ["faults", "full"])
def test_a_refused_operation_leaves_no_files_next_to_the_old_client(kind: str, tmp_path: Path):
    states = stop(kind, tmp_path, MORE_STEPS_THAN_A_WRITE_HAS, EVERY)
    untidy = [state for state in states if state["output"] == "old" and state["stray"]]
    # An operation of the clearing up itself is among them, and that is all.
    assert len(untidy) <= 4


def test_killed_at_random_moments(tmp_path: Path):
    states = stop("moments", tmp_path, KILLS, 1)
    assert len(states) == KILLS
    assert {state["package"] for state in states} <= {"old", "new"}
    assert {state["recovered"] for state in states} <= {"old", "new"}
    assert {state["healed"] for state in states} == {"new"}
    assert all(state["tidy"] and state["mine"] for state in states)


def test_the_file_that_seals_the_others_is_never_the_first(tmp_path: Path):
    states = stop("together", tmp_path, MORE_STEPS_THAN_A_WRITE_HAS, 1)
    left = [(state["left"]["pin"], state["left"]["lock"]) for state in states]
    assert set(left) == {("old", "old"), ("new", "old"), ("new", "new")}
    assert all(state["healed"] and state["tidy"] for state in states)
