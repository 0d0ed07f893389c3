"""How findings are printed, and what a terminal is spared."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import click
import pytest

from flaregen.diagnostic import Diagnostic
from flaregen.document import Position
from flaregen.pointer import Pointer
from flaregen.reading.sources import make_source
from flaregen.terminal import Terminal, describe

_SOURCE = make_source("spec.json", b'{\n "a": {"b": 1}\n}')


def _printed(diagnostic: Diagnostic) -> list[str]:
    return click.unstyle(describe(diagnostic)).splitlines()


def test_a_finding_in_full() -> None:
    finding = Diagnostic(
        "code", "Wrong.", "do this\nor that", "error", _SOURCE, Pointer(("a", "b"))
    )
    assert _printed(finding) == [
        "error[code] spec.json:2:8 /a/b",
        "  Wrong.",
        "  help: do this",
        "    or that",
    ]


@pytest.mark.parametrize(
    ("finding", "head"),
    [
        (Diagnostic("code", "Wrong.", ""), "error[code]"),
        (Diagnostic("code", "Wrong.", "", "warning", _SOURCE), "warning[code] spec.json"),
        (Diagnostic("c", "W.", "", "note", _SOURCE, Pointer()), "note[c] spec.json:1:1"),
        (Diagnostic("c", "W.", "", "note", None, Pointer(("x/y",))), "note[c] /x~1y"),
        (
            Diagnostic("c", "W.", "", "note", _SOURCE, Pointer(("a",)), Position(7, 8)),
            "note[c] spec.json:7:8 /a",
        ),
    ],
)
def test_the_place_as_far_as_it_is_known(finding: Diagnostic, head: str) -> None:
    assert _printed(finding)[0] == head


def test_a_document_does_not_get_to_steer_the_terminal() -> None:
    hostile = "\x1b[2J\r\x07\u202e\x9b"
    source = make_source(f"{hostile}.json", b"{}")
    finding = Diagnostic(
        "c", f"Say {hostile}", f"do {hostile}", "error", source, Pointer((hostile,))
    )
    text = "".join(_printed(finding))
    assert text.isprintable()
    assert text.count("\\x1b[2J") == 4


def test_quiet_keeps_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    findings = [Diagnostic("a", "A.", "", "error"), Diagnostic("b", "B.", "", "warning")]
    Terminal(quiet=True).diagnose(findings)
    Terminal(quiet=True).say("remark")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "error[a]\n  A.\n"


_SLOW_STEP = """
import threading
from flaregen import terminal

announced = threading.Event()
announce = terminal._announce
terminal._announce = lambda title: (announce(title), announced.set())
terminal._PROGRESS_AFTER = 0
with terminal.Terminal().step("Thinking"):
    announced.wait()
"""
_QUICK_STEP = """
from flaregen import terminal

terminal._PROGRESS_AFTER = 3600
with terminal.Terminal().step("Thinking"):
    pass
"""


def _on_a_terminal(code: str) -> str:
    """Run Python with its standard error on a terminal of its own, and give what appears there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        assert process.wait() == 0
    os.close(ours)
    return seen.decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1024)
    except OSError:  # Linux's way to say that nobody writes any more
        return b""


def test_a_slow_step_is_named_while_it_runs_and_timed_when_it_ends() -> None:
    seen = click.unstyle(_on_a_terminal(_SLOW_STEP))
    assert re.fullmatch(r"Thinking \.\.\..*Thinking \(\d+\.\d s\)\s*", seen, re.DOTALL)


def test_a_quick_step_is_not_worth_a_word() -> None:
    assert _on_a_terminal(_QUICK_STEP) == ""


def test_a_step_says_nothing_where_nobody_watches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flaregen.terminal._PROGRESS_AFTER", 0)
    with Terminal().step("Thinking"):
        pass
    assert capsys.readouterr() == ("", "")
