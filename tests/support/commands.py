"""Commands, run in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from flaregen.cli import main


class Said(NamedTuple):
    """The exit status of a command, and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]
LOOPBACK = ("--allow-http", "--allow-private-addresses")
"""Options that permit a server of the test."""


def run(*arguments: str) -> int:
    """The exit status of a command, called as the console script calls it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["flaregen", *arguments])
        with pytest.raises(SystemExit) as stop:
            main()
    assert isinstance(stop.value.code, int)
    return stop.value.code


def heard(capsys: pytest.CaptureFixture[str], *arguments: str) -> Said:
    return Said(run(*arguments), *capsys.readouterr())
