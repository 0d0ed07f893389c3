"""Each code block of both READMEs runs as it is, against a server on loopback."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.support import service
from tests.support.loopback import envelope, serve
from tests.support.pinned import ROOT, cases, pinned

_BLOCK = re.compile(
    r"^## (?P<title>.+?)$.*?^```python\n(?P<code>.*?)^```", re.DOTALL | re.MULTILINE
)
_README = (ROOT / "generated" / "README.md").read_text(encoding="utf-8")
_BLOCKS = {match["title"]: match["code"] for match in _BLOCK.finditer(_README)}
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "audio/mpeg": ".mp3", "audio/wav": ".wav"}


def test_a_block_for_each_variant() -> None:
    code = "\n".join(_BLOCKS.values())
    for case in cases():
        assert f" {case.variant.cls.name}(" in code


@pytest.mark.parametrize("title", _BLOCKS)
def test_block(
    title: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In this process, where the first page's is a program of its own: that takes a second."""
    code, folder = _BLOCKS[title], tmp_path / "folder"
    files = [folder / name for name in re.findall(r'Path\("([^"]+)"\)', code)]
    folder.mkdir()
    monkeypatch.chdir(folder)
    for file in files:
        file.write_bytes(b"content")
    (tmp_path / "block.py").write_text(code, encoding="utf-8")
    with serve(service.answer) as server:
        for name, value in _environment(server.url).items():
            monkeypatch.setenv(name, value)
        runpy.run_path(str(tmp_path / "block.py"), run_name="__main__")
    printed = capsys.readouterr().out
    if "def example(" in code:
        assert "model_name: str" in code
        assert server.received == []
    elif "MockTransport" in code:
        assert (len(server.received), printed) == (0, "{}\n")
    elif "def count(" not in code:
        assert len(server.received) == 1
        assert bool(printed) != ("except" in code)
        assert "None" not in printed.replace("[1, None]", "")  # of what may be anything
    _check_suffixes(set(folder.iterdir()) - set(files))


def _check_suffixes(written: set[Path]) -> None:
    """A file is what its name says."""
    for path in written:
        content = path.read_bytes()
        (media_type,) = (name for name, file in service.FILES.items() if file == content)
        assert path.suffix == _SUFFIXES[media_type]


_FIRST_PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
_EXAMPLES = re.findall(r"^```python\n(.*?)^```", _FIRST_PAGE, re.DOTALL | re.MULTILINE)


def test_the_example_of_the_first_page(tmp_path: Path) -> None:
    (code,) = _EXAMPLES
    with serve(envelope({"translated_text": "Bonjour"})) as server:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            cwd=tmp_path,
            env={**os.environ, **_environment(server.url), "PYTHONPATH": str(ROOT / "generated")},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stdout) == (0, "Bonjour\n"), done.stderr
    (request,) = server.received
    assert service.answer(request).status == 200


def _environment(url: str) -> dict[str, str]:
    """Where the service is, for a block that says nothing of it."""
    return {
        "CLOUDFLARE_API_TOKEN": "token",
        "CLOUDFLARE_ACCOUNT_ID": "abc",
        "CLOUDFLARE_BASE_URL": url,
    }


def test_api_lists_every_class() -> None:
    api = (ROOT / "generated" / "api.md").read_text(encoding="utf-8")
    for operation in pinned().operations:
        for task in operation.tasks:
            for variant in task.variants:
                assert f"`{variant.cls.name}`" in api


def test_api_says_where_answers_of_models_are() -> None:
    api = (ROOT / "generated" / "api.md").read_text(encoding="utf-8")
    links = re.findall(r"\[`(\w+)`\]\((workers_ai/models/answers/\w+)\.py\)", api)
    assert {"ChatCompletion", "ChatCompletionChunk", "Classification"} <= {*dict(links)}
    for name, module in links:
        assert hasattr(import_module(module.replace("/", ".")), name)
