"""Each program of docs/examples runs as it is; the service checks what it is sent."""

from __future__ import annotations

import ast
import asyncio
import base64
import json
import os
import re
import runpy
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from flaregen import cli
from tests.support import service
from tests.support.loopback import Answer, Loopback, Received, envelope, serve
from tests.support.pinned import ROOT

from .walk import FILES, answering, run_command

EXAMPLES = ROOT / "docs" / "examples"
_README = (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """The service, and a folder with a recording to work in."""
    (tmp_path / "speech.mp3").write_bytes(FILES["speech.mp3"])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "token")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "abc")
    with serve(service.answer) as server:
        monkeypatch.setenv("CLOUDFLARE_BASE_URL", server.url)
        yield server


def _scripted(*results: object) -> Callable[[Received], Answer]:
    """The service, which answers with these results in turn where it takes a request."""
    left = [*results]

    def answer(request: Received) -> Answer:
        checked = service.answer(request)
        return envelope(left.pop(0)) if left and checked.status == 200 else checked

    return answer


def _run(name: str) -> None:
    runpy.run_path(str(EXAMPLES / name), run_name="__main__")


def test_every_example_is_listed() -> None:
    files = {str(file.relative_to(EXAMPLES)) for file in EXAMPLES.rglob("*.*") if file.is_file()}
    listed = set(re.findall(r"\]\(([\w/.-]+)\)", _README)) - {"../get-started.md"}
    beside = {"README.md", "vendored/spec/openapi.json", "vendored/spec/names.toml"}
    assert {file for file in files if "__pycache__" not in file} == listed | beside


def test_chat(server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    call = {"id": "1", "type": "function"}
    function = {"name": "rain_today", "arguments": '{"city": "Lisbon"}'}
    message = {"role": "assistant", "content": None, "tool_calls": [{**call, "function": function}]}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls"}
    server.answer = _scripted(
        {"id": "1", "object": "chat.completion", "created": 0, "model": "kimi", "choices": [choice]}
    )
    _run("chat.py")
    assert capsys.readouterr().out == "".join(service.PIECES) + "\n"
    question, asked, outcome = server.last.json()["messages"]
    assert question["role"] == "user"
    assert asked == message
    assert outcome == {
        "role": "tool",
        "tool_call_id": "1",
        "content": "In Lisbon it rains from noon.",
    }


def test_images(server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    _run("images.py")
    names = sorted(capsys.readouterr().out.split())
    assert names == ["harbour.jpg", "lighthouse.jpg"]
    assert all(Path(name).read_bytes() == service.FILES["image/jpeg"] for name in names)


def test_transcription(
    server: Loopback, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["transcription.py", "speech.mp3"])
    server.answer = _scripted({"text": "Mind the gap.", "vtt": "WEBVTT"})
    _run("transcription.py")
    assert capsys.readouterr().out == "Mind the gap.\n"
    assert Path("speech.vtt").read_text() == "WEBVTT"


def test_embeddings(server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    vectors = [[[0, 1], [1, 0]], [[0.5, 1], [0, -1]]]
    results = [{"shape": [2, 2], "data": data} for data in vectors]
    batch = [{"id": at, "result": result} for at, result in enumerate(results)]
    server.answer = _scripted(
        {"request_id": "1", "responses": batch}, {"shape": [1, 2], "data": [[1, 0]]}
    )
    _run("embeddings.py")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1.00  R2 stores objects."
    assert [len(one["text"]) for one in server.received[0].json()["requests"]] == [2, 2]


def test_fastapi_route(server: Loopback) -> None:
    testing = pytest.importorskip("fastapi.testclient")
    app = runpy.run_path(str(EXAMPLES / "fastapi_route.py"))["app"]
    with testing.TestClient(app) as client:
        translated = client.post("/translate", json={"text": "Hi", "target_lang": "fr"})
        assert translated.json() == {"translated_text": "text"}
        assert client.post("/translate", json={"text": "Hi"}).status_code == 422
        assert client.post("/write", json={"prompt": "Why?"}).text == "".join(service.PIECES)
        schema = client.get("/openapi.json").json()["paths"]["/translate"]["post"]["requestBody"]
    assert "target_lang" in json.dumps(schema)


def test_transcription_without_a_recording(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for arguments in ([], [str(tmp_path / "none.mp3")], ["one.mp3", "two.mp3"]):
        monkeypatch.setattr(sys, "argv", ["transcription.py", *arguments])
        with pytest.raises(SystemExit, match="2"):
            _run("transcription.py")
        assert capsys.readouterr().err.startswith("usage: transcription.py [-h] recording\n")


def test_what_an_example_imports_is_there_or_said() -> None:
    """The client, its own libraries, the standard library, and what the page says to install."""
    known = {*sys.stdlib_module_names, "workers_ai", "httpx2", "msgspec"}
    for line in _README.splitlines():
        for name in re.findall(r"\[([\w]+\.py)\]", line):
            (path,) = EXAMPLES.rglob(name)
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            used = {
                one.module or ""
                for one in nodes
                if isinstance(one, ast.ImportFrom)
                if not one.level
            }
            foreign = {module.partition(".")[0] for module in used} - known
            assert {*re.findall(r"pip install \"?(\w+)", line)} == foreign, name


def test_notebook(
    server: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, accept: bool
) -> None:
    """What is stored as its output is what comes of it; ``--accept`` stores it anew."""
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "generated")]))
    drawn = (Path(__file__).parent / "lighthouse.jpg").read_bytes()
    server.answer = answering(
        {
            "Good morning": {"translated_text": "Bonjour"},
            "lighthouse": {"image": base64.b64encode(drawn).decode()},
        }
    )
    path = EXAMPLES / "notebook.ipynb"
    stored, notebook = (nbformat.read(path, as_version=4) for _ in range(2))
    settings: dict[str, Any] = {"record_timing": False, "coalesce_streams": True}
    settings["resources"] = {"metadata": {"path": str(tmp_path)}}
    asyncio.run(nbclient.NotebookClient(notebook, **settings).async_execute())
    assert (tmp_path / "lighthouse.jpg").read_bytes() == drawn
    if accept:
        nbformat.write(nbformat.from_dict({**stored, "cells": notebook.cells}), path)
    assert accept or stored.cells == notebook.cells, "pytest -k notebook --accept stores them anew"


def test_nightly_drift() -> None:
    """Its commands are commands, and its actions are pinned."""
    job = yaml.safe_load((EXAMPLES / "nightly-drift.yml").read_text(encoding="utf-8"))
    steps = job["jobs"]["drift"]["steps"]
    uses = [step["uses"] for step in steps if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in uses)
    commands = [step["run"].partition(" >>")[0].split() for step in steps if "run" in step]
    for _, name, *arguments in commands[1:]:
        above = click.Context(cli.flaregen, **cli.flaregen.context_settings)
        command = cli.flaregen.get_command(above, name)
        assert command is not None
        command.make_context(name, arguments, above)
    assert [command[:2] for command in commands[1:]] == [
        ["flaregen", "pull"],
        ["flaregen", "pull"],
        ["flaregen", "drift"],
    ]


def test_a_vendored_slice(
    server: Loopback,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = tmp_path / "project"
    shutil.copytree(EXAMPLES / "vendored", project)
    monkeypatch.chdir(project)
    assert run_command("flaregen build")[0] == 0
    assert run_command("flaregen check")[0] == 0
    capsys.readouterr()
    monkeypatch.syspath_prepend(str(project / "src"))
    answered: Any = [{"id": "1", "name": "@cf/meta/m2m100-1.2b"}]
    server.answer = lambda _: envelope(answered)
    module = __import__("acme.models", fromlist=["print_models"])
    module.print_models("m2m100")
    assert capsys.readouterr().out == "@cf/meta/m2m100-1.2b\n"
    path = "/accounts/abc/ai/models/search?search=m2m100&per_page=20"
    assert (server.last.method, server.last.path) == ("GET", path)
