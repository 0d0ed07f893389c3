"""``flaregen validate`` and the frame of the command line, as a user and a script see them."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from flaregen import __version__
from tests.reading.documents import document, operation, ref
from tests.support.commands import heard
from tests.support.pinned import ROOT

_SOUND = document({"/a": {"get": operation(operationId="a")}}).source.content
_BAD = document(
    {"/a": {"get": operation(ref("#/components/schemas/Thin"))}},
    components={"schemas": {"Thing": {"type": "boolean", "default": "true"}}},
).source.content


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two documents, and no configuration above it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sound.json").write_bytes(_SOUND)
    (tmp_path / "bad.json").write_bytes(_BAD)
    return tmp_path


def test_a_sound_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert heard(capsys, "validate", "sound.json") == (0, "", "sound.json: valid\n")


def test_a_bad_document(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = heard(capsys, "validate", "bad.json")
    assert (status, out) == (1, "")
    assert err.splitlines()[-1] == "bad.json: 1 error and 1 warning"
    assert "warning[quoted-default] bad.json:29:5 /components/schemas/Thing/default" in err
    assert "help: did you mean #/components/schemas/Thing?" in err


def test_quiet_leaves_the_errors(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = heard(capsys, "validate", "-q", "bad.json")
    assert status == 1
    assert err.startswith("error[dangling-reference]")
    assert "warning" not in err
    assert heard(capsys, "validate", "--quiet", "sound.json") == (0, "", "")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = heard(capsys, "validate", "bad.json", "--format", "json")
    report: dict[str, Any] = json.loads(out)
    assert (status, err) == (1, "bad.json: 1 error and 1 warning\n")
    assert (report["errors"], report["warnings"]) == (1, 1)
    assert report["diagnostics"][1] == {
        "severity": "error",
        "code": "dangling-reference",
        "file": "bad.json",
        "line": 16,
        "column": 10,
        "pointer": "/paths/~1a/get/responses/200/content/application~1json/schema/$ref",
        "message": "The reference #/components/schemas/Thin leads nowhere.",
        "help": "did you mean #/components/schemas/Thing?",
    }


@pytest.mark.parametrize(
    ("name", "expected", "errors"), [("sound.json", 0, 0), ("missing.json", 2, 1)]
)
def test_json_is_printed_whatever_happens(
    capsys: pytest.CaptureFixture[str], name: str, expected: int, errors: int
) -> None:
    status, out, _ = heard(capsys, "validate", "--format=json", "-q", name)
    report = json.loads(out)
    assert (status, report["errors"], len(report["diagnostics"])) == (expected, errors, errors)


_SCHEMA = json.loads((ROOT / "docs" / "diagnostics.schema.json").read_bytes())


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--spec", "bad.json", "--operation", "GET /a", "--output", "out"],
        ["check", "--spec", "bad.json", "--operation", "GET /a"],
        ["inspect", "bad.json", "--operation", "GET /a"],
        ["inspect", "missing.json"],
        ["drift", "missing.json", "bad.json"],
        ["pull", "--from", "missing.json"],
        ["validate", "bad.json"],
    ],
    ids=" ".join,
)
def test_what_a_command_fails_with_is_there_for_programs(
    capsys: pytest.CaptureFixture[str], folder: Path, arguments: list[str]
) -> None:
    (folder / "flaregen.toml").write_text('[spec]\npath = "spec/openapi.json"\n')
    status, out, err = heard(capsys, *arguments, "--format", "json")
    report = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(_SCHEMA)
    jsonschema.validate(report, _SCHEMA)
    # A validation finds what others fail with.
    expected = 1 if arguments[0] == "validate" else 2
    assert (status, report["errors"]) == (expected, 1)
    assert err
    status, plain, _ = heard(capsys, *arguments)
    assert (status, plain) == (expected, "")


def test_every_command_describes_a_finding_alike(capsys: pytest.CaptureFixture[str]) -> None:
    """``validate`` and a command that fails."""
    reports = [
        json.loads(heard(capsys, *command, "--format", "json")[1])
        for command in (["validate", "bad.json"], ["inspect", "bad.json", "--operation", "GET /a"])
    ]
    errors = [
        [found for found in report["diagnostics"] if found["severity"] == "error"]
        for report in reports
    ]
    assert errors[0] == errors[1]


def test_wrong_usage_is_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert heard(capsys, "drift", "--format", "json")[:2] == (2, "")


def test_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_SOUND)))
    assert heard(capsys, "validate", "-") == (0, "", "-: valid\n")


def test_the_configured_document_is_the_default(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "flaregen.toml").write_text('[spec]\npath = "bad.json"\n')
    status, _, err = heard(capsys, "validate", "-q")
    assert status == 1
    assert "dangling-reference" in err


def test_another_configuration(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "other").mkdir()
    shutil.copy(folder / "bad.json", folder / "other" / "its.json")
    (folder / "other" / "its.toml").write_text('[spec]\npath = "its.json"\n')
    status, _, err = heard(capsys, "validate", "--config", "other/its.toml", "-q")
    assert status == 1
    assert "dangling-reference" in err
    # A document that is named goes before the configured one, a configuration is read all the same.
    given = ("validate", "sound.json", "--config")
    assert heard(capsys, *given, "other/its.toml") == (0, "", "sound.json: valid\n")
    status, out, err = heard(capsys, *given, "nowhere.toml")
    assert (status, out) == (2, "")
    assert err.startswith("error: nowhere.toml cannot be read: ")


@pytest.mark.parametrize(
    "arguments",
    [["validat"], ["validate", "a", "b"], ["validate", "--format", "xml", "sound.json"], ["--no"]],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    status, out, err = heard(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("Usage: flaregen")


def test_a_command_that_was_misspelt(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No such command 'biuld'. Did you mean 'build'?" in heard(capsys, "biuld")[2]
    assert "Did you mean" not in heard(capsys, "qqqq")[2]


@pytest.mark.parametrize("command", ["build", "check", "inspect", "drift"])
def test_operations_are_chosen_by_either_name(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    _, out, _ = heard(capsys, command, "--help")
    assert re.search(r"--operation, +--operations", out)


def test_help_says_what_is_true(capsys: pytest.CaptureFixture[str]) -> None:
    """Results are printed though a command be quiet, and models are counted in text."""
    for name in ("build", "check", "inspect", "pull"):
        assert "only results and errors" in " ".join(heard(capsys, name, "-h")[1].split())
    assert "the number of models" in " ".join(heard(capsys, "inspect", "-h")[1].split())


def test_a_wrong_configuration(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "flaregen.toml").write_text("[spec\n")
    status, out, err = heard(capsys, "validate")
    assert (status, out) == (2, "")
    assert err.startswith("error: ")
    assert "help: " in err


def test_no_arguments_give_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = heard(capsys)
    assert (status, err) == (0, "")
    assert out.startswith("Usage: flaregen [OPTIONS] ")
    assert "validate" in out


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert heard(capsys, "--version") == (0, f"flaregen {__version__}\n", "")
    status, out, _ = heard(capsys, "validate", "-h")
    assert status == 0
    assert "flaregen validate openapi.json" in out


def test_every_command_that_is_listed_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = heard(capsys, "--help")
    section = out.partition("Commands:\n")[2].partition("\n\n")[0]
    listed = re.findall(r"^  (\w+) ", section, re.MULTILINE)
    assert "validate" in listed
    for name in listed:
        assert heard(capsys, name, "--help")[0] == 0


def test_an_interruption(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: str, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flaregen.reading.load.read_source", interrupt)
    assert heard(capsys, "validate", "sound.json") == (
        130,
        "",
        "\ninterrupted; nothing was changed\n",
    )
