"""The form for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSON
from flaregen.drift.change import Change, Level, Report
from flaregen.drift.messages import shown
from flaregen.printable import one_line, styled
from flaregen.report.formats.places import Place, new_place, old_place
from flaregen.report.formats.wording import (
    by_level,
    head,
    pointed,
    python_names,
    reached,
    said,
    summary,
)

_COLOURS: dict[Level, str] = {"breaking": "red", "warning": "yellow", "info": "cyan"}


def render(report: Report, *, code: str = "") -> str:
    lines: list[str] = []
    for level, changes in by_level(report):
        lines += [styled(f"{head(level)} ({len(changes)})", fg=_COLOURS[level], bold=True), ""]
        for change in changes:
            lines += [*map(one_line, _entry(report, change)), ""]
    for one in report.accepted:
        said_once = one_line(f"accepted until {one.expires}: {one.change.message}")
        lines += [styled(said_once, dim=True)]
        lines += [styled(f"  {one.reason}", dim=True), ""]
    if code:
        lines += [code.rstrip("\n"), ""]
    return "\n".join([*lines, styled(summary(report), bold=True)])


def _entry(report: Report, change: Change) -> Iterator[str]:
    label = styled(change.id, fg=_COLOURS[change.level])
    yield f"  {label}  {said(change)}"
    if pointed(change):
        yield f"    at   {pointed(change)}"
    yield from _side("old", old_place(report, change), change.old)
    yield from _side("new", new_place(report, change), change.new)
    if change.operations:
        yield styled(f"    reaches {reached(change)}", dim=True)
    if change.symbols:
        yield f"    python  {', '.join(map(''.join, python_names(change)))}"


def _side(name: str, place: Place | None, value: JSON) -> Iterator[str]:
    if place is None and value is None:
        return
    where = styled(str(place), dim=True) if place else ""
    what = shown(value) if value is not None else ""
    yield f"    {name}  {'  '.join(part for part in (where, what) if part)}"
