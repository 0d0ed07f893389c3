from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml_rs
from tests.support.commands import run
from tests.support.folders import state

from flaregen import __version__, resources


def test_an_empty_folder_gets_all_it_needs(repository: Path, capsys):
    assert run("init") == 0
    for name in (
        "flaregen.toml",
        "spec/openapi.json",
        "spec/names.toml",
        ".github/workflows/flaregen.yml",
        ".pre-commit-config.yaml",
        "workers_ai/client.py",
    ):
        assert (repository / name).is_file()
    said = capsys.readouterr().err
    for line in ("flaregen build", "flaregen check", "flaregen pull"):
        assert line in said
    assert not [path for path in repository.iterdir() if path.name == ".flaregen-work"]


def test_the_client_is_current_and_works(repository: Path):
    assert run("init", "--quiet") == 0
    assert run("check", "--quiet") == 0
    program = "from workers_ai import Cloudflare; Cloudflare(api_token='x', account_id='y')"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program], cwd=repository, env=environment, check=True)


def test_the_client_carries_its_licence_and_the_command_that_made_it(repository: Path):
    assert run("init", "--quiet", "--output", "vendor") == 0
    text = (repository / "vendor" / "workers_ai" / "NOTICE.txt").read_text()
    start = f"This package was written by flaregen {__version__}, with the command\n\n"
    assert text.startswith(f"{start}    flaregen build\n")
    assert "MIT License" in text
    licence = (Path(__file__).parents[2] / "LICENSE").read_text()
    assert licence.strip() in text


def test_the_three_commands_to_remember_come_last(repository: Path, capsys):
    assert run("init") == 0
    assert capsys.readouterr().err.splitlines()[-4:] == [
        "Three commands to remember:",
        "  flaregen build  write the client again, after you change spec/ or flaregen.toml",
        "  flaregen check  compare the client with what a build would write",
        "  flaregen pull   fetch the upstream document, and show what its changes break",
    ]


def test_the_three_commands_are_for_the_folder_that_was_set_up(repository: Path, capsys):
    assert run("init", "client") == 0
    assert "\nThree commands to remember, in client:\n" in capsys.readouterr().err


def test_the_configuration_has_everything_that_ships(repository: Path):
    assert run("init", "--quiet", "--output", "lib/vendor", "--package", "models") == 0
    content = tomllib.loads((repository / "flaregen.toml").read_text())
    assert content["output"] == {"directory": "lib/vendor", "package": "models"}
    shipped = sorted((resources.spec_directory() / "overlays").glob("*.yaml"))
    assert content["spec"]["overlays"] == [f"spec/overlays/{path.name}" for path in shipped]
    assert (repository / "lib" / "vendor" / "models" / "client.py").is_file()
    hook = yaml_rs.loads((repository / ".pre-commit-config.yaml").read_text())
    assert "lib/vendor/models/" in hook["repos"][0]["hooks"][0]["files"]


def test_all_operations_that_ship_are_chosen_and_models_by_name(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("init", "--quiet") == 0
    chosen = tomllib.loads((tmp_path / "flaregen.toml").read_text())["operations"]
    own = tomllib.loads((Path(__file__).parents[2] / "flaregen.toml").read_text())["operations"]
    assert sorted(chosen) == sorted(own)


def test_no_placeholder_is_left(repository: Path):
    assert run("init", "--quiet") == 0
    names = ("flaregen.toml", ".pre-commit-config.yaml", ".github/workflows/flaregen.yml")
    for name in names:
        text = (repository / name).read_text()
        assert not any(f"@{word}@" in text for word in ("VERSION", "PACKAGE", "FILES", "OVERLAYS"))
    for name in names[1:]:
        assert yaml_rs.loads((repository / name).read_text())


def test_a_source_folder_is_found(repository: Path):
    (repository / "src").mkdir()
    assert run("init", "--quiet") == 0
    assert (repository / "src" / "workers_ai" / "client.py").is_file()


def test_a_folder_that_is_not_there_yet(repository: Path):
    assert run("init", "--quiet", "new/shop") == 0
    assert (repository / "new" / "shop" / "workers_ai" / "client.py").is_file()


@pytest.mark.parametrize("name", ["spec/openapi.json", "spec/names.toml"])
def test_what_is_there_is_never_replaced_unasked(name: str, repository: Path, capsys):
    path = repository / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("the user's own")
    before = state(repository)
    assert run("init") == 2
    assert f"{name} is there already" in capsys.readouterr().err
    assert state(repository) == before
    assert run("init", "--force", "--quiet") == 0
    assert path.read_text() != "the user's own"


def test_a_second_time_changes_nothing(repository: Path, capsys):
    assert run("init", "--quiet") == 0
    before = state(repository)
    (repository / "flaregen.toml").unlink()
    assert run("init") == 0
    assert {**state(repository), "flaregen.toml": None} == {**before, "flaregen.toml": None}
    said = capsys.readouterr().err.splitlines()
    listed = said[: said.index("")]
    assert listed[0] == "flaregen.toml"
    assert "spec/openapi.json: there already, unchanged" in listed
    assert "workers_ai: there already, unchanged" in listed
    assert [line for line in listed if not line.endswith(": there already, unchanged")] == [
        "flaregen.toml"
    ]


_FILES = [".pre-commit-config.yaml", ".gitattributes", "flaregen.toml", ".gitlab-ci.yml"]


@pytest.mark.parametrize("name", [*_FILES, "spec/names.toml"])
@pytest.mark.parametrize("is_link", [False, True])
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_folder_in_the_place_of_a_file_is_not_ours(
    name: str, is_link: bool, options: list[str], repository: Path, capsys
):
    place = repository / name
    place.parent.mkdir(exist_ok=True)
    (repository / "kept").mkdir()
    if is_link:
        place.symlink_to(repository / "kept")
    else:
        place.mkdir()
    before = state(repository)
    assert run("init", *options) == 2
    said = capsys.readouterr().err
    assert said.startswith("error[not-ours]\n")
    assert f"{name} is there already, and it is a folder\n" in said
    assert state(repository) == before


def test_hooks_of_others_stay_and_ours_is_shown(repository: Path, capsys):
    hooks = repository / ".pre-commit-config.yaml"
    hooks.write_text("repos: []\n")
    assert run("init", "--force") == 0
    assert hooks.read_text() == "repos: []\n"
    assert "add to .pre-commit-config.yaml" in capsys.readouterr().err
    hooks.write_text("repos: []  # flaregen-check is here\n")
    assert run("init") == 0
    assert "add to" not in capsys.readouterr().err


def test_a_repository_on_gitlab(repository: Path, capsys):
    remote = "git@gitlab.example.com:shop/shop.git"
    subprocess.run(["git", "init", "--quiet"], check=True)
    subprocess.run(["git", "remote", "add", "origin", remote], check=True)
    assert run("init", "--quiet") == 0
    assert "flaregen check" in (repository / ".gitlab-ci.yml").read_text()
    assert not (repository / ".github").exists()


def test_jobs_of_others_stay_and_ours_is_next_to_them(repository: Path, capsys):
    (repository / ".gitlab-ci.yml").write_text("test: {script: [make]}\n")
    assert run("init") == 0
    assert (repository / ".gitlab-ci.yml").read_text() == "test: {script: [make]}\n"
    assert (repository / ".gitlab" / "flaregen.gitlab-ci.yml").is_file()
    assert "local: .gitlab/flaregen.gitlab-ci.yml" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [["--package", "no-name"], ["--package", "../up"], ["--output", "../up"], ["--output", "/up"]],
)
def test_what_leads_out_of_the_repository(options: list[str], repository: Path):
    assert run("init", *options) == 2
    assert list(repository.iterdir()) == []


def test_a_word_of_python_is_no_name(repository: Path, capsys):
    assert run("init", "new", "--package", "class") == 2
    said = "error: 'class' cannot be the name of a package\n"
    advice = "'class' is a Python keyword: choose another name, as in workers_ai"
    assert capsys.readouterr().err == f"{said}  help: {advice}\n"
    assert list(repository.iterdir()) == []


def test_what_it_says_to_add_to_pyproject_lets_a_pull_succeed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Overlays of other operations would match nothing in what a pull keeps."""
    settings = tmp_path / "pyproject.toml"
    settings.write_text('[tool.flaregen.output]\npackage = "shop_ai"\n')
    monkeypatch.chdir(tmp_path)
    assert run("init") == 0
    said = capsys.readouterr().err
    table = said[said.index("[tool.flaregen.spec]") :].partition("\n\n")[0]
    settings.write_text(f"{settings.read_text()}\n{table}\n")
    upstream = resources.spec_directory() / "openapi.json"
    assert run("pull", "--from", str(upstream)) == 0
    assert run("build", "--quiet") == 0


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_reader_who_leaves_stops_no_work(closed: str, small_document: None, tmp_path: Path):
    """``flaregen init 2>&1 | head -1``, and a pull whose report nobody reads."""
    shipped = resources.spec_directory()
    upstream = tmp_path / "upstream.json"
    content = json.loads((shipped / "openapi.json").read_text())
    content["info"]["title"] = "Another"
    upstream.write_text(json.dumps(content))
    program = (
        "import sys; from pathlib import Path; from flaregen import resources\n"
        "folder = Path(sys.argv.pop(1)); resources.spec_directory = lambda: folder\n"
        "from flaregen.cli import main; main(sys.argv[1:])"
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    for arguments in (["init"], ["pull", "--from", str(upstream)]):
        ours, theirs = os.pipe()
        os.close(ours)
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, closed: theirs}
        command = [sys.executable, "-c", program, str(shipped), *arguments]
        done = subprocess.run(command, cwd=folder, check=False, **streams)
        os.close(theirs)
        lost = arguments[0] == "pull" and closed == "stdout"
        assert done.returncode == int(lost), (done.stdout, done.stderr)
    assert (folder / "workers_ai" / "client.py").is_file()
    assert (folder / "spec" / "spec.lock").is_file()


def test_settings_that_are_there_are_used(repository: Path, capsys: pytest.CaptureFixture[str]):
    """After a change of them, for what is missing; where the client goes is theirs to say."""
    assert run("init", "--quiet") == 0
    (repository / ".gitattributes").unlink()
    settings = repository / "flaregen.toml"
    settings.write_text(settings.read_text().replace('directory = "."', 'directory = "lib"'))
    before = settings.read_bytes()
    (repository / ".pre-commit-config.yaml").unlink()
    assert run("init") == 0
    assert settings.read_bytes() == before
    assert "/lib/workers_ai/** -text" in (repository / ".gitattributes").read_text()
    assert "lib/workers_ai/" in (repository / ".pre-commit-config.yaml").read_text()
    assert (repository / "lib" / "workers_ai" / "client.py").is_file()
    capsys.readouterr()
    assert run("init", "--output", "src") == 2
    assert "is there already, and says where the client goes" in capsys.readouterr().err


_JOBS = ["flaregen/propose.py", "workflows/flaregen.yml"]


def test_jobs_of_an_earlier_flaregen_are_replaced_alone(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The advice to use --force leads nobody to lose settings, names or what was pulled."""
    assert run("init", "--quiet") == 0
    jobs = [repository / ".github" / name for name in _JOBS]
    written = [job.read_bytes() for job in jobs]
    own = [repository / name for name in ("flaregen.toml", "spec/names.toml", "spec/openapi.json")]
    for path in own:
        path.write_text(path.read_text() + "\n")
    before = [path.read_bytes() for path in own]
    for job in jobs:
        job.write_text("# of an earlier flaregen\n")
    assert run("init") == 2
    assert capsys.readouterr().err.count("replace it with --force") == 2
    assert run("init", "--force", "--quiet") == 0
    assert [path.read_bytes() for path in own] == before
    assert [job.read_bytes() for job in jobs] == written


def test_line_ends_of_windows_are_no_other_files(repository: Path):
    assert run("init", "--quiet") == 0
    for path in [*repository.rglob("*.yml"), *repository.rglob("*.yaml")]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = state(repository)
    assert run("init", "--quiet") == 0
    assert state(repository) == before


def test_what_a_build_lacks_is_said_after_the_advice(
    repository: Path, capsys: pytest.CaptureFixture[str]
):
    """Operations that the document does not have: a pull fetches them, once it is a pin."""
    settings = repository / "pyproject.toml"
    settings.write_text('[tool.flaregen]\noperations = ["GET /zones"]\n')
    assert run("init") == 2
    said = capsys.readouterr().err
    table = said[said.index("[tool.flaregen.spec]") :].partition("\n\n")[0]
    settings.write_text(f"{settings.read_text()}\n{table}\n")
    assert "flaregen pull" in said.partition("add to pyproject.toml")[2]
    assert run("build") == 2
    assert "flaregen pull fetches" in capsys.readouterr().err


def test_a_pin_that_is_not_there_is_said_before_anything_is_written(
    repository: Path, capsys: pytest.CaptureFixture[str]
):
    settings = repository / "flaregen.toml"
    settings.write_text('[spec]\npath = "spec/openapi.json"\n')
    assert run("init") == 2
    said = capsys.readouterr().err
    assert said.startswith("error[file-not-found] ")
    assert said.endswith("for a pin, fetch it with: flaregen pull\n")
    assert list(repository.iterdir()) == [settings]
    upstream = resources.spec_directory() / "openapi.json"
    assert run("pull", "--from", str(upstream)) == 0
    assert run("init", "--quiet") == 0
    assert (repository / "generated" / "workers_ai" / "client.py").is_file()


@pytest.mark.parametrize("key", ['overlays = ["missing"]', 'names = "missing"'])
def test_what_goes_with_the_pin_is_missed_as_early(
    repository: Path, capsys: pytest.CaptureFixture[str], key: str
):
    settings = repository / "flaregen.toml"
    shutil.copy(resources.spec_directory() / "openapi.json", repository)
    settings.write_text(f'[spec]\npath = "openapi.json"\n{key}\n')
    assert run("init") == 2
    assert "missing cannot be read" in capsys.readouterr().err
    assert sorted(repository.iterdir()) == [settings, repository / "openapi.json"]


def test_a_document_that_no_client_is_built_of_is_refused_as_early(
    repository: Path, capsys: pytest.CaptureFixture[str]
):
    settings, document = repository / "flaregen.toml", repository / "openapi.json"
    document.write_text('{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}}')
    settings.write_text('[spec]\npath = "openapi.json"\n')
    assert run("init") == 2
    assert capsys.readouterr().err.startswith("error[missing-operation] ")
    assert sorted(repository.iterdir()) == [settings, document]


def test_jobs_and_hook_know_where_the_document_is(repository: Path):
    """Else the job takes every news of upstream for what the branch has already."""
    (repository / "api").mkdir()
    shipped = resources.spec_directory()
    (repository / "api" / "cf.json").write_bytes((shipped / "openapi.json").read_bytes())
    (repository / "names.toml").touch()
    (repository / "pyproject.toml").write_text(
        '[tool.flaregen.spec]\npath = "api/cf.json"\nnames = "names.toml"\n'
    )
    assert run("init", "--quiet") == 0
    assert "--pin api/cf.json" in (repository / ".github/workflows/flaregen.yml").read_text()
    hooks = (repository / ".pre-commit-config.yaml").read_text()
    assert r'"^(pyproject\\.toml|api/|names\\.toml|generated/workers_ai/)"' in hooks


def test_a_client_that_moved_is_said_to_have_left_its_hook(repository: Path, capsys):
    assert run("init", "--quiet") == 0
    settings = repository / "flaregen.toml"
    settings.write_text(settings.read_text().replace('directory = "."', 'directory = "lib"'))
    hooks = repository / ".pre-commit-config.yaml"
    before = hooks.read_text()
    capsys.readouterr()
    assert run("init") == 0
    said = capsys.readouterr().err
    assert hooks.read_text() == before
    block = said.partition("or change the hook of this client there:\n\n")[2].partition("\n\n")[0]
    hooks.write_text(block)
    assert "lib/workers_ai/" in block
    assert run("init") == 0
    assert "or change the hook" not in capsys.readouterr().err


def test_a_project_that_moved_is_said_to_have_left_its_job(repository: Path, capsys, monkeypatch):
    subprocess.run(["git", "init", "--quiet"], check=True)
    assert run("init", "--quiet") == 0
    (repository / "libs").mkdir()
    for name in ("flaregen.toml", "spec", "workers_ai", ".gitattributes"):
        (repository / name).rename(repository / "libs" / name)
    monkeypatch.chdir(repository / "libs")
    capsys.readouterr()
    assert run("init") == 0
    said = capsys.readouterr().err
    job = ".github/workflows/flaregen.yml is for flaregen.toml, which is not there any more"
    assert f"{job}: delete that job\n" in said
    assert 'entry: "flaregen check --config libs/flaregen.toml"' in said
    (repository / ".github" / "workflows" / "flaregen.yml").unlink()
    assert run("init") == 0
    assert "not there any more" not in capsys.readouterr().err
