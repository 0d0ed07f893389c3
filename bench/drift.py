"""Drift of the whole upstream document: a step, 28 edits, against itself, and how it grows.

``python bench/drift.py [RUNS]`` prints its rows alone.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from process import Usage, measure, median
from rows import HEAD, Row

_ROOT = Path(__file__).parents[1]
_WHOLE = _ROOT.parent / "shared" / "upstream" / "full" / "2024-08-06-cca3064f.json.gz"
_BEFORE = _WHOLE.with_name("2024-05-20-b233c45f.json.gz")
_PINNED = _ROOT / "spec" / "openapi.json"
_PARSE = (
    "import json, pathlib, sys; [json.loads(pathlib.Path(p).read_bytes()) for p in sys.argv[1:]]"
)
_COPIES = (1, 2, 4, 8)


def rows(scratch: Path, runs: int) -> list[Row]:
    """The measurements that have a target; nothing where the document is not at hand."""
    pinned = _drift(_PINNED, _PINNED, runs)
    found = [Row("drift of the pinned document, itself, CPU s", pinned.cpu, None, None, limit=0.2)]
    if not _WHOLE.is_file():
        return found
    # First, for a process begins with the memory of the one that starts it.
    step = _drift(_BEFORE, _WHOLE, runs, "text")
    root: dict[str, Any] = json.loads(gzip.decompress(_WHOLE.read_bytes()))
    grown = [_grown(root, count, scratch, runs) for count in _COPIES]
    ours, parsing = zip(*grown, strict=True)
    slopes = (ours[-1].cpu - ours[0].cpu), (parsing[-1].cpu - parsing[0].cpu)
    return [
        *found,
        Row("drift of 2024-05-20 to 2024-08-06, CPU s", step.cpu, None, None, limit=2.5),
        Row("drift of 2024-05-20 to 2024-08-06, MB", step.memory, None, None, limit=150),
        Row("drift of 4.2 MB with 28 edits, CPU s", ours[0].cpu, None, None, limit=0.9),
        Row("drift of 4.2 MB with 28 edits, MB", ours[0].memory, None, None, limit=250),
        Row("growth to eight times the size, CPU s", slopes[0], slopes[1], 3, "parsing"),
    ]


def _grown(root: dict[str, Any], count: int, scratch: Path, runs: int) -> tuple[Usage, Usage]:
    """Drift and bare parsing of a document of several copies, and of its edited copy."""
    old, new = scratch / f"old{count}.json", scratch / f"new{count}.json"
    whole = copies(root, count)
    old.write_text(json.dumps(whole), encoding="utf-8")
    new.write_text(json.dumps(edited(whole)), encoding="utf-8")
    parse = [sys.executable, "-c", _PARSE, str(old), str(new)]
    return _drift(old, new, runs), median([measure(parse) for _ in range(runs)])


def _drift(old: Path, new: Path, runs: int, form: str = "json") -> Usage:
    command = [str(Path(sys.executable).with_name("flaregen")), "drift", str(old), str(new)]
    command += ["--format", form, "--fail-on", "none"]
    return median([measure(command, cwd=_ROOT) for _ in range(runs)])


def copies(root: dict[str, Any], count: int) -> dict[str, Any]:
    """The document several times over, each copy under names of its own."""
    made: dict[str, Any] = {
        **root,
        "paths": {},
        "components": {**root["components"], "schemas": {}},
    }
    for number in range(count):
        prefix = f"copy{number}_" if number else ""
        text = json.dumps({"paths": root["paths"], "schemas": root["components"]["schemas"]})
        part = json.loads(text.replace("#/components/schemas/", f"#/components/schemas/{prefix}"))
        made["paths"] |= {f"/{prefix}{path[1:]}": item for path, item in part["paths"].items()}
        made["components"]["schemas"] |= {
            f"{prefix}{name}": schema for name, schema in part["schemas"].items()
        }
    return made


def edited(root: dict[str, Any]) -> dict[str, Any]:
    """Five paths and 23 properties of components less, the same ones every time."""
    chance = random.Random(28)
    copy: dict[str, Any] = json.loads(json.dumps(root))
    for path in chance.sample(sorted(copy["paths"]), 5):
        del copy["paths"][path]
    schemas = copy["components"]["schemas"]
    for name in chance.sample(sorted(n for n, s in schemas.items() if s.get("properties")), 23):
        schemas[name]["properties"].popitem()
    return copy


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measured = rows(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    print(HEAD, *(row.markdown() for row in measured), sep="\n")
