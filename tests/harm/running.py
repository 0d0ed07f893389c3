"""Running the command on a document that means harm, in a process that is watched.

The process is stopped at some gigabytes and half a minute of CPU, several times what it takes,
so that nothing hangs and no slow machine fails; its memory is asserted. An audit hook stops it
when it opens a connection, or a file for writing outside of the output and temporary folders.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_MEGABYTES = 500
_MOST_SECONDS = 30

_WATCHED = """
import os, resource, sys
folder = os.path.realpath(".")
seconds, pipe = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
if sys.platform == "linux":
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))

def watch(event, arguments):
    what = None
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        what = f"{event} {arguments}"
    elif event == "open" and isinstance(arguments[0], str):
        path, _, flags = arguments
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and path != os.devnull and not os.path.realpath(path).startswith(folder):
            what = f"open {path}"
    if what:
        os.write(2, f"WATCHED {what}".encode())
        os._exit(99)

from flaregen.cli import main
sys.addaudithook(watch)
sys.argv = ["flaregen", *sys.argv[3:]]
try:
    main()
finally:
    # Of this process alone: what getrusage says includes its parent's before the start.
    if os.path.exists("/proc/self/status"):
        with open("/proc/self/status") as status:
            peak = next(line for line in status if line.startswith("VmHWM")).split()[1]
        os.write(pipe, peak.encode())
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run said, and how it ended."""

    code: int
    out: str
    err: str


def run(folder: Path, *arguments: str) -> Outcome:
    """Run ``flaregen ARGUMENTS`` in a folder. Fails when it crashed, was stopped, or took much."""
    scratch = folder / "scratch"
    scratch.mkdir()
    reading, writing = os.pipe()
    done = subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED, str(_MOST_SECONDS), str(writing), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        pass_fds=(writing,),
        env={
            **os.environ,
            "NO_COLOR": "1",
            "TMPDIR": str(scratch),
            "FLAREGEN_CACHE_DIR": "",
        },
    )
    os.close(writing)
    with os.fdopen(reading) as measured:
        peak = int(measured.read() or "0")
    assert "WATCHED" not in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    assert "internal-error" not in done.stderr, done.stderr
    assert done.returncode in (0, 1, 2), (done.returncode, done.stderr)
    assert peak // 1024 < MOST_MEGABYTES
    scratch.rmdir()
    return Outcome(done.returncode, done.stdout, done.stderr)


def build(folder: Path, content: bytes | dict[str, Any], name: str = "spec.json") -> Outcome:
    """Build from a document. Nothing but ``out`` is left, and that only after success."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    (folder / name).write_bytes(raw)
    outcome = run(folder, "build", "--spec", name, "--output", "out")
    left = {path.name for path in folder.iterdir()}
    assert left == ({name, "out"} if outcome.code == 0 else {name})
    assert (folder / name).read_bytes() == raw
    if outcome.code == 0:
        assert [path.name for path in (folder / "out").iterdir()] == ["workers_ai"]
    return outcome
