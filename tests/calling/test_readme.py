"""Each code block of the emitted README runs as it stands, against a server on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.documents import sample
from tests.support.loopback import Answer, Received, envelope, serve
from tests.support.pinned import ROOT, Case, cases, pinned

_BLOCK = re.compile(
    r"^## (?P<title>.+?)$.*?^```python\n(?P<code>.*?)^```", re.DOTALL | re.MULTILINE
)
_README = (ROOT / "generated" / "README.md").read_text(encoding="utf-8")
_BLOCKS = {match["title"]: match["code"] for match in _BLOCK.finditer(_README)}
_EVENTS = b'data: {"response": "It is"}\n\ndata: {"response": " blue."}\n\ndata: [DONE]\n\n'


def test_a_block_for_each_variant() -> None:
    code = "\n".join(_BLOCKS.values())
    for case in cases():
        assert f"    {case.variant.cls.name}(" in code


@pytest.mark.parametrize("title", _BLOCKS)
def test_block(title: str, tmp_path: Path) -> None:
    code = _BLOCKS[title]
    for name in re.findall(r'Path\("([^"]+)"\)', code):
        (tmp_path / name).write_bytes(b"content")
    case = next((c for c in cases() if f" {c.variant.cls.name}(" in code), cases()[0])
    with serve(lambda request: _answer(case, request)) as server:
        done = _run(code, tmp_path, server.url)
    assert done.returncode == 0, done.stderr
    silent = "except" in code or "def count" in code
    assert bool(done.stdout) != silent


def _run(code: str, folder: Path, url: str) -> subprocess.CompletedProcess[str]:
    """A block as a program of its own: the environment says where the service is."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "generated"),
        "PYTHONWARNINGS": "error",
        "CLOUDFLARE_API_TOKEN": "token",
        "CLOUDFLARE_ACCOUNT_ID": "abc",
        "CLOUDFLARE_BASE_URL": url,
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _answer(case: Case, request: Received) -> Answer:
    if b'"stream":true' in request.body.replace(b" ", b""):
        return Answer(_EVENTS, headers={"Content-Type": "text/event-stream"})
    response = case.task.response
    assert response is not None
    if response.variant.schema is None:
        return Answer(b"\x89PNG\r\n\x1a\n" + bytes(8), headers={"Content-Type": "image/png"})
    result: Any = sample(response.variant.schema, full=True)
    return envelope(result)


def test_api_lists_every_class() -> None:
    api = (ROOT / "generated" / "api.md").read_text(encoding="utf-8")
    for operation in pinned().operations:
        for task in operation.tasks:
            for variant in task.variants:
                assert f"`{variant.cls.name}`" in api
