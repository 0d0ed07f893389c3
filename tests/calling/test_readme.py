"""Each code block of both READMEs runs as it stands, against a server on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

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


_FIRST_PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
_EXAMPLES = re.findall(r"^```python\n(.*?)^```", _FIRST_PAGE, re.DOTALL | re.MULTILINE)


class _Example(NamedTuple):
    """An example of the README of the repository: what it holds, and what comes of it."""

    shows: str
    result: Any
    printed: str
    wrote: str = ""


_SHOWN = [
    _Example("TranslationParams(", {"translated_text": "Bonjour"}, "Bonjour\n"),
    _Example("image.save(", {"image": "/9j/"}, "It is blue.", "lighthouse.jpg"),
    _Example(
        "client.ai.batch(",
        {
            "request_id": "batch-1",
            "responses": [
                {"id": 0, "result": {"translated_text": "Bonjour"}},
                {"id": 1, "result": {"translated_text": "Bonne nuit"}},
            ],
        },
        "Bonjour\nBonne nuit\n",
    ),
    _Example("AsyncCloudflare(", {"data": [[1, 2], [3, 4]], "shape": [2, 2]}, "[2.0, 2.0]\n"),
    _Example("on_drift=report", {}, ""),
]


@pytest.mark.parametrize("number", range(len(_EXAMPLES)))
def test_an_example_of_the_first_page(number: int, tmp_path: Path) -> None:
    code, example = _EXAMPLES[number], _SHOWN[number]
    assert example.shows in code
    with serve(lambda request: _streamed(request) or envelope(example.result)) as server:
        done = _run(code, tmp_path, server.url)
    assert (done.returncode, done.stdout) == (0, example.printed), done.stderr
    assert [file.name for file in tmp_path.iterdir()] == [example.wrote][: bool(example.wrote)]


def test_drift_reaches_the_metrics_of_the_first_page(tmp_path: Path) -> None:
    code = f"""
from types import SimpleNamespace

metrics = SimpleNamespace(increment=lambda *names, **tags: print(*names, tags))
{_EXAMPLES[-1]}
client.ai.run("@cf/meta/m2m100-1.2b", text="x", target_lang="fr")
"""
    with serve(envelope({"translated_text": 5})) as server:
        done = _run(code, tmp_path, server.url)
    tags = {"model": "@cf/meta/m2m100-1.2b", "path": "$.result.translated_text"}
    assert done.stdout == f"workers_ai.drift {tags}\n", done.stderr


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
    if streamed := _streamed(request):
        return streamed
    response = case.task.response
    assert response is not None
    if response.variant.schema is None:
        return Answer(b"\x89PNG\r\n\x1a\n" + bytes(8), headers={"Content-Type": "image/png"})
    result: Any = sample(response.variant.schema, full=True)
    return envelope(result)


def _streamed(request: Received) -> Answer | None:
    if b'"stream":true' not in request.body.replace(b" ", b""):
        return None
    return Answer(_EVENTS, headers={"Content-Type": "text/event-stream"})


def test_api_lists_every_class() -> None:
    api = (ROOT / "generated" / "api.md").read_text(encoding="utf-8")
    for operation in pinned().operations:
        for task in operation.tasks:
            for variant in task.variants:
                assert f"`{variant.cls.name}`" in api
