"""One self-contained page for a browser."""

from __future__ import annotations

import json
from dataclasses import dataclass

import jinja2

from flaregen import __version__
from flaregen.document import JSON
from flaregen.drift.change import Change, Report, worst
from flaregen.pointer import Pointer
from flaregen.reading.revisions import Commit
from flaregen.report.formats.grouping import NOWHERE, Grouping, grouped
from flaregen.report.formats.places import Place, places, shown_name
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


@dataclass(frozen=True, slots=True)
class Card:
    """A change as the page shows it. ``text`` is what a search looks into, in lower case."""

    change: Change
    said: str
    sides: list[tuple[str, Pointer | None, Place | None, str]]
    python: list[tuple[str, str]]
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """Changes in groups with titles: those of a commit, where there is one, or all."""

    groups: list[tuple[str, list[Card]]]
    commit: Commit | None = None
    counts: tuple[int, ...] = ()


def render(report: Report, *, code: str = "", by: Grouping = "symbol") -> str:
    names = f"{shown_name(report.old.source.name)} → {shown_name(report.new.source.name)}"
    return _page(report, names, [Section(_groups(report, by))], code)


def render_history(history: History, *, by: Grouping = "symbol") -> str:
    sections = [
        Section(_groups(step.report, by), step.commit, counts(step.report))
        for step in history.steps
    ]
    return _page(history.total, steps_of(history), sections)


def _page(report: Report, names: str, sections: list[Section], code: str = "") -> str:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("flaregen.report.formats", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    levels = list(zip(HEADS, HEADS.values(), counts(report), strict=True))
    return environment.get_template("page.html.jinja").render(
        report=report,
        names=names,
        sections=sections,
        steps=[section for section in sections if section.commit],
        most=max((sum(section.counts) for section in sections), default=0) or 1,
        levels=levels,
        summary=summary(report),
        verdicts=verdicts(report),
        gravest=worst((report.verdict, report.python.verdict)),
        code=[(_side(line), line) for line in code.splitlines()],
        version=__version__,
    )


def _groups(report: Report, by: Grouping) -> list[tuple[str, list[Card]]]:
    """The titles and what is below them; no title where nothing belongs to a group."""
    groups = grouped(report, by)
    found = [(group.title, [_card(report, change) for change in group.changes]) for group in groups]
    titles = [title for title, _ in found]
    return found if titles != [NOWHERE.get(by)] else [("", cards) for _, cards in found]


def _card(report: Report, change: Change) -> Card:
    operations = [
        f"{operation.method} {operation.path} {operation.operation_id or ''}"
        for operation in change.operations
    ]
    pointers = [str(change.old_pointer or ""), str(change.new_pointer or "")]
    words = [change.id, change.message, *operations, *pointers, *change.symbols]
    return Card(
        change=change,
        said=said(change),
        sides=[
            (side, pointer, place, _value(value))
            for side, pointer, place, value in zip(
                ("old", "new"),
                (change.old_pointer, change.new_pointer),
                places(report, change),
                (change.old, change.new),
                strict=True,
            )
        ],
        python=python_names(change),
        text=" ".join(words).lower(),
    )


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
