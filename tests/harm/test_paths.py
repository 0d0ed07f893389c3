"""Paths of a configuration, and links in a repository, lead nowhere outside of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from flaregen import resources
from tests.support.commands import Run
from tests.support.folders import contents
from tests.support.small import small_document


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a document and names, and a folder outside of it that has the same."""
    folder = tmp_path / "project"
    for place in (folder / "spec", tmp_path / "outside"):
        place.mkdir(parents=True)
        (place / "openapi.json").write_text(small_document())
        shutil.copy(resources.spec_directory() / "names.toml", place)
        shutil.copy(resources.spec_directory() / "overlays" / "wire.yaml", place)
    monkeypatch.chdir(folder)
    return folder


def configure(folder: Path, **keys: str) -> None:
    """A configuration of the project's own files, but for the keys given."""
    usual = {
        "path": '"spec/openapi.json"',
        "names": '"spec/names.toml"',
        "overlays": "[]",
        "directory": '"generated"',
        "source": '"spec/openapi.json"',
    } | keys
    (folder / "flaregen.toml").write_text(
        "[spec]\npath = {path}\nnames = {names}\noverlays = {overlays}\n"
        "[output]\ndirectory = {directory}\n[pull]\nsource = {source}\n".format(**usual)
    )


KEYS = {
    "path": ("openapi.json", "[spec] path", "--spec", "build"),
    "names": ("names.toml", "[spec] names", "--names", "build"),
    "overlays": ("wire.yaml", "[spec] overlays", "--overlay", "build"),
    "directory": ("", "[output] directory", "--output", "build"),
    "source": ("openapi.json", "[pull] source", "--from", "pull"),
}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("way", ["up", "absolute", "link", "link to a folder"])
def test_a_key_that_leads_out_is_refused(key: str, way: str, project: Path, run: Run):
    name, said_of, option, command = KEYS[key]
    outside = project.parent / "outside"
    if way == "link":
        (project / "in").mkdir()
        (project / "in" / (name or "out")).symlink_to(outside / name)
    elif way == "link to a folder":
        (project / "in").symlink_to("../outside")
    place = {"up": "../outside", "absolute": str(outside)}.get(way, "in")
    given = f"{place}/{name or ('out' if way == 'link' else 'new')}"
    configure(project, **{key: f'["{given}"]' if key == "overlays" else f'"{given}"'})
    before = contents(outside)
    status, _, said = run(command, "-q")
    assert status == 2
    shown = str(project / given) if key == "source" else given
    found = f"{said_of} is {shown!r}, which leads out of {project.resolve()}"
    assert said.splitlines() == [
        f"error: {project}/flaregen.toml: {found}",
        f"  help: keep it below that folder, or name it on the command line: {option}",
    ]
    assert contents(outside) == before


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("place", [".git", "sub/.GIT/hooks", "git~1", "link"])
def test_a_key_that_leads_into_the_folder_of_git_is_refused(
    key: str, place: str, project: Path, run: Run
):
    """What a pull or a build writes there, the next commit may run."""
    name, said_of, _, command = KEYS[key]
    (project / ".git" / "hooks").mkdir(parents=True)
    (project / "link").symlink_to(".git/hooks")
    given = f"{place}/{name or 'hooks'}"
    configure(project, **{key: f'["{given}"]' if key == "overlays" else f'"{given}"'})
    before = contents(project / ".git")
    status, _, said = run(command, "-q")
    assert (status, f"{said_of} is " in said, "into the folder of git" in said) == (2, True, True)
    assert contents(project / ".git") == before


@pytest.mark.parametrize("key", ["path", "names", "directory"])
def test_the_command_line_may_name_it(key: str, project: Path, run: Run):
    name, _, option, command = KEYS[key]
    given = f"../outside/{name or 'new'}"
    configure(project, **{key: f'"{given}"'})
    assert run(command, "-q", option, given) == (0, "", "")
    built = project.parent / "outside" / "new" if key == "directory" else project / "generated"
    assert (built / "workers_ai" / "client.py").is_file()


def test_a_pull_writes_nothing_outside(project: Path, run: Run):
    configure(project, path='"../outside/openapi.json"')
    before = contents(project.parent / "outside")
    status, _, said = run("pull", "-q")
    assert (status, "[spec] path" in said) == (2, True)
    assert contents(project.parent / "outside") == before


def test_a_link_may_lead_to_another_place_of_the_project(project: Path, run: Run):
    (project / "linked").symlink_to("spec")
    configure(project, path='"linked/openapi.json"')
    assert run("build", "-q") == (0, "", "")


def test_a_configuration_above_the_repository_is_not_obeyed(project: Path, run: Run):
    configure(project.parent, path='"outside/openapi.json"', names='"x"', directory='"stolen"')
    subprocess.run(["git", "init", "--quiet", str(project)], check=True)
    (project / "deeper").mkdir()
    os.chdir(project / "deeper")
    assert run("build", "-q") == (0, "", "")
    assert not (project.parent / "stolen").exists()
    assert (project / "deeper" / "generated").is_dir()
    configure(project)
    assert run("build", "-q") == (0, "", "")
    assert (project / "generated").is_dir()


@pytest.mark.parametrize("name", ["spec", ".github", "src"])
def test_setting_up_writes_through_no_link(name: str, project: Path, run: Run):
    shutil.rmtree(project / "spec")
    outside = project.parent / "elsewhere"
    outside.mkdir()
    (project / name).symlink_to(outside)
    status, _, said = run("init", "-q", ".")
    assert status in {1, 2}
    assert name in said
    assert list(outside.iterdir()) == []
