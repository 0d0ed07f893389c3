"""Documents that refer to others: compared with them where that is permitted, named where not."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from flaregen.lock import FILE_NAME, Input, Inputs, Lock, render_lock
from flaregen.reading import positions
from tests.support.openapi import json_body

from ..support.commands import LOOPBACK, heard
from ..support.loopback import Answer, Received, serve

PERMITTED = "--allow-remote-refs"
CONFIG = 'operations = ["send"]\n'
TYPE = "/components/schemas/Text"
PROPERTY = "/paths/~1a/post/requestBody/content/application~1json/schema/properties/text/$ref"
SCHEMA = Path(__file__).parents[2] / "docs" / "drift.schema.json"


def api(reference: str = "b.json#/Text", **more: Any) -> dict[str, Any]:
    """An operation that sends a text by reference."""
    sent = {"title": "Note", "type": "object", "properties": {"text": {"$ref": reference}}}
    answer = {"title": "Receipt", "type": "object", "properties": {"id": {"type": "string"}}}
    operation = {
        "operationId": "send",
        "requestBody": json_body(sent),
        "responses": {"200": {"description": "", **json_body(answer)}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": operation}},
        **more,
    }


def text(kind: str, lines: int = 0) -> str:
    """The other document, with its one schema some lines further down."""
    return "{" + "\n" * lines + f' "Text":\n  {{"type": "{kind}"}}}}\n'


Content = str | dict[str, Any]


def put(folder: Path, **files: Content) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content, indent=1))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two folders that differ in the other document only."""
    put(tmp_path, flaregen_toml=CONFIG, old__a_json=api(), new__a_json=api())
    put(tmp_path, old__b_json=text("string"), new__b_json=text("integer", lines=2))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@dataclass
class Said:
    status: int
    out: str
    err: list[str]

    @property
    def changes(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.out)["changes"]
        return found


Run = Callable[..., Said]
SIDES = ("old/a.json", "new/a.json")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str, command: str = "drift") -> Said:
        status, out, err = heard(capsys, command, *arguments)
        return Said(status, out, err.splitlines())

    return call


def place(file: str, line: int, column: int) -> dict[str, Any]:
    return {"file": file, "line": line, "column": column}


# Found, and reported where it is


def test_a_change_is_reported_where_it_is(folder: Path, run: Run) -> None:
    said = run(*SIDES, PERMITTED)
    assert (said.status, said.err) == (1, [])
    assert said.out.splitlines()[4:10] == [
        "  type-changed  Text: type changed from string to integer",
        f"    at   {TYPE}/type",
        "    old  old/b.json:2:4  string",
        "    new  new/b.json:4:4  integer",
        "    reaches POST /a (application/json)",
        "    python  NoteParams.text",
    ]


def test_pointers_are_those_of_the_whole(folder: Path, run: Run) -> None:
    said = run(*SIDES, PERMITTED, "--format", "json")
    jsonschema.validate(json.loads(said.out), json.loads(SCHEMA.read_bytes()))
    (change,) = said.changes
    assert change["pointer"] == {"old": f"{TYPE}/type", "new": f"{TYPE}/type"}
    assert change["position"] == {
        "old": place("old/b.json", 2, 4),
        "new": place("new/b.json", 4, 4),
    }


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("markdown", "| `new/b.json:4:4`<br>`"),
        ("github", "::error file=new/b.json,line=4,col=4,title=type-changed::"),
        ("junit", 'file="new/b.json" line="4"'),
        ("html", "new/b.json:4:4"),
        ("html", "old/b.json:2:4"),
    ],
)
def test_every_form_names_the_other_document(folder: Path, run: Run, form: str, shown: str) -> None:
    out = run(*SIDES, PERMITTED, "--format", form).out
    assert shown in out
    assert "a.json:" not in out


def test_sarif_names_the_other_document(folder: Path, run: Run) -> None:
    (result,) = json.loads(run(*SIDES, PERMITTED, "--format", "sarif").out)["runs"][0]["results"]
    locations = [*result["locations"], *result["relatedLocations"]]
    assert [one["physicalLocation"] for one in locations] == [
        {
            "artifactLocation": {"uri": f"{side}/b.json"},
            "region": {"startLine": line, "startColumn": 4},
        }
        for side, line in (("new", 4), ("old", 2))
    ]


def test_places_in_yaml(folder: Path, run: Run) -> None:
    for side, kind in (("old", "string"), ("new", "integer")):
        put(
            folder / side,
            a_json=api("parts/b.yaml#/Text"),
            parts__b_yaml=f"# Texts\nText:\n  description: A text.\n  type: {kind}\n",
        )
    (change,) = run(*SIDES, PERMITTED, "--format", "json").changes
    assert change["position"] == {
        side: place(f"{side}/parts/b.yaml", 4, 3) for side in ("old", "new")
    }


def test_what_is_gone_is_reported_where_it_would_be(folder: Path, run: Run) -> None:
    whole = '{"Text": {"type": "object",\n "properties": {"x": {"type": "string"}}}}'
    put(folder, old__b_json=whole, new__b_json='{"Text": {"type": "object",\n "properties": {}}}')
    said = run(*SIDES, PERMITTED, "--format", "github")
    assert "::warning file=new/b.json,line=2,col=2,title=property-removed" in said.out.replace(
        "::error", "::warning"
    )


def test_an_operation_of_another_document(folder: Path, run: Run) -> None:
    """What replaces a reference to a path item is reported where it came from."""
    for side, path in (("old", "old"), ("new", "new")):
        item = api("#/Text")["paths"]["/a"]
        item["post"]["deprecated"] = side == "new"
        put(
            folder / path,
            a_json=api(paths={"/a": {"$ref": "c.json#/Run"}}),
            c_json={"Run": item, "Text": {"type": "string"}},
        )
    (change,) = run(*SIDES, PERMITTED, "--format", "json").changes
    assert change["pointer"]["new"].startswith("/paths/~1a/post")
    assert change["position"]["new"]["file"] == "new/c.json"
    assert change["position"]["old"]["file"] == "old/c.json"


def test_both_sides_from_the_same_other_document(folder: Path, run: Run) -> None:
    both = '{"Text": {"type": "string"},\n "Count": {"type": "integer"}}'
    put(folder, one_json=api("b.json#/Text"), two_json=api("b.json#/Count"), b_json=both)
    said = run("one.json", "two.json", PERMITTED, "--format", "json")
    change = next(one for one in said.changes if one["id"] == "type-changed")
    assert change["position"] == {"old": place("b.json", 1, 11), "new": place("b.json", 2, 12)}
    assert run("one.json", "one.json", PERMITTED).out == "no changes\n"


def test_the_same_content_elsewhere_is_no_change(folder: Path, run: Run) -> None:
    moved = api("#/components/schemas/Text", components={"schemas": {"Text": {"type": "string"}}})
    put(folder, new__a_json=moved)
    assert run(*SIDES, PERMITTED).out == "no changes\n"


def test_other_documents_are_read_for_their_lines_once(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changes come by pointer, which leads from one document to the next and back."""
    names = ["p", "q", "r", "s"]
    for side, kind in (("old", "string"), ("new", "integer")):
        content = api(f"{names[0]}.yaml#/A")
        properties = {
            f"{i}{name}": {"$ref": f"{name}.yaml#/{i}{name}"} for i in "AB" for name in names
        }
        sent = content["paths"]["/a"]["post"]["requestBody"]["content"]["application/json"]
        sent["schema"]["properties"] = properties
        put(folder / side, a_json=content)
        for name in names:
            lines = "".join(f"{i}{name}:\n  type: {kind}\n" for i in "AB")
            (folder / side / f"{name}.yaml").write_text(lines)
    read: list[str] = []
    index = positions._yaml_root

    def counted(text: str) -> positions.Place:
        read.append(text)
        return index(text)

    monkeypatch.setattr(positions, "_yaml_root", counted)
    assert len(run(*SIDES, PERMITTED, "--format", "json").changes) == 2 * len(names)
    assert len(read) == 2 * len(names)


def test_code(folder: Path, run: Run) -> None:
    said = run(*SIDES, PERMITTED, "--show-code")
    assert "-    text: str | UnsetType = UNSET" in said.out
    assert "+    text: int | UnsetType = UNSET" in said.out


def test_accepted_by_the_pointer_of_the_report(folder: Path, run: Run) -> None:
    accept = f'[[drift.accept]]\nid = "type-changed"\npointer = "{TYPE}/type"\n'
    put(folder, flaregen_toml=CONFIG + accept + 'reason = "known"\nexpires = "9999-12-31"\n')
    said = run(*SIDES, PERMITTED)
    assert (said.status, said.err) == (0, [])
    assert said.out.splitlines()[0] == "no changes, 1 accepted"


# What may be read


def test_permitted_by_the_configuration(folder: Path, run: Run) -> None:
    put(folder, flaregen_toml=CONFIG + '[spec]\npath = "new/a.json"\nallow_remote_refs = true\n')
    for sides in (("old/a.json",), SIDES):
        said = run(*sides, "--format", "json")
        assert [change["id"] for change in said.changes] == ["type-changed"]
        assert said.err == []


def test_from_git(folder: Path, run: Run) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "One"]):
        subprocess.run(["git", *arguments], check=True)
    put(folder, old__b_json=text("integer"))
    said = run("git:HEAD:old/a.json", "old/a.json", PERMITTED, "--format", "json")
    assert said.changes[0]["position"] == {
        "old": place("git:HEAD:old/b.json", 2, 4),
        "new": place("old/b.json", 2, 4),
    }


def test_from_servers(folder: Path, run: Run) -> None:
    """The permissions are for what is compared and for what that refers to."""
    files = {path: (folder / path[1:]).read_bytes() for path in ("/old/a.json", "/old/b.json")}

    def answer(request: Received) -> Answer:
        return Answer(files[request.path])

    with serve(answer) as server:
        old = f"{server.url}/old/a.json"
        for given, code in (((), "insecure-url"), (LOOPBACK[:1], "private-address")):
            said = run(old, "new/a.json", PERMITTED, *given)
            assert said.status == 2
            assert said.err[0] == f"error[{code}]"
        assert server.received == []
        said = run(old, "new/a.json", *LOOPBACK)
        assert said.out == "no changes\n"
        said = run(old, "new/a.json", PERMITTED, *LOOPBACK, "--format", "json")
    assert said.changes[0]["position"]["old"] == place(f"{server.url}/old/b.json", 2, 4)


@pytest.mark.parametrize(
    "reference",
    [
        "../secret.json#/A",
        "/etc/passwd#/A",
        "file:///etc/passwd#/A",
        "http://127.0.0.1:9/a.json#/A",
        "missing.json#/A",
        "b.json#/Txt",
        "link.json#/A",
    ],
)
def test_refused_as_a_build_refuses(folder: Path, run: Run, reference: str) -> None:
    put(folder, new__a_json=api(reference), secret_json={"A": {"type": "string"}})
    (folder / "new" / "link.json").symlink_to("../secret.json")
    said = run(*SIDES, PERMITTED)
    line = 1 + (folder / "new" / "a.json").read_text().splitlines().index(
        f'          "$ref": "{reference}"'
    )
    assert said.status == 2
    assert said.out == ""
    assert said.err[0].split("] ")[1] == f"new/a.json:{line}:11 {PROPERTY}"
    built = run("--quiet", "--spec", "new/a.json", PERMITTED, command="build")
    assert said.err == built.err


def test_broken_where_it_is_broken(folder: Path, run: Run) -> None:
    put(folder, old__b_json='{"Text": }')
    said = run(*SIDES, PERMITTED)
    assert (said.status, said.out) == (2, "")
    assert said.err[0] == "error[not-json] old/b.json:1:10"


def test_standard_input_leads_to_no_file(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = io.BytesIO((folder / "old" / "a.json").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    said = run("-", "new/a.json", PERMITTED)
    assert said.status == 2
    assert said.err[1:] == [
        "  The reference b.json#/Text leads to a file, and standard input has no folder around it.",
        "  help: give the document's path",
    ]


def test_only_what_is_compared_is_read(folder: Path, run: Run) -> None:
    for side in ("old", "new"):
        content = api()
        content["paths"]["/b"] = {"get": {"responses": {"200": {"$ref": "missing.json"}}}}
        put(folder / side, a_json=content)
    put(folder, flaregen_toml=CONFIG + '[spec]\npath = "new/a.json"\n')
    assert len(run("old/a.json", PERMITTED, "--format", "json").changes) == 1
    assert len(run(*SIDES, PERMITTED, "--operation", "send", "--format", "json").changes) == 1
    said = run(*SIDES, PERMITTED)
    assert (said.status, len(said.err)) == (2, 3)


def test_clients_are_read_next_to_what_is_compared(folder: Path, run: Run) -> None:
    """The configured operations are those of the clients, whichever are compared."""
    for side, kind in (("old", "string"), ("new", "integer")):
        far = {"title": "Far", "type": "object", "properties": {"x": {"type": kind}}}
        content = api("#/components/schemas/T", components={"schemas": {"T": {"type": "string"}}})
        other = {"operationId": "other", "responses": {"200": {"$ref": "c.json#/Done"}}}
        content["paths"]["/b"] = {"get": other}
        put(folder / side, a_json=content, c_json={"Done": {"description": "", **json_body(far)}})
    put(folder, flaregen_toml='operations = ["send", "other"]\n')
    said = run(*SIDES, PERMITTED, "--operation", "send", "--show-code")
    assert (said.status, said.err) == (0, [])
    assert "+    x: int | None = None" in said.out
    assert said.out.splitlines()[0] == "no changes"


def test_findings_in_another_document_are_reported_there(folder: Path, run: Run) -> None:
    """Notes on the clients, too: this one cannot be built, for a reference runs in a circle."""
    nested = {"$ref": "#/Text/properties/in"}
    put(folder, new__b_json={"Text": {"type": "object", "properties": {"in": nested}}})
    said = run(*SIDES, PERMITTED, "--fail-on", "none")
    noted = [line for line in said.err if line.startswith("note[")]
    assert noted
    assert all(" new/b.json:" in line for line in noted)


# A client in place of a document


def client(folder: Path, **digests: str) -> None:
    """The lock of a client that was made from the old document."""
    spec = hashlib.sha256((folder / "old" / "a.json").read_bytes()).hexdigest()
    inputs = Inputs(
        generator="0.1.0",
        templates="",
        settings={"operations": []},
        spec=Input("old/a.json", spec),
        references=tuple(Input(f"{name}.json", digest) for name, digest in digests.items()),
    )
    (folder / "client").mkdir()
    (folder / "client" / FILE_NAME).write_bytes(render_lock(Lock(inputs, {})))


def test_a_client_stands_for_all_that_it_was_made_from(folder: Path, run: Run) -> None:
    client(folder, b=hashlib.sha256((folder / "old" / "b.json").read_bytes()).hexdigest(), c="0")
    (change,) = run("client", "new/a.json", PERMITTED, "--format", "json").changes
    assert change["position"]["old"]["file"].endswith("old/b.json")


def test_a_client_whose_other_document_changed(folder: Path, run: Run) -> None:
    client(folder, b="0" * 64)
    said = run("client", "new/a.json", PERMITTED)
    assert said.status == 2
    assert said.err == [
        "error: client was made from b.json, which is missing or has changed",
        "  help: name the document itself, for example as git:REV:PATH",
    ]


# Without permission


def warned(file: str, pointer: str, message: str) -> list[str]:
    return [
        f"warning[drift-remote-references] {file} {pointer}",
        f"  {message}",
        "  help: compare those documents, too, with --allow-remote-refs",
    ]


ONE = "a reference leads to another document, and only its text is compared"


def test_without_permission_it_is_reported(folder: Path, run: Run) -> None:
    content = api()
    content["paths"]["/c"] = {"$ref": "c.json#/Item"}
    content["paths"]["/d"] = {"get": {"responses": {"200": {"$ref": "c.json#/Done"}}}}
    put(folder, new__a_json=content)
    said = run("old/a.json", "new/a.json", "--format", "json")
    assert said.status == 0
    assert {change["id"] for change in said.changes} == {"path-added"}
    many = "3 references lead to other documents, and only their text is compared"
    assert said.err == [
        *warned("old/a.json:19:11", PROPERTY, ONE),
        *warned("new/a.json:19:11", PROPERTY, many),
    ]
    assert run(*SIDES, "--quiet").err == []


def test_only_references_of_what_is_compared_are_reported(folder: Path, run: Run) -> None:
    """With those to path items, behind which there may be an operation that is wanted."""
    content = api("#/components/schemas/T", components={"schemas": {"T": {"type": "string"}}})
    content["paths"]["/d"] = {"get": {"responses": {"200": {"$ref": "c.json#/Done"}}}}
    put(folder, old__a_json=content)
    content["paths"]["/c"] = {"$ref": "c.json#/Item"}
    put(folder, new__a_json=content)
    said = run(*SIDES, "--operation", "send")
    assert said.out == "no changes\n"
    assert said.err[1:] == warned("", "", ONE)[1:]
    assert said.err[0].endswith(" /paths/~1c/$ref")


@pytest.mark.parametrize(
    "written", ["b.json#/Text", "'b.json#/Text'", "!!str b.json#/Text", ">-\n        b.json"]
)
def test_reported_however_it_is_written(folder: Path, run: Run, written: str) -> None:
    head = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
    schema = f"components:\n  schemas:\n    A:\n      $ref: {written}\n"
    local = "    B:\n      $ref: '#/components/schemas/A'\n"
    put(folder, one_yaml=head + schema + local)
    said = run("one.yaml", "one.yaml")
    assert said.err == warned("one.yaml:7:7", "/components/schemas/A/$ref", ONE)


def test_nothing_is_reported_where_nothing_leads_out(folder: Path, run: Run) -> None:
    """An example may hold anything, and a property may be called anything."""
    content = api("#/components/schemas/Text")
    content["components"] = {
        "schemas": {
            "Text": {
                "type": "object",
                "properties": {"$ref": {"type": "string"}},
                "example": {"$ref": "b.json#/Text"},
                "description": '{"$ref": "b.json"}',
            }
        }
    }
    for separators in ((",", ":"), (", ", ": ")):
        put(folder, one_json=json.dumps(content, separators=separators))
        assert run("one.json", "one.json").err == []
    assert run("old/a.json", "old/a.json", PERMITTED).err == []
