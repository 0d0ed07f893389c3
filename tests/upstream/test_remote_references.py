"""References into other files and to servers: refused, and permitted within limits."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.commands import LOOPBACK, heard
from tests.support.folders import contents
from tests.support.loopback import Answer, Loopback, Received, serve
from tests.support.misbehaving import Answer as Raw
from tests.support.misbehaving import redirect, serving, status, too_large

from flaregen.lock import read_lock
from flaregen.network import fetch as fetching
from flaregen.reading import other_documents
from flaregen.upstream.pin import read_spec_lock
from upstream import CONFIG, RUN, as_json, document, operation, parameters

SCHEMA = f"/paths/{RUN.replace('/', '~1')}/post/requestBody/content/application~1json/schema"
PROPERTY = f"{SCHEMA}/oneOf/0/properties/text/$ref"
PERMITTED = ("--allow-remote-refs", *LOOPBACK)
TEXT = {"type": "string"}


def referring(reference: str) -> dict[str, Any]:
    """A document whose one property is a reference."""
    return document(
        {
            "title": "Translation",
            "type": "object",
            "properties": {"text": {"$ref": reference}},
            "required": ["text"],
        }
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / "spec").mkdir(parents=True)
    (folder / "flaregen.toml").write_text(CONFIG)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(fetching, "_TRY_LATER", "try again later")
    return folder


@dataclass
class Said:
    status: int
    out: str
    err: list[str]


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> Said:
        status, out, err = heard(capsys, *arguments)
        return Said(status, out, err.splitlines())

    return call


def put(project: Path, content: dict[str, Any], **others: Any) -> None:
    """Write the pinned document, with a line to a node, and other files beside it."""
    (project / "spec" / "openapi.json").write_text(json.dumps(content, indent=1))
    for name, other in others.items():
        path = project / "spec" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(other) if path.suffix == ".json" else yaml.safe_dump(other))


def source(project: Path) -> str:
    package = project / "generated" / "workers_ai"
    return "\n".join(path.read_text() for path in sorted(package.glob("[!_]*.py")))


def references(project: Path) -> dict[str, str]:
    lock = read_lock(project / "generated" / "workers_ai" / "flaregen.lock")
    assert lock is not None
    return {given.source: given.sha256 for given in lock.inputs.references}


def serving_files(files: dict[str, Any]) -> Callable[[Received], Answer]:
    def answer(request: Received) -> Answer:
        content = files.get(request.path)
        return Answer(status=404) if content is None else Answer(json.dumps(content).encode())

    return answer


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serve(Answer(status=404)) as running:
        yield running


def refused(project: Path, said: Said, *lines: str, at: str = PROPERTY) -> None:
    """One finding, at the reference of the document, and nothing on disk."""
    assert said.status == 2
    place = said.err[0].split("] ", 1)[1]
    assert place.split(" ")[1] == at
    assert place.startswith(f"{project}/spec/openapi.json:")
    assert [said.err[0].split("[")[1].split("]")[0], *said.err[1:]] == list(lines)
    assert not (project / "generated").exists()


@pytest.mark.parametrize("command", ["build", "check", "inspect"])
@pytest.mark.parametrize("reference", ["other.json#/Text", "http://127.0.0.1:9/other.json#/Text"])
def test_without_permission_nothing_is_read(
    project: Path, run: Run, reference: str, command: str
) -> None:
    put(project, referring(reference), other_json={"Text": TEXT})
    refused(
        project,
        run(command, "--quiet"),
        "remote-reference",
        f"  The reference {reference} leads outside the document.",
        "  help: put everything into one file: npx @redocly/cli bundle FILE -o NEW",
        "    or permit what it leads to: --allow-remote-refs",
    )


@pytest.mark.parametrize("command", [("build",), ("pull", "--from", "spec/openapi.json")])
def test_the_operations_of_a_path_are_in_another_file(
    project: Path, run: Run, command: tuple[str, ...]
) -> None:
    """Without permission, they would be missing of what a pattern chooses, and reported as gone."""
    whole = referring("#/components/schemas/Text") | {"components": {"schemas": {"Text": TEXT}}}
    split = {**whole["paths"], "/orders": {"$ref": "orders.json"}}
    put(project, {**whole, "paths": split}, orders_json={})
    (project / "flaregen.toml").write_text(f'operations = ["*"]\n{CONFIG}')
    said = run(*command, "--quiet")
    assert (said.status, "error[remote-reference]" in said.err[0]) == (2, True)
    assert said.err[0].endswith(" /paths/~1orders/$ref")


def test_a_document_on_a_server(project: Path, run: Run, server: Loopback) -> None:
    other = {"Text": {**TEXT, "description": "From afar."}}
    server.answer = serving_files({"/other.json": other})
    put(project, referring(f"{server.url}/other.json#/Text"))
    said = run("build", "--quiet", *PERMITTED)
    assert (said.status, said.err) == (0, [])
    assert "From afar." in source(project)
    assert [request.path for request in server.received] == ["/other.json"]
    digest = hashlib.sha256(json.dumps(other).encode()).hexdigest()
    assert references(project) == {f"{server.url}/other.json": digest}
    assert run("check", "--quiet", *PERMITTED).status == 0
    assert run("validate", "spec/openapi.json", *PERMITTED).err == ["spec/openapi.json: valid"]
    assert run("inspect", "--quiet", *PERMITTED).status == 0


def test_what_a_server_changes_is_built_anew(project: Path, run: Run, server: Loopback) -> None:
    """Only the server knows whether it has changed anything, so it is asked by every build."""
    server.answer = serving_files({"/other.json": {"Text": TEXT}})
    put(project, referring(f"{server.url}/other.json#/Text"))
    run("build", *PERMITTED)
    said = run("build", *PERMITTED)
    assert (
        said.err[-1] == f"{project}/generated/workers_ai: nothing to do, the client is up to date"
    )
    assert len(server.received) == 2
    server.answer = serving_files({"/other.json": {"Text": {"type": "integer"}}})
    assert run("check", "--quiet", *PERMITTED).status == 1
    assert run("build", "--quiet", *PERMITTED).status == 0
    assert "text: int" in source(project)


def test_files_below_the_folder(project: Path, run: Run) -> None:
    """From file to file, in JSON and YAML, with names that are taken, and back again."""
    content = referring("parts/text.yaml#/Text")
    content["components"]["schemas"]["Text"] = {"type": "boolean"}
    put(
        project,
        content,
        parts__text_yaml={"Text": {"allOf": [{"$ref": "../answer.json"}]}},
        answer_json={
            "title": "Far",
            "type": "object",
            "properties": {"back": {"$ref": "openapi.json#/components/schemas/Text"}},
        },
    )
    said = run("build", "--quiet", "--allow-remote-refs")
    assert (said.status, said.err) == (0, [])
    assert "back: bool" in source(project)
    assert list(references(project)) == ["answer.json", "parts/text.yaml"]


def test_nothing_to_do_until_a_file_changes(project: Path, run: Run) -> None:
    put(project, referring("other.json#/Text"), other_json={"Text": TEXT})
    config = CONFIG + "allow_remote_refs = true\n"
    (project / "flaregen.toml").write_text(config)
    assert run("build").status == 0
    assert run("build").err == [
        f"{project}/generated/workers_ai: nothing to do, the client is up to date"
    ]
    put(project, referring("other.json#/Text"), other_json={"Text": {"type": "integer"}})
    assert run("build").err[-1].startswith(f"{project}/generated/workers_ai: ")
    assert "text: int" in source(project)
    (project / "spec" / "other.json").unlink()
    said = run("build", "--quiet")
    assert said.status == 2
    assert said.err[0].startswith("error[dangling-reference]")


def test_a_permission_that_is_gone(project: Path, run: Run) -> None:
    put(project, referring("other.json#/Text"), other_json={"Text": TEXT})
    assert run("build", "--allow-remote-refs").status == 0
    before = contents(project)
    said = run("build", "--quiet")
    assert said.status == 2
    assert said.err[0].startswith("error[remote-reference]")
    assert contents(project) == before


def test_the_permission_is_for_the_configured_document(project: Path, run: Run) -> None:
    (project / "flaregen.toml").write_text(CONFIG + "allow_remote_refs = true\n")
    put(project, document())
    (project / "given.json").write_text(json.dumps(referring("other.json#/Text")))
    (project / "other.json").write_text(json.dumps({"Text": TEXT}))
    assert run("build", "--quiet", "--spec", "given.json").status == 2
    given = ("--spec", "given.json", "--allow-remote-refs")
    assert run("build", "--quiet", *given).status == 0


OUTSIDE = "leads out of the folder of the document."
INSIDE = "  help: move what it means into that folder"


@pytest.mark.parametrize(
    ("reference", "why", "advice"),
    [
        ("../secret.json#/A", OUTSIDE, INSIDE),
        ("%2e%2e/secret.json#/A", OUTSIDE, INSIDE),
        ("parts/../../secret.json#/A", OUTSIDE, INSIDE),
        ("..", OUTSIDE, INSIDE),
        ("/etc/passwd#/A", OUTSIDE, INSIDE),
        ("//server/share#/A", OUTSIDE, INSIDE),
        ("..%5csecret.json#/A", OUTSIDE, INSIDE),
        ("a%00b#/A", OUTSIDE, INSIDE),
        ("link.json#/A", OUTSIDE, INSIDE),
        ("links/secret.json#/A", OUTSIDE, INSIDE),
        (
            "file:///etc/passwd#/A",
            "has the scheme file, which flaregen does not read.",
            "  help: use a path in the document's folder",
        ),
        (
            "c:/secret.json#/A",
            "has the scheme c, which flaregen does not read.",
            "  help: use a path in the document's folder",
        ),
        ("http://[/#/A", "is not a valid URL.", "  help: correct it, or remove it"),
    ],
)
def test_what_no_permission_covers(
    project: Path, run: Run, reference: str, why: str, advice: str
) -> None:
    put(project, referring(reference))
    (project / "secret.json").write_text('{"A": {"type": "string"}}')
    (project / "spec" / "link.json").symlink_to("../secret.json")
    (project / "spec" / "links").symlink_to("..")
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "remote-reference",
        f"  The reference {reference} {why}",
        advice,
    )


def test_a_link_inside_of_the_folder(project: Path, run: Run) -> None:
    put(project, referring("link.json#/Text"), other_json={"Text": TEXT})
    (project / "spec" / "link.json").symlink_to("other.json")
    assert run("build", "--quiet", "--allow-remote-refs").status == 0


@pytest.mark.parametrize("name", ["missing.json", "folder", "pipe", "x" * 300, "loop"])
def test_what_is_no_file(project: Path, run: Run, name: str) -> None:
    put(project, referring(f"{name}#/A"))
    (project / "spec" / "folder").mkdir()
    (project / "spec" / "loop").symlink_to("loop")
    os.mkfifo(project / "spec" / "pipe")
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "dangling-reference",
        f"  The reference {name}#/A leads nowhere.",
        f"  help: there is no file {project}/spec/{name}",
    )


@pytest.mark.parametrize(
    ("reference", "message", "advice"),
    [
        ("other.json#/Txt", "leads nowhere.", "did you mean other.json#/Text?"),
        ("other.json#/a/b", "leads nowhere.", "add the target, or remove the reference"),
        ("other.json#anchor", "leads nowhere.", "add the target, or remove the reference"),
    ],
)
def test_a_pointer_into_nothing(
    project: Path, run: Run, reference: str, message: str, advice: str
) -> None:
    put(project, referring(reference), other_json={"Text": TEXT})
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "dangling-reference",
        f"  The reference {reference} {message}",
        f"  help: {advice}",
    )


def test_to_what_is_no_schema(project: Path, run: Run) -> None:
    put(project, referring("other.json#/openapi"), other_json={"openapi": "3.0.3"})
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "wrong-reference",
        "  A reference to a schema must lead to an object: other.json#/openapi.",
        "  help: refer to the object around it, or to another",
    )


def test_to_a_part_of_another_kind(project: Path, run: Run) -> None:
    other = {"openapi": "3.0.3", "components": {"parameters": {"P": parameters("p")[0]}}}
    put(project, referring("other.json#/components/parameters/P"), other_json=other)
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "wrong-reference",
        "  A reference to a schema leads to a parameter: #/components/parameters/P.",
        "  help: refer to one of #/components/schemas",
    )


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        (
            "other.yaml",
            "Text:\n  type: object\n  required: no\n",
            [
                "error[wrong-type] {}/spec/other.yaml:3:3 /Text/required",
                '  Expected an array, found "no".',
                "  help: the standard says what belongs here: https://spec.openapis.org",
            ],
        ),
        (
            "other.json",
            '{"Text": }',
            [
                "error[not-json] {}/spec/other.json:1:10",
                "  Expected a value, found '}'.",
                "  help: JSON puts keys and texts in double quotes; if this is YAML, name it .yaml",
            ],
        ),
    ],
    ids=["a wrong type", "broken"],
)
def test_a_defect_is_reported_where_it_is(
    name: str, text: str, finding: list[str], project: Path, run: Run
) -> None:
    put(project, referring(f"{name}#/Text"))
    (project / "spec" / name).write_text(text)
    said = run("build", "--quiet", "--allow-remote-refs")
    assert said.status == 2
    assert said.err == [finding[0].format(project), *finding[1:]]


def test_cycles_between_documents(project: Path, run: Run) -> None:
    """A schema may contain itself by way of another document; a reference may not."""
    a = {"A": {"title": "Tree", "type": "object", "properties": {"b": {"$ref": "b.json#/B"}}}}
    b = {"B": {"title": "Twig", "type": "object", "properties": {"a": {"$ref": "a.json#/A"}}}}
    put(project, referring("a.json#/A"), a_json=a, b_json=b)
    said = run("validate", "--quiet", "spec/openapi.json", "--allow-remote-refs")
    assert (said.status, said.err) == (0, [])
    put(
        project,
        referring("a.json#/A"),
        a_json={"A": {"$ref": "b.json#/B"}},
        b_json={"B": {"$ref": "a.json#/A"}},
    )
    said = run("build", "--quiet", "--allow-remote-refs")
    assert said.status == 2
    assert said.err == [
        f"error[reference-circle] {project}/spec/a.json:1:8 /A/$ref",
        (
            "  The references run in a circle: #/components/schemas/A -> #/components/schemas/B -> "
            "#/components/schemas/A."
        ),
        "  help: let one of them be a schema of its own",
    ]


def test_a_way_through_references_has_an_end(project: Path, run: Run) -> None:
    put(project, referring("a.json#/A/x"), a_json={"A": {"$ref": "#/B/x"}, "B": {"$ref": "#/A/x"}})
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "reference-chain",
        "  There are more than 25 references in a row.",
        "  help: refer to the target directly",
    )


def test_an_operation_from_another_document(project: Path, run: Run) -> None:
    """With parameters, an answer and a schema of its own, each reported where it is."""
    content = document()
    item = content["paths"].pop(RUN)
    content["paths"][RUN] = {"$ref": "paths/run.json#/Run"}
    content["paths"]["/other"] = {"$ref": "paths/other.json#/Other"}
    run_ = item["post"]
    run_["parameters"] = [{"$ref": "parameters.yaml#/account"}, *parameters("model_name")]
    run_["responses"]["200"] = {"$ref": "../answers.json#/components/responses/Done"}
    run_["requestBody"]["content"]["application/json"]["schema"] = {
        "title": "Translation",
        "oneOf": [
            {"title": "Translation", "type": "object", "properties": {"text": {"$ref": "#/Text"}}}
        ],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "run.json#/Text", "b": "No"}},
    }
    put(
        project,
        content,
        paths__run_json={"Run": item, "Text": TEXT},
        paths__other_json={"Other": {"get": operation("other", {"$ref": "missing.json"})}},
        paths__parameters_yaml={"account": parameters("account_id")[0]},
        answers_json={
            "openapi": "3.0.3",
            "components": {
                "responses": {
                    "Done": {
                        "description": "Done",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {"result": {"$ref": "#/components/schemas/R"}},
                                }
                            }
                        },
                    }
                },
                "schemas": {"R": {"type": "object", "properties": {"far": TEXT}}},
            },
        },
    )
    said = run("build", "--quiet", "--allow-remote-refs")
    assert (said.status, said.err) == (0, [])
    assert "text: str" in source(project)
    assert "far: str" in source(project)
    assert list(references(project)) == [
        "answers.json",
        "paths/other.json",
        "paths/parameters.yaml",
        "paths/run.json",
    ]


def test_what_is_next_to_the_operations(project: Path, run: Run) -> None:
    """A selection keeps parameters of the path and security schemes without being asked for."""
    content = document()
    item = content["paths"][RUN]
    item["parameters"] = [{"$ref": "shared.json#/Account"}]
    item["post"]["parameters"] = parameters("model_name")
    content["components"]["securitySchemes"] = {"key": {"$ref": "shared.json#/Key"}}
    shared = {"Account": parameters("account_id")[0], "Key": {"type": "http", "scheme": "bearer"}}
    put(project, content, shared_json=shared)
    said = run("build", "--quiet", "--allow-remote-refs")
    assert (said.status, said.err) == (0, [])
    assert list(references(project)) == ["shared.json"]


def test_in_git(project: Path, run: Run) -> None:
    put(project, referring("parts/other.json#/Text"), parts__other_json={"Text": TEXT})
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "One"]):
        subprocess.run(["git", *arguments], check=True)
    put(project, referring("nowhere"), parts__other_json={"Text": {"type": "integer"}})
    given = ("--spec", "git:HEAD:spec/openapi.json", "--allow-remote-refs")
    assert run("build", "--quiet", *given).status == 0
    assert "text: str" in source(project)
    assert list(references(project)) == ["parts/other.json"]


def test_standard_input_has_no_folder(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = json.dumps(referring("other.json#/Text")).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    column = content.index(b'"$ref": "other') + 1
    said = run("build", "--quiet", "--spec", "-", "--allow-remote-refs")
    assert said.err == [
        f"error[remote-reference] -:1:{column} {PROPERTY}",
        (
            "  The reference other.json#/Text leads to a file, and standard input has no folder "
            "around it."
        ),
        "  help: give the document's path",
    ]


# Servers


def test_http_has_to_be_permitted(project: Path, run: Run) -> None:
    put(project, referring("http://127.0.0.1:9/other.json#/Text"))
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs"),
        "insecure-url",
        "  http://127.0.0.1:9/other.json: it is not https",
        "  help: use the https address, or --allow-http if you trust the network",
    )


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_private_addresses_have_to_be_permitted(project: Path, run: Run, scheme: str) -> None:
    put(project, referring(f"{scheme}://127.0.0.1:9/other.json#/Text"))
    refused(
        project,
        run("build", "--quiet", "--allow-remote-refs", "--allow-http"),
        "private-address",
        f"  {scheme}://127.0.0.1:9/other.json: 127.0.0.1 is not a public address",
        "  help: for a server of your own, --allow-private-addresses permits it",
    )


def test_a_server_does_not_lead_to_files(project: Path, run: Run, server: Loopback) -> None:
    server.answer = serving_files({"/a.json": {"A": {"$ref": "file:///etc/passwd#/B"}}})
    put(project, referring(f"{server.url}/a.json#/A"))
    said = run("build", "--quiet", *PERMITTED)
    assert said.err == [
        f"error[remote-reference] {server.url}/a.json:1:8 /A/$ref",
        "  The reference file:///etc/passwd#/B has the scheme file, which flaregen does not read.",
        "  help: use a path in the document's folder",
    ]


def test_what_a_server_refers_to_counts_from_where_it_led(
    project: Path, run: Run, server: Loopback
) -> None:
    files = {"/v2/a.json": {"A": {"$ref": "b.json#/B"}}, "/v2/b.json": {"B": TEXT}}

    def answer(request: Received) -> Answer:
        if request.path == "/latest":
            return Answer(status=302, headers={"Location": "/v2/a.json"})
        return serving_files(files)(request)

    server.answer = answer
    put(project, referring(f"{server.url}/latest#/A"))
    assert run("build", "--quiet", *PERMITTED).status == 0
    paths = [request.path for request in server.received]
    assert paths == ["/latest", "/v2/a.json", "/v2/b.json"]
    assert list(references(project)) == [f"{server.url}/latest", f"{server.url}/v2/b.json"]


@pytest.mark.parametrize(
    ("answer", "code", "message", "advice"),
    [
        (
            redirect("https://example.com/a.json"),
            "redirect-scheme",
            "it redirects from http to https://example.com/a.json",
            "give that address, if you trust it",
        ),
        (
            too_large,
            "too-large",
            "the document has more than 64 MB",
            "flaregen pull --max-size raises the limit; the pin keeps only what you use",
        ),
        (
            status("404 Not Found"),
            "download-failed",
            "the server answered 404 Not Found",
            "check the address and the revision; a private repository cannot be read",
        ),
        (
            lambda connection: connection.send("200 OK", b"<html>Log in"),
            "web-page",
            "the server sent a web page, not a document",
            "open the address in a browser, or download the document yourself and give its path",
        ),
    ],
    ids=["redirect", "too large", "404", "web page"],
)
def test_what_goes_wrong_on_the_way(
    project: Path, run: Run, answer: Raw, code: str, message: str, advice: str
) -> None:
    with serving(answer) as server:
        put(project, referring(f"{server.address}#/Text"))
        refused(
            project,
            run("build", "--quiet", *PERMITTED),
            code,
            f"  {server.address}: {message}",
            f"  help: {advice}",
        )


def test_a_document_that_failed_is_asked_for_once(
    project: Path, run: Run, server: Loopback
) -> None:
    content = referring(f"{server.url}/a.json#/A")
    (answer,) = content["components"]["schemas"]["Answer"]["oneOf"]
    answer["properties"]["other"] = {"$ref": f"{server.url}/a.json#/B"}
    put(project, content)
    said = run("build", "--quiet", *PERMITTED)
    assert len(server.received) == 1
    assert [line for line in said.err if line.startswith("error")] == [said.err[0]]


def test_ten_thousand_documents(project: Path, run: Run, server: Loopback) -> None:
    """Each refers to the next; after a hundred there is an end."""

    def answer(request: Received) -> Answer:
        number = int(request.path.strip("/"))
        schema = {"title": f"T{number}", "type": "object", "properties": {"a": TEXT}}
        schema["properties"]["next"] = {"$ref": f"/{number + 1}#/A"}
        return Answer(json.dumps({"A": schema}).encode())

    server.answer = answer
    put(project, referring(f"{server.url}/1#/A"))
    said = run("build", "--quiet", *PERMITTED)
    assert said.status == 2
    assert said.err == [
        f"error[too-many-documents] {server.url}/100:1:92 /A/properties/next/$ref",
        "  The references lead to more than 100 other documents.",
        "  help: put everything into one file: npx @redocly/cli bundle FILE -o NEW",
    ]
    assert len(server.received) == other_documents.MOST_DOCUMENTS
    assert not (project / "generated").exists()


def test_documents_of_just_the_permitted_size(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(project, referring("a.json#/A"), a_json={"A": TEXT})
    size = (project / "spec" / "a.json").stat().st_size
    for limit, expected in ((size, 0), (size - 1, 2)):
        monkeypatch.setattr(other_documents, "MOST_BYTES", limit)
        assert run("build", "--quiet", "--force", "--allow-remote-refs").status == expected


@pytest.mark.parametrize(
    ("limit", "value", "what"), [("MOST_BYTES", 150, "bytes"), ("MOST_NODES", 20, "values")]
)
def test_documents_that_are_too_much_together(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, what: str
) -> None:
    monkeypatch.setattr(other_documents, limit, value)
    put(
        project,
        referring("a.json#/A"),
        a_json={"A": {"type": "object", "properties": {"b": {"$ref": "b.json#/B"}}}},
        b_json={"B": {"type": "string", "enum": ["a"] * 20}},
    )
    said = run("build", "--quiet", "--allow-remote-refs")
    assert said.err == [
        f"error[too-large] {project}/spec/a.json:1:47 /A/properties/b/$ref",
        f"  The referenced documents have too many {what} in total.",
        "  help: put everything into one file: npx @redocly/cli bundle FILE -o NEW",
    ]


# Pulling


def test_a_pin_holds_what_was_reached(project: Path, run: Run, server: Loopback) -> None:
    files = {
        "/openapi.json": referring("parts.json#/Text"),
        "/parts.json": {"Text": {**TEXT, "description": "From afar."}, "Unused": {"x": "y"}},
    }
    server.answer = serving_files(files)
    (project / "flaregen.toml").write_text(
        f'{CONFIG}[pull]\nsource = "{server.url}/openapi.json"\n'
    )
    said = run("pull", *LOOPBACK)
    assert said.status == 2
    assert said.err[0].startswith("error[remote-reference]")
    assert not list((project / "spec").iterdir())
    assert run("pull", *PERMITTED).status == 0
    pin = json.loads((project / "spec" / "openapi.json").read_text())
    assert pin["components"]["schemas"]["Text"] == files["/parts.json"]["Text"]
    lock = read_spec_lock(project / "spec" / "openapi.json")
    assert lock is not None
    assert [given.source for given in lock.references] == [f"{server.url}/parts.json"]
    asked = len(server.received)
    assert run("build", "--quiet").status == 0
    assert "From afar." in source(project)
    assert len(server.received) == asked
    before = contents(project)
    assert run("pull", "--check", *PERMITTED).status == 0
    assert run("pull", *PERMITTED).status == 0
    assert contents(project) == before
    files["/parts.json"]["Text"]["description"] = "Changed."
    assert run("pull", "--check", *PERMITTED).status == 1
    assert contents(project) == before


def test_not_modified_speaks_for_one_document_only(
    project: Path, run: Run, server: Loopback
) -> None:
    parts = {"Text": TEXT}

    def answer(request: Received) -> Answer:
        if request.path == "/parts.json":
            return Answer(json.dumps(parts).encode())
        if "if-none-match" in request.headers:
            return Answer(status=304)
        return Answer(as_json(referring("parts.json#/Text")), headers={"ETag": '"one"'})

    server.answer = answer
    (project / "flaregen.toml").write_text(
        f'{CONFIG}[pull]\nsource = "{server.url}/openapi.json"\n'
    )
    assert run("pull", *PERMITTED).status == 0
    parts["Text"] = {"type": "integer"}
    assert run("pull", "--check", *PERMITTED).status == 1
