from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from two_clients import NEW, OLD, PACKAGE, expected, put_mine, tree

from flaregen.completion import this_run
from flaregen.write import package, workspace, write_package
from flaregen.write.system import uninterrupted


@pytest.fixture
def output(tmp_path: Path) -> Path:
    write_package(tmp_path, PACKAGE, OLD)
    put_mine(tmp_path)
    return tmp_path


def test_a_write_ends_before_it_is_interrupted(output: Path, monkeypatch: pytest.MonkeyPatch):
    """Ctrl-C, twice, when files outside of the package have their place and it has not."""
    usual = package.exchange

    def press(first: Path, second: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        usual(first, second)

    monkeypatch.setattr(package, "exchange", press)
    monkeypatch.setattr(this_run, "changed", False)
    with pytest.raises(KeyboardInterrupt):
        write_package(output, PACKAGE, NEW)
    assert tree(output) == expected(NEW)
    assert this_run.changed
    assert not (output / workspace.NAME).exists()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_staging_is_interrupted_at_once(output: Path, monkeypatch: pytest.MonkeyPatch):
    def press(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(package, "write_new", press)
    monkeypatch.setattr(this_run, "changed", False)
    with pytest.raises(KeyboardInterrupt):
        write_package(output, PACKAGE, NEW)
    assert tree(output) == expected(OLD)
    assert not this_run.changed
    assert not (output / workspace.NAME).exists()


def test_waiting_for_another_run_is_interrupted_at_once(output: Path):
    with workspace.working_in(output):
        timer = threading.Timer(0.2, os.kill, [os.getpid(), signal.SIGINT])
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            write_package(output, PACKAGE, NEW)
    assert tree(output) == expected(OLD)


def test_other_threads_are_left_alone():
    def enter() -> None:
        with uninterrupted():
            assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()


def test_who_ignores_interruptions_goes_on_ignoring_them():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


DROPPED = """
import sys
from flaregen import pipeline
from flaregen.cli import main

class Dropped:
    def __del__(self) -> None:
        # As from inside of compiled code: Python drops it, and says so on standard error.
        raise KeyboardInterrupt

usual = pipeline.model

def model(operations):
    Dropped()
    return usual(operations)

pipeline.model = model
main(["build", "--output", sys.argv[1]])
"""


def test_an_interruption_that_was_dropped_comes_after_the_step(tmp_path: Path):
    command = [sys.executable, "-c", DROPPED, str(tmp_path / "out")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (130, "interrupted; nothing was changed")
    assert list(tmp_path.iterdir()) == []
