"""Whatever is wrong has an error of its own; what nobody expected has one that can be reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flaregen import opening
from tests.support.commands import Run

_SCHEMA = {"type": "object", "title": "Text Parameters", "properties": {"a": {"type": "string"}}}
_MEDIA = {"application/json": {"schema": _SCHEMA}}
_RUN = {
    "operationId": "run",
    "tags": ["AI"],
    "requestBody": {"content": _MEDIA},
    "responses": {"200": {"description": "", "content": _MEDIA}},
}
_NOWHERE = {"$ref": "#/components/schemas/~2"}


def document(**members: Any) -> dict[str, Any]:
    base = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}}
    return {**base, "paths": {"/ai/run": {"post": _RUN}}, **members}


def operation(**members: Any) -> dict[str, Any]:
    return document(paths={"/ai/run": {"post": {**_RUN, **members}}})


ODD: dict[str, Any] = {
    "components that are texts": document(components={"schemas": "params"}),
    "components that are numbers": document(components=5),
    "nothing but components": {"openapi": "3.0.3", "components": {"schemas": "params"}},
    "paths that lead nowhere": document(paths=_NOWHERE),
    "a path that leads nowhere": document(paths={"/ai/run": _NOWHERE}),
    "responses that refer to the root": operation(responses={"$ref": "#/"}),
    "responses that refer to themselves": operation(responses={"$ref": "#/paths/~1ai~1run/post"}),
    "a body that leads nowhere": operation(requestBody=_NOWHERE),
    "parameters that lead nowhere": operation(parameters=[_NOWHERE]),
    "parameters that are texts": operation(parameters="x"),
    "content that leads nowhere": operation(requestBody={"content": _NOWHERE}),
    "a server in brackets": document(servers=[{"url": "https://[x"}]),
    "a server with a port": document(servers=[{"url": "https://x:99999"}]),
    "servers of an operation": operation(servers=[{"url": "https://[x"}]),
    "servers that are numbers": document(servers=[5]),
    "paths that are texts": document(paths="x"),
    "an operation that is a text": document(paths={"/ai/run": {"post": "x"}}),
    "tags that are texts": document(tags="x"),
    "info that is null": document(info=None),
    "a reference of half an escape": document(components={"schemas": {"A": {"$ref": "#/~"}}}),
    "a list": [],
}
COMMANDS = {
    "validate": ("validate", "odd.json"),
    "build": ("build", "--spec", "odd.json", "--operation", "run"),
    "inspect": ("inspect", "--spec", "odd.json"),
    "drift": ("drift", "odd.json", "fine.json"),
    "drift back": ("drift", "fine.json", "odd.json"),
}


@pytest.fixture
def run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return run


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ODD)
def test_odd_documents(name: str, command: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text(json.dumps(ODD[name]))
    (tmp_path / "fine.json").write_text(json.dumps(document()))
    status, _, err = run(*COMMANDS[command], "-q")
    assert "internal-error" not in err
    assert status in {0, 1, 2}
    if command == "validate" and "server" not in name and "escape" not in name:
        assert status != 0
        assert err.startswith("error[")


@pytest.mark.parametrize("name", ["x" * 255, "x" * 250, "x" * 100, "é", "a/b", ""])
def test_setting_up_with_an_odd_name(name: str, small_document: None, run: Run) -> None:
    status, _, err = run("init", "-q", "--package", name)
    assert "internal-error" not in err
    if name.isascii() and name.isidentifier():
        assert status == 0 or "is longer" in err or "too long" in err
    else:
        assert (status, "cannot be the name" in err) == (2, True)


def break_it(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(opening, "load", broken)


@pytest.mark.parametrize(
    "error",
    [
        KeyError("x\x1b[2J\n::error::y"),
        RecursionError("too deep"),
        RuntimeError(),
        MemoryError(),
        FileNotFoundError(2, "No such file", "x"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_nobody_expected_can_be_reported(
    error: Exception, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fine.json").write_text(json.dumps(document()))
    break_it(monkeypatch, error)
    status, out, err = run("build", "--spec", "fine.json")
    assert (status, out) == (2, "")
    lines = err.splitlines()
    assert lines[0] == "error[internal-error]"
    assert lines[1].startswith(f"  {type(error).__name__}: ")
    assert lines[2].startswith("  help: this is a fault of flaregen: report it")
    assert lines[3].startswith("    flaregen ")
    assert "test_tracebacks.py:" in lines[4]
    assert "opening.py:" in err
    assert "\x1b" not in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == [tmp_path / "fine.json"]


def test_programs_read_it_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fine.json").write_text(json.dumps(document()))
    break_it(monkeypatch, ValueError("odd"))
    status, out, _ = run("build", "--spec", "fine.json", "--format", "json")
    assert status == 2
    assert json.loads(out)["diagnostics"][0]["code"] == "internal-error"
