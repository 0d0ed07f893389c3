"""What `make build` says: that it is at work, and what there is at its end."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from flaregen.cli import COMMANDS
from tests.support.pinned import ROOT


def _recipe(*arguments: str) -> list[str]:
    command = ["make", "--dry-run", "--no-print-directory", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_a_fresh_clone_hears_of_the_wait_before_it(tmp_path: Path) -> None:
    lines = _recipe("build", f"VENV={tmp_path}/venv")
    (said,) = (number for number, line in enumerate(lines) if "Setting up" in line)
    waits = next(number for number, line in enumerate(lines) if " install " in line)
    assert "one to three minutes" in lines[said]
    assert said < waits


def test_the_last_lines_say_what_there_is_and_what_to_try(tmp_path: Path) -> None:
    lines = _recipe("build", f"VENV={tmp_path}")
    built = next(number for number, line in enumerate(lines) if line.endswith("/flaregen build"))
    printed = "\n".join(lines[built + 1 :])
    for path in re.findall(r"generated/[\w./]+\w", printed):
        assert (ROOT / path).exists()
    commands = re.findall(r"/bin/flaregen (\w+)", printed)
    assert commands
    assert set(commands) <= set(COMMANDS)
    assert re.findall(r"\bmake (\w+)", printed) == ["test"]
