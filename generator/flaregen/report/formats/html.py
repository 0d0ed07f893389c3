"""One self-contained page for a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

import jinja2

from flaregen import __version__
from flaregen.document import JSON
from flaregen.drift.change import Change, Report, worst
from flaregen.pointer import Pointer
from flaregen.reading.revisions import Commit
from flaregen.report.formats.grouping import NOWHERE, Grouping, grouped
from flaregen.report.formats.places import places, shown_name
from flaregen.report.formats.wording import (
    HEADS,
    counts,
    python_names,
    said,
    steps_of,
    summary,
    verdicts,
)
from flaregen.report.history import History

_LONGEST = 4_000
"""Characters of a value that a page shows; a whole schema may be far longer."""


def render(report: Report, *, code: str = "", by: Grouping = "symbol") -> str:
    names = f"{shown_name(report.old.source.name)} → {shown_name(report.new.source.name)}"
    return _page(report, names, [(None, report)], by, code)


def render_history(history: History, *, by: Grouping = "symbol") -> str:
    steps = [(step.commit, step.report) for step in history.steps]
    return _page(history.total, steps_of(history), steps, by)


def _page(
    report: Report,
    names: str,
    sections: Sequence[tuple[Commit | None, Report]],
    by: Grouping,
    code: str = "",
) -> str:
    """The page; each section has the changes of a commit, or there is one with all of them."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("flaregen.report.formats", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "counts": counts,
        "grouped": partial(_grouped, by=by),
        "python_names": python_names,
        "said": said,
        "searched": _searched,
    }
    return environment.get_template("page.html.jinja").render(
        report=report,
        names=names,
        sections=sections,
        sides=_sides,
        most=max((len(one.changes) for _, one in sections), default=0) or 1,
        levels=list(zip(HEADS, HEADS.values(), counts(report), strict=True)),
        summary=summary(report),
        verdicts=verdicts(report),
        gravest=worst((report.verdict, report.python.verdict)),
        code=[(_side(line), line) for line in code.splitlines()],
        version=__version__,
    )


def _grouped(report: Report, by: Grouping) -> list[tuple[str, list[Change]]]:
    """The titles and what is below them; no title where nothing belongs to a group."""
    groups = [(group.title, group.changes) for group in grouped(report, by)]
    titles = [title for title, _ in groups]
    return groups if titles != [NOWHERE.get(by)] else [("", changes) for _, changes in groups]


def _sides(report: Report, change: Change) -> Iterator[tuple[str, Pointer | None, str, str]]:
    """Each side of a change: its name, pointer, place and value, empty where it has none."""
    old, new = places(report, change)
    yield "old", change.old_pointer, str(old or ""), _value(change.old)
    yield "new", change.new_pointer, str(new or ""), _value(change.new)


def _searched(change: Change) -> str:
    """What a search looks into, in lower case."""
    operations = [
        f"{operation.method} {operation.path} {operation.operation_id or ''}"
        for operation in change.operations
    ]
    pointers = [str(change.old_pointer or ""), str(change.new_pointer or "")]
    return " ".join([change.id, change.message, *operations, *pointers, *change.symbols]).lower()


def _value(value: JSON) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _side(line: str) -> str:
    """The class of a line of a diff."""
    if line.startswith(("+++", "---")):
        return "file"
    return {"+": "add", "-": "del", "@": "at"}.get(line[:1], "same")
