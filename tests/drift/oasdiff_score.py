"""How far the verdicts and changes agree with those of oasdiff.

``python tests/drift/oasdiff_score.py FOLDER`` prints the score and, by oasdiff's id,
what is missed. The folder holds ``index.json`` and the pairs it names.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flaregen.config_file import DriftTable
from flaregen.document import Document, Source
from flaregen.drift.change import Change, Report
from flaregen.drift.compare import compare
from flaregen.report.judge import judge

FOLDER = Path(__file__).parents[3] / "shared" / "drift" / "oasdiff"
LEVELS = {"error": "breaking", "warning": "warning", "info": "info"}
VERDICTS = {
    "breaking": "breaking",
    "maybe-breaking": "warning",
    "non-breaking": "info",
    "no-changes": "none",
}
HARMLESS = {"info", "none"}
TODAY = date(2026, 1, 1)


@dataclass
class Score:
    verdicts: int = 0
    agreed: int = 0
    exact: int = 0
    changes: int = 0
    found: int = 0
    counted: int = 0
    disagreements: list[str] = field(default_factory=list)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def document(path: Path) -> Document:
    content = path.read_bytes()
    root = json.loads(content)
    version = "3.0" if str(root["openapi"]).startswith("3.0") else "3.1"
    return Document(Source(str(path), content, "json"), root, version)


def report_of(base: Path, revision: Path) -> Report:
    old, new = document(base), document(revision)
    return judge(old, new, compare(old, new, TODAY), DriftTable(), TODAY)


def finds(change: Change, wanted: dict[str, str]) -> bool:
    """The same level at the same operation; or one of no operation, for the whole document."""
    if change.level != LEVELS[wanted["level"]]:
        return False
    if not wanted["operation"]:
        return not change.operations
    return any(
        (one.method, one.path) == (wanted["operation"], wanted["path"]) for one in change.operations
    )


def score(folder: Path) -> Score:
    total = Score()
    for pair in json.loads((folder / "index.json").read_bytes()):
        report = report_of(folder / pair["base"], folder / pair["revision"])
        _verdict(total, pair, report)
        for wanted in pair["changes"]:
            total.changes += 1
            if any(finds(change, wanted) for change in report.changes):
                total.found += 1
            else:
                total.missed[wanted["id"]].append(
                    f"{pair['pair']} {wanted['level']}: {wanted['text']}"
                )
        total.counted += _counted(pair["changes"], report)
    return total


def _verdict(total: Score, pair: dict[str, str], report: Report) -> None:
    expected = VERDICTS[pair["verdict"]]
    total.verdicts += 1
    total.exact += report.verdict == expected
    if report.verdict == expected or {report.verdict, expected} <= HARMLESS:
        total.agreed += 1
    else:
        ids = ", ".join(f"{one.level} {one.id}" for one in report.changes if one.level != "info")
        total.disagreements.append(
            f"{pair['pair']}: oasdiff {expected}, here {report.verdict} ({ids})"
        )


def _counted(wanted: list[dict[str, str]], report: Report) -> int:
    """The stricter count: as many here as there, at each operation and level."""
    there = Counter((one["operation"], one["path"], LEVELS[one["level"]]) for one in wanted)
    here: Counter[tuple[str, str, str]] = Counter()
    for change in report.changes:
        for one in change.operations:
            here[(one.method, one.path, change.level)] += 1
        if not change.operations:
            here[("", "", change.level)] += 1
    return sum(min(count, here[key]) for key, count in there.items())


def lines(total: Score) -> list[str]:
    found = [
        f"{len(texts)} {name}\n    " + "\n    ".join(texts[:4])
        for name, texts in sorted(total.missed.items(), key=lambda item: -len(item[1]))
    ]
    return [
        *found,
        *total.disagreements,
        (
            f"verdicts {total.agreed}/{total.verdicts} = {total.agreed / total.verdicts:.1%}"
            f" (to the letter {total.exact})"
        ),
        (
            f"changes {total.found}/{total.changes} = {total.found / total.changes:.1%}"
            f" (one for one {total.counted} = {total.counted / total.changes:.1%})"
        ),
    ]


def main(arguments: Sequence[str]) -> int:
    """Print the score of a folder, or which one is needed."""
    folder = Path(arguments[0]) if arguments else FOLDER
    if not (folder / "index.json").is_file():
        sys.stderr.write(
            f"there is no {folder / 'index.json'}: "
            "name the folder that holds index.json and the pairs of documents that it lists\n"
        )
        return 2
    sys.stdout.write("\n".join(lines(score(folder))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
