"""The pager: on a terminal, for long text, by the variables that git has alike."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import pytest

from flaregen.cli import flaregen
from flaregen.printable import styled
from flaregen.terminal import Terminal

_LINES = [f"line {number}" for number in range(50)]
LONG = "\n".join([styled("first", fg="red"), *_LINES, "\x1b[2J"])


@dataclass
class Screen:
    paged: Path
    given: TextIO
    printed: TextIO
    patch: pytest.MonkeyPatch

    def attach(self) -> None:
        """Make it standard input and output: in the test, because pytest sets them before it."""
        self.patch.setattr("sys.stdin", self.given)
        self.patch.setattr("sys.stdout", self.printed)

    def show(self, text: str) -> bool:
        """Print a text; whether that was through the pager."""
        self.attach()
        Terminal().page(text)
        return self.paged.exists()


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A terminal of 24 lines, and a pager that writes a file."""
    controller, terminal = os.openpty()
    file = tmp_path / "paged.txt"
    for name in ("CI", "PAGER", "FLAREGEN_PAGER", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("PAGER", f"tee {file}")
    with (
        open(terminal, closefd=False) as given,
        open(terminal, "w", closefd=False) as printed,
    ):
        yield Screen(file, given, printed, monkeypatch)
    os.close(controller)
    os.close(terminal)


def test_long_text_goes_through_the_pager(screen: Screen) -> None:
    assert screen.show(LONG)
    lines = screen.paged.read_text().splitlines()
    assert lines[1:-1] == _LINES
    assert "first" in lines[0]
    # What a document says steers no terminal, through a pager either.
    assert lines[-1] == "\\u001b[2J"


def test_what_fits_is_printed(screen: Screen) -> None:
    assert not screen.show("\n".join(_LINES[:23]))


def test_the_variable_of_flaregen_goes_first(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = screen.paged.with_name("other.txt")
    monkeypatch.setenv("FLAREGEN_PAGER", f"tee {other}")
    assert not screen.show(LONG)
    assert other.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CI", "true"),
        ("TERM", "dumb"),
        ("PAGER", ""),
        ("PAGER", "cat"),
        ("FLAREGEN_PAGER", ""),
        ("FLAREGEN_PAGER", "cat"),
    ],
)
def test_no_pager_where_the_environment_wants_none(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert not screen.show(LONG)


@pytest.mark.parametrize("stream", ["given", "printed"])
def test_no_pager_without_a_terminal(screen: Screen, tmp_path: Path, stream: str) -> None:
    with (tmp_path / "file").open("w+") as file:
        setattr(screen, stream, file)
        assert not screen.show(LONG)
    assert ("line 49" in (tmp_path / "file").read_text()) == (stream == "printed")


@pytest.mark.parametrize(
    ("arguments", "is_paged"),
    [
        ([], True),
        (["--format", "details"], True),
        (["--no-pager"], False),
        (["--format", "json"], False),
    ],
)
def test_drift_pages_what_people_read(
    screen: Screen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    is_paged: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flaregen.toml").write_text("")
    items: dict[str, object] = {f"/{number}": {"get": {}} for number in range(9)}
    for name, paths in (("old.json", {}), ("new.json", items)):
        root = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": paths}
        (tmp_path / name).write_text(json.dumps(root))
    screen.attach()
    flaregen.main(["drift", "old.json", "new.json", *arguments, "-q"], standalone_mode=False)
    assert screen.paged.exists() == is_paged
