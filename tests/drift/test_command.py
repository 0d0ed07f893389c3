"""The command line: exit status, inputs, outputs."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from flaregen.cli import flaregen
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.lock import Input, Inputs, Lock, render_lock
from flaregen.report.formats import FORMATS

from ..support.loopback import Answer, serve

OPERATION = {"operationId": "send", "responses": {"200": {"description": ""}}}
OTHER = {"operationId": "fetch", "responses": {"200": {"description": ""}}}
OLD: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "A", "version": "1"},
    "paths": {"/a": {"post": OPERATION, "get": OTHER}, "/b": {"get": {"responses": {}}}},
}
NEW: dict[str, Any] = {
    **OLD,
    "paths": {"/a": {"post": {**OPERATION, "tags": ["x"]}, "get": {**OTHER, "tags": ["y"]}}},
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "old.json").write_text(json.dumps(OLD))
    (tmp_path / "new.json").write_text(json.dumps(NEW))
    (tmp_path / "flaregen.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(flaregen, ["drift", *arguments], input=stdin, standalone_mode=False)


def test_reports_and_fails(folder: Path) -> None:
    result = run("old.json", "new.json")
    assert result.return_value == 1
    assert "path-removed" in result.stdout
    assert "old.json:1:" in result.stdout
    assert "1 breaking, 2 info" in result.stdout


@pytest.mark.parametrize(
    ("fail_on", "old", "new", "status"),
    [
        ("none", "old.json", "new.json", 0),
        ("breaking", "new.json", "old.json", 0),
        ("warning", "new.json", "old.json", 0),
        ("info", "new.json", "old.json", 1),
        ("info", "old.json", "old.json", 0),
    ],
)
def test_fail_on(folder: Path, fail_on: str, old: str, new: str, status: int) -> None:
    result = run(old, new, "--fail-on", fail_on)
    assert (result.return_value or 0) == status


def test_one_side_from_standard_input(folder: Path) -> None:
    result = run("-", "new.json", "--format", "json", stdin=json.dumps(OLD))
    assert json.loads(result.stdout)["verdict"] == "breaking"
    assert result.stderr == ""


def test_both_sides_from_standard_input(folder: Path) -> None:
    result = run("-", "-", stdin="{}")
    assert "only one" in str(result.exception)


def test_chosen_operations(folder: Path) -> None:
    result = run("old.json", "new.json", "--operation", "send", "--format", "json")
    changes = json.loads(result.stdout)["changes"]
    assert [change["id"] for change in changes] == ["tag-added"]
    assert [one["operation_id"] for one in changes[0]["operations"]] == ["send"]


def test_python_is_judged_by_the_chosen_operations_alone(folder: Path) -> None:
    def api(field: str, word: str) -> str:
        def answer(name: str) -> Any:
            result = {"type": "object", "properties": {name: {"type": "string"}}}
            schema = {"type": "object", "properties": {"result": result}}
            return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}

        kept = {"operationId": "kept", "description": word, "responses": answer("id")}
        edited = {"operationId": "edited", "responses": answer(field)}
        paths = {"/kept": {"get": kept}, "/edited": {"get": edited}}
        return json.dumps({**OLD, "paths": paths})

    (folder / "old.json").write_text(api("name", "One."))
    (folder / "new.json").write_text(api("title", "Two."))
    (folder / "flaregen.toml").write_text('operations = ["*"]\n')
    arguments = ("old.json", "new.json", "--format", "json", "--operation")
    found = {name: json.loads(run(*arguments, name).stdout) for name in ("kept", "edited")}
    assert {name: one["python"]["verdict"] for name, one in found.items()} == {
        "kept": "none",
        "edited": "breaking",
    }
    assert [one["id"] for one in found["kept"]["changes"]] == ["operation-described"]


def test_chosen_operation_that_went(folder: Path) -> None:
    result = run("old.json", "new.json", "--operation", "GET /b", "--format", "json")
    assert [one["id"] for one in json.loads(result.stdout)["changes"]] == ["path-removed"]


def test_chosen_operation_that_neither_has(folder: Path) -> None:
    assert "The document has no operation" in str(
        run("old.json", "new.json", "--operation", "x").exception
    )


def test_new_defaults_to_the_pinned_document(folder: Path) -> None:
    (folder / "flaregen.toml").write_text('operations = ["send"]\n[spec]\npath = "new.json"\n')
    result = run("old.json", "--format", "json")
    assert [one["id"] for one in json.loads(result.stdout)["changes"]] == ["tag-added"]


@pytest.mark.parametrize("form", FORMATS)
def test_places_below_the_working_directory_are_relative_to_it(folder: Path, form: str) -> None:
    """The same on every machine, whatever form the configuration or the caller gives names."""
    (folder / "specs").mkdir()
    (folder / "new.json").rename(folder / "specs" / "new.json")
    (folder / "flaregen.toml").write_text(
        'operations = ["send"]\n[spec]\npath = "specs/new.json"\n'
    )
    result = run(str(folder / "old.json"), "--format", form)
    assert "specs/new.json" in result.stdout
    assert str(folder) not in result.stdout


def test_places_elsewhere_are_named_as_they_were_given(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "new.json"
    (folder / "new.json").rename(elsewhere)
    changes = json.loads(run("old.json", str(elsewhere), "--format", "json").stdout)["changes"]
    files = {one["position"]["new"]["file"] for one in changes if one["position"]["new"]}
    assert files == {str(elsewhere)}


def test_configured_levels_and_accepted_changes(folder: Path) -> None:
    (folder / "flaregen.toml").write_text(
        '[drift.levels]\ntag-added = "warning"\n'
        '[[drift.accept]]\nid = "path-removed"\npointer = "/paths/~1b"\n'
        'reason = "unused"\nexpires = "9999-12-31"\n'
        '[[drift.accept]]\nid = "tag-removed"\npointer = "/x"\n'
        'reason = "gone"\nexpires = "9999-12-31"\n'
    )
    result = run("old.json", "new.json", "--format", "json")
    assert json.loads(result.stdout)["verdict"] == "warning"
    assert "drift-accept-unused" in result.stderr
    assert "drift-accept-unused" not in run("old.json", "new.json", "--quiet").stderr


def test_a_remark_on_the_version_is_accepted_as_a_change_is(folder: Path) -> None:
    (folder / "flaregen.toml").write_text(
        '[[drift.accept]]\nid = "version-not-bumped"\npointer = "/info/version"\n'
        'reason = "released elsewhere"\nexpires = "9999-12-31"\n'
    )
    for name, document in (("old.json", OLD), ("new.json", NEW)):
        versioned = {**document, "info": {"title": "A", "version": "1.0.0"}}
        (folder / name).write_text(json.dumps(versioned))
    result = run("old.json", "new.json", "--format", "json")
    assert [one["id"] for one in json.loads(result.stdout)["accepted"]] == ["version-not-bumped"]
    assert "drift-accept" not in result.stderr


def test_writes_a_changelog(folder: Path) -> None:
    run("old.json", "new.json", "--write-changelog", "CHANGELOG.md")
    assert "- **Breaking:** /b removed" in (folder / "CHANGELOG.md").read_text()


def test_a_changelog_that_cannot_be_written_is_no_second_result(folder: Path) -> None:
    result = run(
        *("old.json", "new.json", "--write-changelog", "old.json/CHANGELOG.md"),
        *("--format", "json"),
    )
    assert isinstance(result.exception, DiagnosticError)
    assert json.loads(result.stdout)["errors"] == 1


def test_a_changelog_that_is_no_text(folder: Path) -> None:
    (folder / "CHANGELOG.md").write_bytes(b"\xff")
    result = run("old.json", "new.json", "--write-changelog", "CHANGELOG.md")
    assert isinstance(result.exception, UsageError)
    assert (folder / "CHANGELOG.md").read_bytes() == b"\xff"


def test_emitted_client_stands_for_its_document(folder: Path) -> None:
    digest = hashlib.sha256((folder / "old.json").read_bytes()).hexdigest()
    write_lock(folder / "out" / "client", "old.json", digest)
    result = run("out/client", "new.json", "--format", "json")
    assert json.loads(result.stdout)["verdict"] == "breaking"


def test_emitted_client_whose_document_changed(folder: Path) -> None:
    write_lock(folder / "client", "old.json", "0" * 64)
    assert "missing or has changed" in str(run("client", "new.json").exception)


def test_emitted_client_of_a_compressed_document(folder: Path) -> None:
    content = (folder / "old.json").read_bytes()
    (folder / "old.json.gz").write_bytes(gzip.compress(content))
    write_lock(folder / "client", "old.json.gz", hashlib.sha256(content).hexdigest())
    result = run("client", "new.json", "--format", "json")
    assert json.loads(result.stdout)["verdict"] == "breaking"


def test_emitted_client_of_a_document_on_a_server(folder: Path) -> None:
    content = (folder / "old.json").read_bytes()
    with serve(lambda _: Answer(content)) as server:
        url = f"{server.url}/openapi.json"
        given = ("new.json", "--allow-http", "--allow-private-addresses", "--format", "json")
        write_lock(folder / "client", url, hashlib.sha256(content).hexdigest())
        assert json.loads(run("client", *given).stdout)["verdict"] == "breaking"
        write_lock(folder / "other", url, "0" * 64)
        assert f"{url}, which is missing or has changed" in str(run("other", *given).exception)


def write_lock(folder: Path, source: str, digest: str) -> None:
    inputs = Inputs(
        generator="0.1.0",
        templates="",
        settings={"operations": []},
        spec=Input(source, digest),
    )
    folder.mkdir(parents=True)
    (folder / "flaregen.lock").write_bytes(render_lock(Lock(inputs, {})))


@pytest.mark.parametrize(
    ("name", "head", "table"),
    [
        ("flaregen.toml", "", "drift"),
        ("flaregen.toml", '[output]\npackage = "shop"', "drift"),
        (
            "pyproject.toml",
            '[tool.flaregen]\nspec = { path = "new.json" }\n',
            "tool.flaregen.drift",
        ),
    ],
)
def test_everything_is_accepted_with_a_reason(
    folder: Path, name: str, head: str, table: str
) -> None:
    (folder / "flaregen.toml").unlink()
    (folder / name).write_text(head, newline="\r\n")
    accepted = run("old.json", "new.json", "--accept-all", "--reason", 'agreed "twice"')
    assert accepted.return_value == 0
    assert f"{name}: 1 change accepted" in accepted.stderr
    text = (folder / name).read_text()
    assert text.startswith(head)
    assert f'[[{table}.accept]]\nid = "path-removed"\npointer = "/paths/~1b"\n' in text
    assert run("old.json", "new.json").return_value == 0
    assert run("old.json", "new.json", "--accept-all", "--reason", "again").return_value == 0
    ends = "\r\n" if "\n" in head else "\n"
    assert (folder / name).read_bytes() == text.replace("\n", ends).encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--accept-all"], "--accept-all requires --reason"),
        (["--accept-all", "--reason", " "], "--accept-all requires --reason"),
        (["--reason", "agreed"], "--reason requires --accept-all"),
        (["--reason", ""], "--reason requires --accept-all"),
    ],
)
def test_accepting_takes_a_reason(folder: Path, arguments: list[str], message: str) -> None:
    result = run("old.json", "new.json", *arguments)
    assert isinstance(result.exception, UsageError)
    assert str(result.exception) == message
    assert (folder / "flaregen.toml").read_text() == ""


def test_what_is_left_out_is_counted(folder: Path) -> None:
    (folder / "use.py").write_text("print('nothing of a client')\n")
    shown = run("old.json", "new.json", "--min-level", "breaking")
    assert (shown.return_value, shown.stderr) == (1, "")
    assert "1 breaking, 2 left out" in shown.stdout
    assert "tag-added" not in shown.stdout
    used = run("old.json", "new.json", "--used-by", "use.py", "--write-changelog", "LOG.md")
    assert used.return_value == 0
    assert used.stdout == "no changes to show, 3 left out (none)\n"
    # A changelog is for everybody who uses the client.
    assert "/b removed" in (folder / "LOG.md").read_text()


def test_true_in_place_of_one_is_a_change(folder: Path) -> None:
    for name, fixed in (("one.json", 1), ("true.json", True)):
        answer = {"description": "", "content": {"application/json": {"schema": {"const": fixed}}}}
        paths = {"/a": {"get": {"responses": {"200": answer}}}}
        (folder / name).write_text(json.dumps({**OLD, "paths": paths}))
    result = run("one.json", "true.json", "--format", "json")
    assert [change["id"] for change in json.loads(result.stdout)["changes"]] == ["type-changed"]
