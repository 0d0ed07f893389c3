"""What a build costs, beside openapi-python-client on the same documents."""

from __future__ import annotations

import ast
import gzip
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from process import Usage, measure, median
from rows import Row

ROOT = Path(__file__).parents[1]
WHOLE = ROOT.parent / "shared" / "upstream" / "full" / "2024-08-06-cca3064f.json.gz"
_FLAREGEN = [str(Path(sys.executable).parent / "flaregen")]


def rows(peers: Path, scratch: Path, runs: int) -> list[Row]:
    """Builds of the pinned and, where it is there, of the whole upstream document."""
    ours, theirs = _side_by_side(
        lambda: _build(scratch), lambda: _peer(peers, ROOT / "spec" / "openapi.json", scratch), runs
    )
    found = [
        Row("build from the pinned spec, CPU s", ours.cpu, theirs.cpu, 1.0, "openapi-python-client")
    ]
    if WHOLE.is_file():
        # The one operation that the document of that day has, too.
        run = ("--operation", "workers-ai-post-run-model")
        whole = [_build(scratch, "--spec", str(WHOLE), *run) for _ in range(runs)]
        peer = _whole_peer(peers, scratch)
        found += [
            Row(
                "run client from the 4.2 MB document, CPU s",
                median(whole).cpu,
                peer.cpu if peer else None,
                None,
                "openapi-python-client, whole document",
                limit=1.5 * theirs.cpu,
            ),
            Row("the same, peak MB", median(whole).memory, None, None, limit=200),
        ]
    _build(scratch, keep=True)
    idle = median([_build(scratch, keep=True) for _ in range(runs)])
    found.append(Row("build with nothing to do, CPU s", idle.cpu, None, None, limit=0.25))
    return [*found, *_size()]


def _side_by_side(
    ours: Callable[[], Usage], theirs: Callable[[], Usage], runs: int
) -> tuple[Usage, Usage]:
    """In turn, so that both see the same machine."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(runs)]
    return median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])


def _build(scratch: Path, *options: str, keep: bool = False) -> Usage:
    output = scratch / "output"
    if not keep:
        shutil.rmtree(output, ignore_errors=True)
    # Nothing that an earlier build worked out.
    own = {"FLAREGEN_CACHE_DIR": ""}
    command = [*_FLAREGEN, "build", "--quiet", "--output", str(output), *options]
    return measure(command, cwd=ROOT, env=own)


def _peer(peers: Path, document: Path, scratch: Path) -> Usage:
    output = scratch / "peer"
    shutil.rmtree(output, ignore_errors=True)
    command = [str(peers / "bin" / "openapi-python-client"), "generate", "--path", str(document)]
    # It formats with the ruff that it finds on the path.
    path = os.pathsep.join((str(peers / "bin"), os.environ["PATH"]))
    options = ["--output-path", str(output), "--meta", "none"]
    return measure([*command, *options], cwd=scratch, env={"PATH": path})


def _whole_peer(peers: Path, scratch: Path) -> Usage | None:
    """Once: it takes half a minute, and stops at the first defect of the document as published."""
    document = scratch / "whole.json"
    document.write_bytes(gzip.decompress(WHOLE.read_bytes()))
    try:
        return _peer(peers, document, scratch)
    except RuntimeError as error:
        print(json.dumps({"openapi-python-client": str(error)[-300:]}), file=sys.stderr)
        return None


def _size() -> list[Row]:
    files = [p for p in (ROOT / "generated" / "workers_ai").rglob("*") if p.is_file()]
    ours = [p for p in files if "__pycache__" not in p.parts]
    python = [p for p in ours if p.suffix == ".py"]
    parts: dict[str, int] = {"_runtime": 0, "models": 0, "resources": 0, "": 0}
    for path in python:
        folder = next((part for part in path.parts if part in parts), "")
        parts[folder] += path.read_bytes().count(b"\n")
    digests = sum(p.read_bytes().count(b"\n") for p in ours if p not in python)
    code = sum(_code_lines(p.read_text(encoding="utf-8")) for p in python)
    return [
        Row("files of the emitted package", len(ours), None, None),
        Row("lines of Python in the emitted package", sum(parts.values()), None, None),
        Row("of these the runtime", parts["_runtime"], None, None, limit=2700),
        Row("of these the models by name", parts["models"], None, None),
        Row("of these the resources", parts["resources"], None, None),
        Row("of these clients, tasks and tables", parts[""], None, None),
        Row("all without blank lines, comments and docstrings", code, None, None),
        Row("lines of its lock and its licence", digests, None, None),
    ]


def _code_lines(source: str) -> int:
    documented = {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    lines = [line.strip() for line in source.splitlines()]
    return sum(
        bool(line) and not line.startswith("#") and number not in documented
        for number, line in enumerate(lines, 1)
    )
