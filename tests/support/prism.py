"""Prism, which serves a document and validates what it is sent.

``npm install --prefix .ci/node`` brings it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.pinned import ROOT

_INSTALLED = ROOT / ".ci" / "node" / "node_modules" / ".bin" / "prism"
_PRISM = str(_INSTALLED) if _INSTALLED.exists() else shutil.which("prism")
_LISTENING = re.compile(r"listening on (http://127\.0\.0\.1:\d+)")

NEEDS_PRISM = pytest.mark.skipif(
    _PRISM is None or shutil.which("node") is None,
    reason="Prism is not installed: npm install --prefix .ci/node",
)


@contextmanager
def served(document: Path, log: Path) -> Iterator[str]:
    """The address at which it serves a document; ``log`` is the file for what it says."""
    command = [str(_PRISM), "mock", "--port", "0", "--host", "127.0.0.1", str(document)]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(600):
        if found := _LISTENING.search(log.read_text()):
            return found[1]
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    pytest.fail(f"Prism did not start:\n{log.read_text()}")
