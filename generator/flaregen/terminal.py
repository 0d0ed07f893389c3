"""The one module that prints.

What programs read goes to standard output, everything else to standard error. Colours are
for terminals; NO_COLOR drops them everywhere, and FORCE_COLOR keeps them everywhere.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TextIO

import click

from flaregen.completion import this_run
from flaregen.diagnostic import Diagnostic, Severity
from flaregen.printable import for_terminal, one_line, styled
from flaregen.reading.positions import position_of

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_PROGRESS_AFTER = 0.5
"""Seconds a step may take before it is named on the terminal."""
_PLACES = 4
"""Places of a finding besides its first, before the rest of them is a number."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Standard output and standard error of one run."""

    quiet: bool = False

    def out(self, text: str, *, commands: bool = False) -> None:
        """A result that a program may read; with ``commands`` for a CI service, as such."""
        _print(text, err=False, commands=commands)

    def page(self, text: str) -> None:
        """A result for people: through a pager where it is longer than the terminal."""
        pager = _pager()
        if pager is None or text.count("\n") < shutil.get_terminal_size().lines:
            self.out(text)
            return
        if pager:
            os.environ["PAGER"] = pager  # where click looks for it
        click.echo_via_pager(for_terminal(text), color=_colour())

    def say(self, text: str) -> None:
        """A remark for people; ``--quiet`` drops it."""
        if not self.quiet:
            _print(text)

    def diagnose(self, diagnostics: Iterable[Diagnostic], places: int | None = _PLACES) -> None:
        """Findings in full, those in the same words as one with as many more ``places``.

        ``--quiet`` drops notes and warnings, never errors.
        """
        alike: dict[Diagnostic, list[Diagnostic]] = {}
        for diagnostic in dict.fromkeys(diagnostics):
            if diagnostic.severity == "error" or not self.quiet:
                words = replace(diagnostic, source=None, pointer=None, position=None)
                alike.setdefault(words, []).append(diagnostic)
        for first, *others in alike.values():
            _print("\n".join([described(first), *_more(others, places)]))

    def strong(self, text: str) -> str:
        return styled(text, bold=True)

    def coloured_diff(self, text: str) -> str:
        """A unified diff in the usual colours."""
        return "\n".join(_diff_line(line) for line in text.splitlines())

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Columns as wide as they need to be, the first row as their heads."""
        widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
        for index, row in enumerate(rows):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            line = "  " + "  ".join(cells).rstrip()
            self.out(styled(line, dim=True) if index == 0 else line)

    def complain(self, message: str, help: str = "") -> None:
        """Say what is wrong with the command line or the configuration, quiet or not."""
        lines = [f"{styled('error:', fg='red', bold=True)} {message}"]
        if help:
            lines.append(f"  {styled('help:', fg='green')} {help}")
        _print("\n".join(lines))

    def give_up(self, error: OSError) -> None:
        """Say that standard output took no more."""
        _to_nobody(sys.stdout)
        self.complain(f"standard output cannot be written to: {error.strerror or error}")

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Name a step while it runs, once it has taken long enough for a person to wonder.

        On a terminal only; how long it took is left standing.
        """
        if self.quiet or not _is_watched():
            yield
            this_run.raise_dropped()
            return
        started = time.monotonic()
        announcement = threading.Timer(_PROGRESS_AFTER, _announce, [title])
        announcement.daemon = True
        announcement.start()
        try:
            yield
        finally:
            announcement.cancel()
            announcement.join()
            seconds = time.monotonic() - started
            if seconds > _PROGRESS_AFTER:
                _overwrite()
                self.say(styled(f"{title} ({seconds:.1f} s)", dim=True))
        this_run.raise_dropped()

    @contextmanager
    def progress(self, title: str) -> Iterator[Callable[[int, int | None], None]]:
        """A line that counts bytes while the block runs; it leaves no trace.

        The block calls what it is given with the bytes so far and, if known, of how many.
        """
        with self._line() as show:
            yield lambda received, expected: show(f"{title}: {_megabytes(received, expected)}")

    @contextmanager
    def counter(self, title: str, total: int) -> Iterator[Callable[[], None]]:
        """A line that counts what is done of how many; it leaves no trace.

        The block calls what it is given after each of them.
        """
        numbers = count(1)
        with self._line() as show:
            yield lambda: show(f"{title}: {next(numbers)} of {total}")

    @contextmanager
    def _line(self) -> Iterator[Callable[[str], None]]:
        """A line that can be replaced while the block runs. Without a terminal nothing shows it."""
        if self.quiet or not _is_watched():
            yield lambda _text: None
            return
        try:
            yield _overwrite
        finally:
            _overwrite()


def _pager() -> str | None:
    """The command of the pager, empty for the usual one; None where there is to be none.

    As git does it: on a terminal only, and not where the command is empty or cat.
    """
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return None
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return None
    command = os.environ.get("FLAREGEN_PAGER", os.environ.get("PAGER"))
    return None if command is not None and command.strip() in ("", "cat") else command or ""


def _announce(title: str) -> None:
    _print(styled(_fitting(f"{title} ..."), dim=True), end="")


def _is_watched() -> bool:
    """Whether a person sees standard error, on a terminal that can overwrite a line."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: TextIO | None) -> bool:
    # A stream that is closed when Python starts is None.
    return stream is not None and stream.isatty()


def _overwrite(text: str = "") -> None:
    """Replace the line that the cursor is on."""
    click.echo(f"\r{_fitting(for_terminal(text))}\x1b[K", err=True, nl=False, color=True)


def _fitting(text: str) -> str:
    """As much of a line as the terminal has room for: of a wrapped one, a part would stay."""
    return text[: shutil.get_terminal_size().columns - 1]


def _print(text: str, *, err: bool = True, commands: bool = False, end: str = "\n") -> None:
    """The one way to the terminal for text: a document must not get to steer it.

    Where nobody takes it, as after ``| head``, a command does its work to the end all the same.
    """
    try:
        click.echo(for_terminal(text, commands=commands) + end, nl=False, err=err, color=_colour())
    except OSError as error:
        if not err:
            this_run.unprinted = this_run.unprinted or error
        _to_nobody(sys.stderr if err else sys.stdout)


def _to_nobody(stream: TextIO) -> None:
    """Let a stream that takes no more lead nowhere: what its buffer has is tried again."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _megabytes(received: int, expected: int | None) -> str:
    if not expected:
        return f"{received / 1e6:.1f} MB"
    filled = round(24 * min(received / expected, 1))
    bar = "#" * filled + "-" * (24 - filled)
    return f"[{bar}] {received / 1e6:.1f} of {expected / 1e6:.1f} MB"


def _diff_line(line: str) -> str:
    if line.startswith(("+++", "---")):
        return styled(line, bold=True)
    colours = {"+": "green", "-": "red", "@": "cyan"}
    return styled(line, fg=colours.get(line[:1]))


def described(diagnostic: Diagnostic) -> str:
    """``error[code] file:line:col pointer``, what is wrong, ``help:`` what to do."""
    colour = _COLOURS[diagnostic.severity]
    head = styled(f"{diagnostic.severity}[{diagnostic.code}]", fg=colour, bold=True)
    place = _place(diagnostic)
    lines = [one_line(f"{head} {place}" if place else head), f"  {one_line(diagnostic.message)}"]
    if diagnostic.help:
        label = styled("help:", fg="green")
        first, *rest = diagnostic.help.split("\n")
        lines += [f"  {label} {first}", *(f"    {line}" if line else "" for line in rest)]
    return "\n".join(lines)


def _more(others: Sequence[Diagnostic], most: int | None) -> Iterator[str]:
    """Where else the same is said."""
    yield from (f"  also: {one_line(_place(other))}" for other in others[:most])
    if most is not None and len(others) > most:
        yield f"  and {len(others) - most} more places"


def _place(diagnostic: Diagnostic) -> str:
    position = position_of(diagnostic)
    parts = []
    if diagnostic.source is not None:
        name = diagnostic.source.name
        parts.append(f"{name}:{position.line}:{position.column}" if position else name)
    if diagnostic.pointer is not None and diagnostic.pointer.tokens:
        parts.append(str(diagnostic.pointer))
    return " ".join(parts)


def _colour() -> bool | None:
    """Whether to print colours, by the variables that Python goes by, too, and in its order.

    None lets click ask the stream.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return False if os.environ.get("TERM") == "dumb" else None
