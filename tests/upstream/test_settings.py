"""What is wrong with flaregen.toml and the names file, in whole messages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.commands import run
from tests.support.pinned import ROOT

from flaregen import __version__
from flaregen import config as configuration
from flaregen.diagnostic import UsageError
from flaregen.project_metadata import is_version

SPEC = "known are: allow_remote_refs, names, overlays, path"
TABLES = "known are: drift, operations, output, pull, required-version, scopes, service, spec, wire"
NAME = "use letters, digits and underscores, as in workers_ai"
WORD = "'class' is a Python keyword: choose another name, as in workers_ai"
LEVELS = "known are: breaking, info, off, warning"
SCOPE = '[[scopes]]\nsegment = "a"\nargument = "b"\nenvironment = "C"\n'
VERSION = "write it as in 1.2.0 or 2.0.0rc1 (PEP 440), or pip cannot install the client"
SOURCE = "name upstream's document by a URL, a path or git:REV:PATH, or leave the key out"
SETTINGS = {
    '[ouput]\npackage = "a"': ("unknown key 'ouput'; did you mean 'output'?", TABLES),
    "zzz = 1": ("unknown key 'zzz'", TABLES),
    '[spec]\npth = "a"': ("unknown key 'pth' in [spec]; did you mean 'path'?", SPEC),
    f"{SCOPE}{SCOPE}more = 1": (
        "unknown key 'more' in [[scopes]], entry 2",
        "known are: argument, environment, segment",
    ),
    '[[drift.accept]]\nreasn = "a"': (
        "unknown key 'reasn' in [[drift.accept]], entry 1; did you mean 'reason'?",
        "known are: elsewhere, expires, id, name, pointer, reason",
    ),
    '[drift.levels]\ntype-changed = "error"': (
        "'type-changed' in [drift.levels] cannot be 'error'",
        LEVELS,
    ),
    '[drift.levels]\ntype-changed = "warn"': (
        "'type-changed' in [drift.levels] cannot be 'warn'; did you mean 'warning'?",
        LEVELS,
    ),
    "[drift.levels]\ntype-changed = 1": ("'type-changed' in [drift.levels] cannot be 1", LEVELS),
    '[output]\npackage = "class"': ("'class' cannot be a name in Python", WORD),
    '[output]\npackage = "a-b"': ("'a-b' cannot be a name in Python", NAME),
    '[output]\nversion = "a b"': ("[output] version: 'a b' is not a valid version", VERSION),
    '[output]\nversion = ""': ("[output] version: '' is not a valid version", VERSION),
    '[pull]\nsource = ""': ("[pull] source is empty", SOURCE),
    '[service]\nbase_url = "https://a.example?b"': (
        "[service] base_url is 'https://a.example?b': it must not have a query or a fragment",
        "write it as in https://api.cloudflare.com/client/v4",
    ),
    'required-version = "new"': (
        "required-version is 'new', not a valid version specifier",
        'write it as in ">=1.2,<2" (PEP 440)',
    ),
    'required-version = ">=7"': (
        f"required-version is '>=7', and this is flaregen {__version__}",
        "install a flaregen that fits, or change required-version",
    ),
    SCOPE.replace('"C"', '"c"'): (
        "'c' cannot be the name of an environment variable",
        "use capitals, digits and underscores, as in CLOUDFLARE_ACCOUNT_ID",
    ),
    '[spec]\npath = ".git/a.json"': (
        "[spec] path is '.git/a.json', which leads into the folder of git",
        "name a place in the working tree",
    ),
    '[output]\ndirectory = "GIT~1/a"': (
        "[output] directory is 'GIT~1/a', which leads into the folder of git",
        "name a place in the working tree",
    ),
    '[output.metadata]\nname = "a b"': (
        "[output.metadata] name: 'a b' is not a valid name of a distribution",
        "use letters, digits, '-', '_' and '.', as in acme-workers-ai",
    ),
    '[output.metadata]\nlicense = "ours"': (
        "[output.metadata] license: 'ours' is not a valid license expression",
        "write an SPDX expression, as in MIT or LicenseRef-Acme",
    ),
    '[output.metadata]\nauthors = [{ name = "A, B", email = "c" }]': (
        "[output.metadata] authors: 'A, B', 'c' is not a valid author",
        'write { name = "Acme", email = "sdk@acme.example" }, or one of the two',
    ),
    f'[output.metadata]\nurls = {{ {"a" * 33} = "https://a.example" }}': (
        f"[output.metadata] urls: '{'a' * 33}' is not a valid label, of 32 characters",
        'write them as in urls = { Source = "https://acme.example/sdk" }',
    ),
    '[output.metadata]\nurls = { A = "a.example" }': (
        "[output.metadata] urls: 'a.example' is not a valid URL",
        'write them as in urls = { Source = "https://acme.example/sdk" }',
    ),
    "a = ": ("Invalid value (at end of document)", "it must be TOML in UTF-8"),
    # Of what has the wrong type, msgspec tells.
    "[spec]\npath = 1": (
        "Expected `str`, got `int` - at `$.spec.path`",
        "docs/configuration.md lists every key with an example",
    ),
}


@pytest.mark.parametrize("text", SETTINGS)
def test_what_is_wrong_with_the_settings(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "flaregen.toml"
    path.write_text(text)
    message, advice = SETTINGS[text]
    assert run("check") == 2
    assert capsys.readouterr() == ("", f"error: {path}: {message}\n  help: {advice}\n")


@pytest.mark.parametrize("key", ["path", "names"])
def test_a_path_that_leads_out(key: str, tmp_path: Path) -> None:
    path = tmp_path / "flaregen.toml"
    path.write_text(f'[spec]\n{key} = "../a"\n')
    with pytest.raises(UsageError) as refused:
        configuration.load(path)
    option = {"path": "--spec", "names": "--names"}[key]
    assert str(refused.value) == f"{path}: [spec] {key} is '../a', which leads out of {tmp_path}"
    advice = f"keep it below that folder, or name it on the command line: {option}"
    assert refused.value.help == advice


def test_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        configuration.load(tmp_path / "flaregen.toml")
    assert refused.value.help == "flaregen init writes a configuration"
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    with pytest.raises(UsageError, match=r"pyproject.toml has no \[tool.flaregen\] table$"):
        configuration.load(tmp_path / "pyproject.toml")


def test_a_table_of_pyproject(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pyproject.toml"
    for text, message, advice in (
        ("[tool.flaregen]\nouput = 1", "unknown key 'ouput' in [tool.flaregen]; did you", TABLES),
        ("[tool.flaregen.spec]\npth = 1", "unknown key 'pth' in [tool.flaregen.spec]; did", SPEC),
        ('[tool.flaregen.pull]\nsource = ""', "[tool.flaregen.pull] source is empty", SOURCE),
    ):
        path.write_text(text)
        assert run("check") == 2
        said = capsys.readouterr().err
        assert message in said
        assert said.endswith(f"\n  help: {advice}\n")


OF_NAMES = (
    "it may hold [[class]], [[task]], [[resource]], [[method]] and [[operation]] tables; "
    "see docs/names.md"
)
NAMES = {
    '[[clas]]\nname = "A"': (
        "unknown key 'clas'; did you mean 'class'?",
        "known are: class, method, operation, resource, task",
    ),
    '[[class]]\nname = "A"\n[[class]]\nnam = "A"': (
        "unknown key 'nam' in [[class]], entry 2; did you mean 'name'?",
        "known are: direction, name, operation, path, properties, required, shape, title",
    ),
    '[[method]]\noperation = "GET /a"\nname = "DNS.list"': (
        "'DNS.list' is not a name of this kind",
        "write 'dns.list', in small letters with dots",
    ),
    '[[class]]\ntitle = "A"': ("Object missing required field `name` - at `$.class[0]`", OF_NAMES),
}


@pytest.mark.parametrize("text", NAMES)
def test_what_is_wrong_with_the_names(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    Path("names.toml").write_text(text)
    message, advice = NAMES[text]
    assert run("inspect", "--names", "names.toml") == 2
    assert capsys.readouterr() == ("", f"error: names.toml: {message}\n  help: {advice}\n")


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "1.2.3",
        "2026.11.23",
        "1.0a1",
        "1.0.0rc1",
        "1.0-beta.2",
        "1.0.post1",
        "1.0-1",
        "1.0.dev4",
        "1!2.0",
        "v1.0",
        "1.0+build.5",
        "1.0A1",
    ],
)
def test_versions(text: str):
    assert is_version(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a b",
        "one",
        "1.",
        "1..0",
        "1.0 ",
        "1.0\n",
        "1.0-x",
        "1.0+",
        "^1.0",
        "\u0661.0",
        "1.0.post\u017f",
    ],
)
def test_what_is_no_version(text: str):
    assert not is_version(text)


def test_what_flaregen_ships_is_read_as_the_repository_reads_it():
    """In the order of the names of the overlays, where no configuration says another."""
    ours = configuration.load(ROOT / "flaregen.toml")
    shipped = configuration.load(None)
    assert shipped.overlays == ours.overlays
    assert (shipped.spec, shipped.names) == (ours.spec, ours.names)
