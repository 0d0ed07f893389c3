"""Asking git about folders that may mean harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_SETTINGS = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")
"""Neither a program that watches files is run, nor what a folder configures that is a repository
itself: a clone can bring such a folder. Options are honoured where a repository's own are not."""
SECONDS = 60
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")
"""Git tells a hook by these which repository it is in; they count for every folder."""


def git(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """What git answers, in ``folder`` where one is given, else where the process is.

    Raises OSError where there is no git, and subprocess.TimeoutExpired.
    """
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    place: list[str] = []
    if folder is not None:
        place = ["-C", str(folder)]
        for name in _OF_A_HOOK:
            environment.pop(name, None)
    command = [_program(), *_SETTINGS, *place, *arguments]
    return subprocess.run(  # noqa: S603  no shell
        command, capture_output=True, env=environment, timeout=SECONDS, check=False
    )


def _program() -> str:
    """Git as the PATH has it, but never from the working folder, where Windows looks first."""
    name = "git.exe" if sys.platform == "win32" else "git"
    for folder in filter(os.path.isabs, os.get_exec_path()):
        if os.access(program := os.path.join(folder, name), os.X_OK):  # noqa: PTH118  no folder yet
            return program
    raise FileNotFoundError(name)
