"""What a pull found, in words: for the terminal, and for the text of a pull request."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from pathlib import PurePosixPath
from typing import TypeAlias

from flaregen import lock as locking
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic
from flaregen.differences import differences
from flaregen.drift.change import Report
from flaregen.drift.selection import as_pattern, chosen_places
from flaregen.markdown import block, code, prose
from flaregen.pipeline import emitted
from flaregen.report.changelog import section
from flaregen.report.drift import Drift, drift_between
from flaregen.report.formats.markdown import MOST_LETTERS, render
from flaregen.selecting.gathered import Gathered
from flaregen.upstream.pin import read_spec_lock
from flaregen.upstream.pull import Candidate

FileChanges: TypeAlias = tuple[tuple[PurePosixPath, str], ...]
"""Files that a build would change, with the unified diff of each."""
_ERRORS = "Nothing was pulled, and the client stays as it is, until this is put right:"
_UNNAMED = "No client can be built until the names file says what these are called:"
_HASHED = "These names end in a hash, which changes with what it names. Better ones belong here:"


def drift(config: Config, candidate: Candidate, today: date) -> Drift | None:
    """What changed between pin and candidate; None when there is no pin yet.

    Both are whole documents: they hold the models as well as the operations. The schemas of
    models are compared where the service was asked for them. The pin has the operations that
    were configured when it was written, or those of the client where it was never pulled.
    """
    if candidate.pinned is None:
        return None
    before = chosen_places(candidate.pinned, _pinned_operations(config, candidate))
    chosen = dict.fromkeys((*before, *chosen_places(candidate.document, config.operations)))
    compared = replace(config, operations=tuple(map(as_pattern, chosen)))
    pair = Gathered(candidate.pinned), Gathered(candidate.document)
    return drift_between(pair, compared, () if candidate.news else compared.operations, today)


def _pinned_operations(config: Config, candidate: Candidate) -> Sequence[str]:
    if (pulled := read_spec_lock(candidate.pin)) is not None:
        return pulled.operations
    built = locking.read_lock(config.client / locking.FILE_NAME)
    return config.operations if built is None else tuple(built.inputs.settings["operations"])


def code_changes(config: Config, candidate: Candidate) -> FileChanges:
    """What a build would do to the client on disk; nothing is known while names are missing."""
    if candidate.reading is None:
        return ()
    files = emitted(config, candidate.reading)
    lock = locking.read_lock(config.client / locking.FILE_NAME)
    return tuple(
        (path, text)
        for path, text in differences(config.directory, config.package, files, lock)
        if path.name != locking.FILE_NAME
    )


def pull_request(candidate: Candidate, report: Report | None, changes: FileChanges) -> str:
    """The text of a pull request, in Markdown, of at most MOST_LETTERS.

    What has to be done comes first, then what breaks. What does not fit is counted.
    """
    parts = [_origin(candidate)]
    if candidate.errors:
        parts.append(_findings("Before this can be pulled", _ERRORS, candidate.errors, ""))
    elif candidate.unnamed:
        parts.append(_findings("Names to review", _UNNAMED, candidate.unnamed, "toml"))
    else:
        hashed = candidate.reading.hashed if candidate.reading else ()
        parts += [_findings("Names to review", _HASHED, hashed, "toml")] if hashed else []
        parts.append(_code(changes))
    if report is not None:
        parts.append(_for_the_changelog(report))
        room = MOST_LETTERS - sum(_size(part) + 2 for part in (*parts, _bump(report)))
        parts[1:1] = [render(report, room=room), _bump(report)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _origin(candidate: Candidate) -> str:
    lock = candidate.lock
    if candidate.news is not None and lock.models is not None:
        lines = [f"- {prose(line)}" for line in candidate.news.lines()]
        return "\n".join([f"The models as {code(lock.models.source)} has them.", "", *lines])
    lines = [f"Pulled from {code(lock.source)}", f"with the SHA-256 `{lock.whole}`"]
    lines += [f"at revision `{lock.revision}`"] if lock.revision else []
    return ",\n".join(lines) + "."


def _bump(report: Report) -> str:
    if report.python.bump == "none":
        return "The client needs no new version."
    return f"Recommended bump of the client: **{report.python.bump}**."


def _for_the_changelog(report: Report) -> str:
    text = "\n".join(_within(section(report).splitlines(), MOST_LETTERS // 4))
    return f"## For the changelog\n\n{block(text, 'markdown')}"


def _code(changes: FileChanges) -> str:
    if not changes:
        return "## The client\n\nNo generated file changes."
    rows = [f"| `{path}` | {counted_lines(diff)} |" for path, diff in changes]
    table = ["| file | | |", "|---|---|---|", *_within(rows, MOST_LETTERS // 8)]
    return "\n".join(["## The client", "", *table])


def counted_lines(diff: str) -> str:
    """The lines that a unified diff adds and removes, below the two that name the file."""
    signs = [line[:1] for line in diff.splitlines()[2:]]
    return f"+{signs.count('+')} | -{signs.count('-')}"


def _findings(heading: str, sentence: str, findings: tuple[Diagnostic, ...], language: str) -> str:
    shown = [
        f"- {prose(finding.message)}{_place(finding)}\n\n{_advice(finding.help, language)}"
        for finding in findings
    ]
    return "\n\n".join([f"## {heading}", sentence, *_within(shown, MOST_LETTERS // 4)])


def _advice(text: str, language: str) -> str:
    """Of a naming error, what to paste into the names file, without the sentence above it."""
    pasted = text.partition("\n")[2] if language else ""
    return block(pasted or text, language)


def _place(finding: Diagnostic) -> str:
    return f" ({code(str(finding.pointer))})" if finding.pointer else ""


def _within(blocks: Sequence[str], room: int) -> list[str]:
    """As many blocks as there is room for, and how many more there are."""
    ends = list(accumulate(_size(block) + 2 for block in blocks))
    count = bisect_right(ends, room)
    left = len(blocks) - count
    return [*blocks[:count], *([f"... and {left} more"] if left else [])]


def _size(text: str) -> int:
    """Bytes, which are never fewer than letters, however those are counted."""
    return len(text.encode())
