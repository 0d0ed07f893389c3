"""build, check and inspect, as people call them."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from flaregen import cli
from tests.support.commands import run
from tests.support.pinned import ROOT
from tests.support.small import small_document


def _set_up(folder: Path) -> None:
    shutil.copytree(ROOT / "spec", folder / "spec")
    (folder / "spec" / "openapi.json").write_text(small_document(), encoding="utf-8")
    shutil.copy(ROOT / "flaregen.toml", folder)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document and a configuration, and the working directory."""
    _set_up(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    _set_up(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("build", "-q") == 0
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with its client, as the working directory."""
    shutil.copytree(built_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_build_then_nothing_to_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build") == 0
    assert "files written" in capsys.readouterr().err
    before = {p: p.stat().st_mtime_ns for p in project.rglob("*.py")}
    assert run("build") == 0
    assert "nothing to do" in capsys.readouterr().err
    assert {p: p.stat().st_mtime_ns for p in project.rglob("*.py")} == before
    assert run("check") == 0
    for name in ("README.md", "api.md", "pyproject.toml", "workers_ai/py.typed"):
        assert (project / "generated" / name).is_file()


def test_a_change_of_the_document_is_a_small_hunk(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.stat().st_mtime_ns for p in built.rglob("*.py")}
    spec = built / "spec" / "openapi.json"
    text = spec.read_text(encoding="utf-8")
    assert text.count('"maximum": 2048') >= 2
    spec.write_text(text.replace('"maximum": 2048', '"maximum": 4096', 1), encoding="utf-8")
    assert run("check", "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert [file["path"] for file in report["files"]] == [
        "workers_ai/flaregen.lock",
        "workers_ai/text_to_image.py",
    ]
    changed = [line for line in report["files"][1]["diff"].splitlines() if line[0] in "+-"]
    assert len(changed) <= 6
    assert run("build", "-q") == 0
    touched = {p.name for p in before if p.stat().st_mtime_ns != before[p]}
    assert touched == {"text_to_image.py"}


def test_check_shows_missing_changed_and_foreign_files(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = built / "generated" / "workers_ai"
    (package / "translation.py").unlink()
    (package / "client.py").write_text("# mine\n")
    (package / "mine.py").write_text("# also mine\n")
    assert run("check") == 1
    printed = capsys.readouterr()
    assert "--- /dev/null\n+++ built/workers_ai/translation.py" in printed.out
    assert "--- on disk/workers_ai/client.py\n+++ built/workers_ai/client.py" in printed.out
    assert "-# mine" in printed.out
    assert "workers_ai/mine.py: not written by flaregen, left alone" in printed.err
    assert "2 files differ" in printed.err


def test_check_calls_what_a_build_removes_no_file_of_others(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = built / "flaregen.toml"
    fewer = "".join(
        line for line in settings.read_text().splitlines(True) if "finetune" not in line
    )
    settings.write_text(fewer)
    capsys.readouterr()
    assert run("check") == 1
    printed = capsys.readouterr()
    gone = re.findall(r"^--- on disk/(\S+)\n\+\+\+ /dev/null$", printed.out, re.MULTILINE)
    assert gone
    assert "left alone" not in printed.err
    assert run("check", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)["foreign"] == []
    assert run("build", "-q") == 0
    assert not [name for name in gone if (built / "generated" / name).exists()]


def test_check_reports_line_ends(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited = built / "generated" / "workers_ai" / "translation.py"
    # What git makes of it for Windows is no edit.
    edited.write_bytes(edited.read_bytes().replace(b"\n", b"\r\n"))
    assert run("check") == 0
    assert capsys.readouterr().out == ""
    edited.write_bytes(edited.read_bytes().replace(b"\r\n", b"\n").rstrip())
    assert run("check") == 1
    assert capsys.readouterr().out == "on disk/workers_ai/translation.py: other line ends\n"
    (built / "generated" / "workers_ai" / "py.typed").unlink()
    assert run("check") == 1
    assert "built/workers_ai/py.typed: an empty file\n" in capsys.readouterr().out


def test_hand_edits_stop_a_build(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited = built / "generated" / "workers_ai" / "translation.py"
    original = edited.read_text()
    edited.write_text(original + "# an edit\n")
    assert run("build") == 2
    printed = capsys.readouterr()
    assert "error[hand-edited]" in printed.err
    assert "-# an edit" in printed.err
    assert "--overwrite" in printed.err
    assert edited.read_text().endswith("# an edit\n")
    assert run("build", "--overwrite", "-q") == 0
    assert edited.read_text() == original


def test_edits_of_many_files_are_counted(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a formatter makes them that does not read what the files say."""
    modules = sorted((built / "generated" / "workers_ai").glob("*.py"))
    for module in modules:
        module.write_text(module.read_text().replace('"', "'"))
    assert run("build", "-q") == 2
    said = capsys.readouterr().err
    assert f" and {len(modules) - 3} more changed since the last build, by hand\n" in said
    assert "have a formatter that did it leave the client out" in said


def test_check_says_what_undoes_an_edit(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited = built / "generated" / "workers_ai" / "translation.py"
    gone = built / "generated" / "workers_ai" / "catalogue.py"
    gone.unlink()
    assert run("check") == 1
    assert "; `flaregen build` writes what was built" in capsys.readouterr().err
    edited.write_text("# an edit\n")
    assert run("check") == 1
    assert "2 files differ; `flaregen build --overwrite` undoes 1 edit by hand" in (
        capsys.readouterr().err
    )
    assert run("build", "--overwrite", "-q") == 0
    assert run("check") == 0


def test_a_missing_file_is_written_again(built: Path) -> None:
    gone = built / "generated" / "workers_ai" / "translation.py"
    content = gone.read_bytes()
    gone.unlink()
    assert run("build", "-q") == 0
    assert gone.read_bytes() == content


def test_a_module_that_is_no_longer_emitted_is_removed(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = built / "generated" / "workers_ai"
    (package / "mine.py").write_text("# mine\n")
    spec = built / "spec" / "openapi.json"
    text = spec.read_text(encoding="utf-8").replace('"Summarization"', '"Abridgement"')
    spec.write_text(text, encoding="utf-8")
    (built / "flaregen.toml").write_text('[spec]\npath = "spec/openapi.json"\n')
    assert run("check", "-q") == 1
    shown = capsys.readouterr().out
    assert "--- on disk/workers_ai/summarization.py\n+++ /dev/null\n" in shown
    assert "mine.py" not in shown
    assert run("build", "-q") == 0
    assert not (package / "summarization.py").exists()
    assert (package / "abridgement.py").exists()
    assert (package / "mine.py").read_text() == "# mine\n"


def test_another_folder_and_package(project: Path) -> None:
    assert run("build", "-q", "--output", "vendor", "--package", "inference") == 0
    assert (project / "vendor" / "inference" / "translation.py").is_file()
    assert not (project / "vendor" / "README.md").exists()
    assert run("check", "-q", "--output", "vendor", "--package", "inference") == 0


def test_json_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert "workers_ai/translation.py" in report["written"]
    assert report["removed"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--package", "not-a-name"),
        ("build", "--config", "nowhere.toml"),
        ("build", "--format", "yaml"),
        ("nonsense",),
        ("inspect", "--operation"),
        ("validate", "spec/openapi.json", "--spec", "spec/openapi.json"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], project: Path) -> None:
    assert run(*arguments) == 2


@pytest.mark.parametrize("folder", ["project", "built"])
@pytest.mark.parametrize("command", ["build", "check", "inspect"])
@pytest.mark.parametrize("option", ["--config", "--names", "--overlay"])
def test_a_file_of_settings_that_is_not_there(
    option: str,
    command: str,
    folder: str,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    request.getfixturevalue(folder)
    assert run(command, option, "nowhere.toml") == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(
        "error: nowhere.toml cannot be read: No such file or directory\n  help: "
    )


def test_an_overlay_of_the_settings_that_is_not_there(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project / "flaregen.toml"
    settings.write_text('[spec]\npath = "spec/openapi.json"\noverlays = ["spec/nowhere.yaml"]\n')
    assert run("build") == 2
    said = f"error: {project / 'spec' / 'nowhere.yaml'} cannot be read: No such file or directory\n"
    assert capsys.readouterr().err == f"{said}  help: name another overlay, or none\n"


def test_two_documents_to_inspect(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("inspect", "spec/openapi.json", "--spec", "elsewhere.json") == 2
    said = "error: SPEC and --spec both name a document\n  help: leave one of them out\n"
    assert capsys.readouterr() == ("", said)
    assert run("inspect", "--spec", "spec/openapi.json") == 0


def test_unknown_configuration(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "flaregen.toml").write_text('[spec]\npth = "x"\n')
    assert run("build") == 2
    assert "pth" in capsys.readouterr().err


def test_configuration_in_pyproject(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "flaregen.toml").unlink()
    (project / "pyproject.toml").write_text(
        '[project]\nname = "shop"\nversion = "1"\n\n'
        '[tool.flaregen.spec]\npath = "spec/openapi.json"\n\n'
        '[tool.flaregen.output]\ndirectory = "vendor"\npackage = "inference"\n'
    )
    below = project / "docs"
    below.mkdir()
    monkeypatch.chdir(below)
    assert run("build") == 0
    assert (project / "vendor" / "inference" / "translation.py").is_file()
    assert not (project / "vendor" / "pyproject.toml").exists()
    assert run("check") == 0
    (project / "pyproject.toml").write_text('[tool.flaregen.output]\npackag = "x"\n')
    capsys.readouterr()
    assert run("check") == 2
    assert "packag" in capsys.readouterr().err


def test_quiet_leaves_what_programs_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = "spec/openapi.json"
    for arguments in (("build",), ("build",), ("check",), ("validate", spec)):
        assert run(*arguments, "--quiet") == 0
        assert capsys.readouterr() == ("", ""), arguments
    for arguments in (("inspect",), ("drift", spec)):
        assert run(*arguments, "--quiet") == 0
        printed = capsys.readouterr()
        assert printed.out
        assert printed.err == "", arguments
    (project / "generated" / "workers_ai" / "client.py").unlink()
    assert run("check", "--quiet") == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("--- /dev/null\n+++ built/workers_ai/client.py\n")
    assert printed.err == ""


def test_every_form_of_a_document_gives_the_same_client(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads((project / "spec" / "openapi.json").read_bytes())
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True).encode()
    (project / "spec.yaml").write_bytes(text)
    (project / "spec.yaml.gz").write_bytes(gzip.compress(text))
    (project / "spec.json.gz").write_bytes(gzip.compress(json.dumps(document).encode()))
    built = []
    for spec in ("spec/openapi.json", "spec.yaml", "spec.yaml.gz", "spec.json.gz"):
        assert run("build", "--spec", spec, "--output", f"{spec}.out", "--quiet") == 0
        folder = project / f"{spec}.out" / "workers_ai"
        built.append({p.name: p.read_bytes() for p in folder.rglob("*.py")})
        assert run("check", "--spec", spec, "--output", f"{spec}.out", "--quiet") == 0
        assert run("validate", spec, "--quiet") == 0
        assert run("inspect", spec, "--quiet") == 0
        assert run("drift", "spec/openapi.json", spec, "--fail-on", "info", "--quiet") == 0
    assert all(files == built[0] for files in built)


def test_inspect(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("inspect") == 0
    table = capsys.readouterr().out
    assert "POST /accounts/{account_id}/ai/run/{model_name}" in table
    rows = [line.split() for line in table.splitlines()]
    shown = ["TextGenerationResponse", "TextGenerationChunk"]
    (first,) = (row for row in rows if "TextGenerationPromptParams" in row)
    assert first[:-1] == ["Text", "Generation", "TextGenerationPromptParams", *shown]
    assert ["TextGenerationMessagesParams"] in rows
    assert run("inspect", "spec/openapi.json", "--format", "json") == 0
    described = json.loads(capsys.readouterr().out)
    operation, *others = described["operations"]
    assert sum(described["tags"].values()) == len(described["operations"])
    assert "client.ai.models.schema.get" in {other["python"] for other in others}
    assert sum(len(task["params"]) for task in operation["tasks"]) == 15
    assert operation["python"] == "client.ai.run"


def test_inspect_counts_what_patterns_choose(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ("--operation", "/accounts/{}/ai/*", "--operation", "!POST *")
    assert run("inspect", "-q", *chosen, "--format", "json") == 0
    described = json.loads(capsys.readouterr().out)
    assert {one["method"] for one in described["operations"]} == {"GET"}
    assert run("inspect", "-q", *chosen) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    for tag, count in described["tags"].items():
        assert [*tag.split(), str(count)] in lines
    assert ["all", "operations", str(len(described["operations"]))] in lines


def test_a_variant_without_a_partner_is_reported(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / "spec" / "openapi.json").read_text(encoding="utf-8")
    requests, answers = text.split('"responses": {', 1)
    # The first one; the paths of the models have their own.
    answers = answers.replace('"title": "Summarization"', '"title": "Abridgement"', 1)
    (project / "drifted.json").write_text(f'{requests}"responses": {{{answers}', encoding="utf-8")
    assert run("inspect", "drifted.json") == 0
    printed = capsys.readouterr()
    warning = r"warning\[unpaired-variant\] drifted\.json:\d+:\d+ /paths/\S+/oneOf/\d+\n  "
    remedy = r"\n  help: give both one title, with an overlay where the document is not yours\n"
    request = (
        'No answer has the title "Summarization": '
        "calls with SummarizationParams return decoded JSON."
    )
    answer = 'No request has the title "Abridgement": no call returns AbridgementResponse.'
    expected = f"{warning}{re.escape(request)}{remedy}{warning}{re.escape(answer)}{remedy}"
    assert re.fullmatch(expected, printed.err), printed.err
    assert re.search(r"^  Summarization +SummarizationParams +- ", printed.out, re.MULTILINE)
    assert re.search(r"^  Abridgement +- +AbridgementResponse ", printed.out, re.MULTILINE)


def test_what_is_not_sent_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = json.loads((project / "spec" / "openapi.json").read_text(encoding="utf-8"))
    (place,) = [path for path in root["paths"] if path.endswith("/{model_name}")]
    run_operation = root["paths"][place]["post"]
    body = run_operation["requestBody"]["content"]
    body["undefined"] = body.pop("application/json")
    del body["application/octet-stream"]
    content = {"text/xml": {"schema": {"type": "string"}}}
    run_operation["parameters"] += [{"name": "odd", "in": "query", "content": content}]
    trace = {"name": "X-Trace", "in": "header", "required": True, "schema": {"type": "string"}}
    run_operation["parameters"] += [trace]
    (project / "changed.json").write_text(json.dumps(root, indent=1), encoding="utf-8")
    assert run("build", "--spec", "changed.json") == 0
    said = capsys.readouterr().err
    assert re.search(
        r"^warning\[media-type-not-sent\] \S*changed\.json:\d+:\d+ /paths/", said, re.MULTILINE
    )
    assert "  The request body is undefined, which is not a media type.\n  help: " in said
    assert re.search(
        r"^warning\[query-not-sent\] \S*changed\.json:\d+:\d+ /paths/", said, re.MULTILINE
    )
    assert "  The query parameter odd is written in the form text/xml" in said
    assert "X-Trace" not in said


def test_other_code_is_a_reason_to_build_and_none_to_fail_a_check(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = built / "generated" / "workers_ai" / "flaregen.lock"
    mine = lock.read_bytes()
    lock.write_bytes(re.sub(rb'(?m)^code = ".*"$', b'code = "other"', mine))
    assert lock.read_bytes() != mine
    assert run("check") == 0
    capsys.readouterr()
    assert run("build") == 0
    assert "1 file written, 0 removed" in capsys.readouterr().err
    assert lock.read_bytes() == mine
    lock.write_bytes(re.sub(rb'(?m)^templates = ".*"$', b'templates = "other"', mine))
    assert run("check") == 1


def test_without_a_configuration_the_shipped_document_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build", "-q") == 0
    theirs = (tmp_path / "generated" / "workers_ai" / "text_to_image.py").read_bytes()
    assert theirs == (ROOT / "generated" / "workers_ai" / "text_to_image.py").read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["generated"]


def test_standard_input(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "spec" / "openapi.json").open("rb") as stream:
        monkeypatch.setattr("sys.stdin", _Stdin(stream))
        assert run("inspect", "-", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["operations"]


class _Stdin:
    """Standard input as far as a document is read from it."""

    def __init__(self, buffer: object) -> None:
        self.buffer = buffer

    def isatty(self) -> bool:
        return False


def test_lists_of_what_there_is_have_no_gaps(project: Path) -> None:
    settings = '[spec]\npath = "spec/openapi.json"\n[output]\nproject = true\n'
    (project / "flaregen.toml").write_text(settings)
    assert run("build", "-q") == 0
    pinned = (project / "generated" / "api.md").read_text(encoding="utf-8")
    assert "### Parts of Image Text To Text" in pinned
    shutil.copy(ROOT / "tests" / "golden" / "other_operations" / "spec.yaml", project / "spec")
    settings = settings.replace("openapi.json", "spec.yaml")
    (project / "flaregen.toml").write_text(f'operations = ["* /*"]\n{settings}')
    assert run("build", "-q") == 0
    other = (project / "generated" / "api.md").read_text(encoding="utf-8")
    assert other.count("## `client.") > 1
    for text in (pinned, other):
        assert "\n\n\n" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_sentences_begin_with_a_capital_where_a_document_has_no_tags(project: Path) -> None:
    spec = project / "spec.yaml"
    spec.write_text(
        "openapi: 3.0.3\ninfo: {title: A, version: 1.0.0}\n"
        "paths: {/a: {get: {operationId: get-a, responses: {200: {description: Done.}}}}}\n"
    )
    assert run("build", "-q", "--spec", str(spec), "--operation", "get-a") == 0
    package = project / "generated" / "workers_ai"
    (resource,) = (path for path in (package / "resources").glob("*.py") if path.stem != "__init__")
    assert resource.read_text().startswith('"""The API."""\n')
    assert '"""The API, for ' in resource.read_text()
    assert '"""Typed client of the API, sync and async.' in (package / "__init__.py").read_text()


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_option_has_a_sentence_in_the_help(name: str) -> None:
    command = cli.flaregen.get_command(click.Context(cli.flaregen), name)
    assert command is not None
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.hidden and not one.help] == []


def test_help_does_not_need_docstrings() -> None:
    """Python drops those with -OO."""
    code = (
        "from flaregen import cli; "
        "print([name for name in cli.COMMANDS if not cli.flaregen.get_command(None, name).help])"
    )
    command = [sys.executable, "-OO", "-c", code]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"[]\n"
