"""How findings are printed, and what a terminal is spared."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from flaregen import cli, terminal
from flaregen.completion import this_run
from flaregen.diagnostic import Diagnostic
from flaregen.document import Position
from flaregen.pointer import Pointer
from flaregen.printable import for_terminal, shortened
from flaregen.reading.sources import make_source
from flaregen.terminal import Terminal, described
from tests.support.commands import run
from tests.support.pinned import ROOT

_SOURCE = make_source("spec.json", b'{\n "a": {"b": 1}\n}')


def _printed(diagnostic: Diagnostic) -> list[str]:
    return click.unstyle(for_terminal(described(diagnostic))).splitlines()


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


def test_findings_in_the_same_words_are_one(capsys: pytest.CaptureFixture[str]) -> None:
    places = [("a",), ("b",), ("a",), ("c",), ("d",), ("e",), ("f",), ("g",)]
    findings = [Diagnostic("c", "W.", "h", "warning", None, Pointer(at)) for at in places]
    findings.insert(1, Diagnostic("c", "X.", "h", "warning"))
    alike = ["warning[c] /a", "  W.", "  help: h", *(f"  also: /{at}" for at in "bcde")]
    other = ["warning[c]", "  X.", "  help: h"]
    Terminal().diagnose(findings)
    assert capsys.readouterr().err.splitlines() == [*alike, "  and 2 more places", *other]
    Terminal().diagnose(findings, places=None)
    rest = ["  also: /f", "  also: /g"]
    assert capsys.readouterr().err.splitlines() == [*alike, *rest, *other]


def test_the_lines_of_a_diff_have_the_usual_colours() -> None:
    lines = [
        *(
            ("--- a.py", {"bold": True}),
            ("+++ a.py", {"bold": True}),
            ("@@ -1 +1 @@", {"fg": "cyan"}),
        ),
        *(("-one", {"fg": "red"}), ("+two", {"fg": "green"}), (" three", {})),
    ]
    coloured = Terminal().coloured_diff("\n".join(line for line, _ in lines))
    assert for_terminal(coloured).splitlines() == [
        click.style(*line, **how) for *line, how in lines
    ]


def test_a_document_does_not_get_to_steer_the_terminal() -> None:
    hostile = "\x1b[2J\r\x07\u202e\x9b"
    source = make_source(f"{hostile}.json", b"{}")
    finding = Diagnostic(
        "c", f"Say {hostile}", f"do {hostile}", "error", source, Pointer((hostile,))
    )
    text = "".join(_printed(finding))
    assert text.isprintable()
    assert text.count("\\u001b[2J") == 4


def test_what_is_too_long_ends_in_dots() -> None:
    assert shortened("abc", 3) == "abc"
    assert shortened("abcd", 3) == "abc..."


def test_quiet_keeps_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    findings = [Diagnostic("a", "A.", "", "error"), Diagnostic("b", "B.", "", "warning")]
    Terminal(quiet=True).diagnose(findings)
    Terminal(quiet=True).say("remark")
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "error[a]\n  A.\n"


_SLOW_STEP = """
import threading, time
from flaregen import terminal

announced = threading.Event()
announce = terminal._announce
terminal._announce = lambda title: (announced.set(), time.sleep(0.05), announce(title))
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


_COLOURS = {"NO_COLOR", "FORCE_COLOR", "TERM"}


def _on_a_terminal(
    code: str, *arguments: str, both: bool = False, status: int = 0, **variables: str
) -> str:
    """Run Python with its standard error on a terminal of its own, and give what appears there.

    With ``both``, its standard output is there as well.
    """
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", code, *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in _COLOURS}
    with subprocess.Popen(
        command,
        stdout=theirs if both else subprocess.DEVNULL,
        stderr=theirs,
        env={**environment, **variables},
    ) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        assert process.wait() == status
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


@pytest.mark.parametrize("watched", [True, False])
def test_an_interruption_that_python_dropped_ends_the_step(
    watched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in a callback of compiled code raises nothing there."""
    monkeypatch.setattr("flaregen.terminal._is_watched", lambda: watched)
    with Terminal().step("Thinking"):
        pass
    with pytest.raises(KeyboardInterrupt), Terminal().step("Thinking"):
        this_run.remember_interrupt(SimpleNamespace(exc_type=KeyboardInterrupt))
    assert not this_run.interrupted


def test_half_a_second_is_a_wait() -> None:
    assert terminal._PROGRESS_AFTER == 0.5


_FLAREGEN = "from flaregen.cli import main; main()"
_IMPATIENT = """
from flaregen import terminal
from flaregen.cli import main

terminal._PROGRESS_AFTER = 0
main()
"""
_DOCUMENT, _OTHER_DOCUMENT = (
    str(Path(__file__).parents[1] / "golden" / concept / "spec.yaml")
    for concept in ("one_variant", "enums")
)


@pytest.mark.parametrize(
    ("arguments", "status", "coloured"),
    [
        (
            ("validate", "nowhere.json"),
            2,
            "\x1b[31m\x1b[1merror[file-not-found]\x1b[0m nowhere.json",
        ),
        (
            ("drift",),
            2,
            "\x1b[31m\x1b[1merror:\x1b[0m OLD is missing\r\n  \x1b[32mhelp:\x1b[0m name",
        ),
        (("check", "--spec", _DOCUMENT), 1, "\x1b[36m@@ -0,0 +1"),
        (("inspect", _DOCUMENT), 0, "\x1b[1mPOST "),
    ],
    ids=["finding", "usage", "diff", "table"],
)
def test_colours_are_for_terminals_that_want_them(
    arguments: tuple[str, ...],
    status: int,
    coloured: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = _on_a_terminal(_FLAREGEN, *arguments, both=True, status=status)
    assert coloured in seen
    plain = _on_a_terminal(_FLAREGEN, *arguments, both=True, status=status, NO_COLOR="1")
    assert "\x1b" not in plain.replace("\x1b[K", "")
    assert click.unstyle(coloured) in plain
    piped = subprocess.run(
        [sys.executable, "-c", _FLAREGEN, *arguments], capture_output=True, check=False
    )
    assert b"\x1b" not in piped.stdout + piped.stderr


@pytest.mark.parametrize(
    ("variables", "terminal", "pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm"}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
    ],
    ids=str,
)
def test_who_has_the_last_word_on_colours(
    variables: dict[str, str],
    terminal: bool,
    pipe: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in _COLOURS:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for is_terminal, coloured in ((True, terminal), (False, pipe)):
        stream = _Stream(is_terminal)
        monkeypatch.setattr("sys.stderr", stream)
        Terminal().complain("Wrong.")
        assert ("\x1b[31m" in stream.getvalue()) == coloured
        assert click.unstyle(stream.getvalue()) == "error: Wrong.\n"


class _Stream(io.StringIO):
    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_lines_that_are_overwritten_fit(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Stream(is_terminal=True)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    with Terminal().progress("https://example.com/openapi.json\x1b[2J") as advance:
        advance(1_000_000, 2_000_000)
    with Terminal().counter("Asking for the schemas of the models", 100) as count:
        count()
    shown = stream.getvalue().replace("\x1b[K", "").split("\r")
    assert "\x1b" not in "".join(shown)
    assert max(map(len, shown)) < columns
    assert len([line for line in shown if line]) == 2
    assert shown[-1] == ""


def test_a_command_without_standard_error_does_its_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Services close it."""
    monkeypatch.setattr("sys.stderr", None)
    assert run("validate", str(ROOT / "spec" / "openapi.json")) == 0
    assert run("inspect") == 0


def test_a_folder_that_was_removed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    assert run("validate") == 2
    said = "error: the working directory does not exist any more\n  help: change to another\n"
    assert capsys.readouterr().err == said


def test_a_terminal_that_cannot_overwrite_has_no_lines_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = _Stream(is_terminal=True)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "dumb")
    with Terminal().progress("Fetching") as advance, Terminal().counter("Asking", 2) as count:
        advance(1, 2)
        count()
    with Terminal().step("Thinking"):
        pass
    assert stream.getvalue() == ""


@pytest.mark.parametrize("columns", [52, 60, 80])
@pytest.mark.parametrize("command", [(), *((name,) for name in cli.COMMANDS)])
def test_help_fits_a_narrow_terminal(
    columns: int,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Down to the width that click wraps to; lines to copy are never wrapped."""
    monkeypatch.setenv("COLUMNS", str(columns))
    with pytest.raises(SystemExit):
        cli.main([*command, "--help"])
    said, _, examples = capsys.readouterr().out.partition("Examples:")
    assert said.startswith("Usage: flaregen")
    assert [line for line in said.splitlines() if len(line) > columns] == []
    assert bool(examples) == bool(command)
    assert [line for line in examples.splitlines() if len(line) > 78] == []


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (("validate", _DOCUMENT), [f"Reading {_DOCUMENT}", "Validating"]),
        (
            ("build", "--spec", _DOCUMENT),
            [
                *[f"Reading {_DOCUMENT}", "Validating", "Naming", "Validating the rest"],
                *["Modelling", "Rendering", "Formatting"],
            ],
        ),
        (
            ("drift", "--fail-on", "none", "--show-code", _DOCUMENT, _OTHER_DOCUMENT),
            [
                *["Reading both documents", "Comparing", "Comparing the clients"],
                "Emitting both clients",
            ],
        ),
        (("build", "--spec", _DOCUMENT, "--quiet"), []),
    ],
    ids=["validate", "build", "drift", "quiet"],
)
def test_each_command_names_its_steps(
    arguments: tuple[str, ...], titles: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = click.unstyle(_on_a_terminal(_IMPATIENT, *arguments))
    assert re.findall(r"([^\r\n]*) \(\d+\.\d s\)", seen) == titles


_PRINTING = [
    ("inspect", _DOCUMENT),
    ("inspect", _DOCUMENT, "--format", "json"),
    ("validate", _DOCUMENT, "--format", "json"),
    ("check", "--spec", _DOCUMENT, "--quiet"),
    ("build", "--spec", _DOCUMENT, "--format", "json"),
    ("drift", _DOCUMENT, _DOCUMENT),
    ("inspect", "--help"),
    ("--version",),
]
_UNBUFFERED = [{"PYTHONUNBUFFERED": ""}, {"PYTHONUNBUFFERED": "1"}]


def _to_a_full_disk(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    with Path("/dev/full").open("w") as full:
        return subprocess.run(
            [sys.executable, "-c", _FLAREGEN, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, **variables},
            text=True,
            check=False,
        )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("variables", _UNBUFFERED, ids=["buffered", "at once"])
@pytest.mark.parametrize("arguments", _PRINTING, ids=lambda given: given[0])
def test_results_that_find_no_room_are_one_line(
    arguments: tuple[str, ...],
    variables: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = _to_a_full_disk(*arguments, **variables)
    said = "error: standard output cannot be written to: No space left on device"
    remarks = [f"{_DOCUMENT}: valid"] if arguments[0] == "validate" else []
    assert (done.returncode, done.stderr.splitlines()) == (2, [*remarks, said])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_what_prints_nothing_needs_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = _to_a_full_disk("build", "--spec", _DOCUMENT, "--quiet")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("variables", _UNBUFFERED, ids=["buffered", "at once"])
@pytest.mark.parametrize("arguments", [_PRINTING[0], _PRINTING[3]], ids=["table", "diff"])
def test_a_reader_who_has_seen_enough_hears_nothing(
    arguments: tuple[str, ...],
    variables: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        done = subprocess.run(
            [sys.executable, "-c", _FLAREGEN, *arguments],
            stdout=theirs,
            stderr=subprocess.PIPE,
            env={**os.environ, **variables},
            text=True,
            check=False,
        )
    finally:
        os.close(theirs)
    assert (done.returncode, done.stderr) == (1, "")
