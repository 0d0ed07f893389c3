"""What a pull found, in words: for the terminal, and for the text of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from flaregen import lock as locking
from flaregen.client_drift.surfaces import with_client
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic
from flaregen.differences import differences
from flaregen.drift.change import Report
from flaregen.drift.compare import compare
from flaregen.drift.selection import select_pair
from flaregen.pipeline import generate
from flaregen.report.changelog import section
from flaregen.report.formats import render
from flaregen.report.judge import judge
from flaregen.upstream.pull import Candidate


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that a build would change, with the lines it would gain and lose."""

    path: PurePosixPath
    added: int
    removed: int


def drift(config: Config, candidate: Candidate, today: date) -> Report | None:
    """What changed between pin and candidate; None when there is no pin yet."""
    if candidate.pinned is None:
        return None
    old, new = select_pair(candidate.pinned, candidate.document, config.operations)
    changes, _ = with_client(compare(old, new, today), old, new, config)
    return judge(old, new, changes, config.drift, today)


def code_changes(config: Config, candidate: Candidate) -> tuple[FileChange, ...]:
    """What a build would do to the client on disk; nothing is known while names are missing."""
    if candidate.reading is None:
        return ()
    files = generate(config, candidate.reading)
    lock = locking.read_lock(config.directory / config.package / locking.FILE_NAME)
    return tuple(
        FileChange(path, _lines(text, "+"), _lines(text, "-"))
        for path, text in differences(config.directory, files, lock)
        if path.name != locking.FILE_NAME
    )


def _lines(diff: str, sign: str) -> int:
    return sum(
        line.startswith(sign) and not line.startswith(sign * 3) for line in diff.splitlines()
    )


def pull_request(
    candidate: Candidate, report: Report | None, changes: tuple[FileChange, ...]
) -> str:
    """The text of a pull request, in Markdown."""
    lock = candidate.lock
    lines = [f"Pulled from `{lock.source}`", f"with the SHA-256 `{lock.whole}`"]
    lines += [f"at revision `{lock.revision}`"] if lock.revision else []
    parts = [",\n".join(lines) + "."]
    if report is not None:
        parts += [render(report, "markdown"), _bump(report)]
        parts += ["## For the changelog", _fenced(section(report), "markdown")]
    parts += list(_code(changes)) if not candidate.unnamed else list(_names(candidate.unnamed))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _bump(report: Report) -> str:
    if report.bump == "none":
        return "The client needs no new version."
    return f"Recommended bump of the client: **{report.bump}**."


def _code(changes: tuple[FileChange, ...]) -> Iterator[str]:
    yield "## The client"
    if not changes:
        yield "No generated file changes."
        return
    rows = [f"| `{change.path}` | +{change.added} | -{change.removed} |" for change in changes]
    yield "\n".join(["| file | | |", "|---|---|---|", *rows])
    yield "`flaregen build` writes them."


def _names(unnamed: tuple[Diagnostic, ...]) -> Iterator[str]:
    """The help of a naming error is the block to paste into the names file."""
    yield "## Names to review"
    yield "No client can be built until the names file says what these are called:"
    for diagnostic in unnamed:
        place = f" (`{diagnostic.pointer}`)" if diagnostic.pointer else ""
        yield f"- {diagnostic.message}{place}"
        yield _fenced(diagnostic.help, "toml")


def _fenced(text: str, language: str) -> str:
    """A block with a fence that no text from the document can close."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.strip()}\n{fence}"
