"""Measure everything that has a target. Peers are installed from the package index beside it.

make bench                      prints the table
make bench ARGS=--write         and puts it into bench/README.md
"""

from __future__ import annotations

import argparse
import compileall
import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import builds
import client_calls
import drift
import imports
import models
import whole
from rows import HEAD, Row

_HERE = Path(__file__).parent
_PEERS = _HERE / "peers.txt"
_START, _END = "<!-- measured -->", "<!-- end -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    # As an installation would: the sources may have changed since they ran last.
    compileall.compile_dir(_HERE.parent / "generator", quiet=1)
    peers = _install(_HERE / ".peers", "--requirement", str(_PEERS))
    # Installed as the peers are, compiled by pip: a source folder may be compiled at each start.
    # What the client needs and nothing beside: httpx2 loads more where it finds more.
    client = _install(_HERE / ".client", "--force-reinstall", str(_HERE.parent / "generated"))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        rows = [
            *builds.rows(peers, scratch, options.runs),
            *imports.rows(client, peers, options.runs),
            *client_calls.rows(client, peers, options.runs),
            *models.rows(client, scratch, options.runs),
            *drift.rows(scratch, options.runs),
            *whole.rows(client, peers, scratch, options.runs),
        ]
    report = _report(rows, options.runs)
    print(report)
    if options.write:
        _write(report)


def _install(folder: Path, *requirements: str) -> Path:
    """A virtual environment with the requirements, made once."""
    if not (folder / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--disable-pip-version-check", *requirements], check=True)
    return folder


def _report(rows: list[Row], runs: int) -> str:
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    machine = f"{platform.machine()}, Python {platform.python_version()}, {platform.system()}"
    lines = [f"{day}, {machine}, {_cores()} cores; medians of {runs} runs in turn.", "", HEAD]
    return "\n".join([*lines, *(row.markdown() for row in rows)])


def _cores() -> int:
    return os.cpu_count() or 1


def _write(report: str) -> None:
    page = _HERE / "README.md"
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(_START)
    _, _, after = rest.partition(_END)
    page.write_text(f"{before}{_START}\n{report}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
