"""Two versions of flaregen, and two names of a package, in one project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support.commands import run
from tests.support.folders import state

from flaregen import __version__
from upstream import as_json, document, variant

CONFIG = '[spec]\npath = "spec.json"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "spec.json").write_bytes(as_json(document()))
    (tmp_path / "flaregen.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "wanted", [">=0.1,<99", f"=={__version__}", __version__, "~=0.1", "!=7", " 0.1.0 "]
)
def test_a_version_that_fits(wanted: str, project: Path) -> None:
    (project / "flaregen.toml").write_text(f'required-version = "{wanted}"\n{CONFIG}')
    assert run("inspect") == 0


@pytest.mark.parametrize("table", ["flaregen.toml", "pyproject.toml"])
def test_a_version_that_does_not_fit(table: str, project: Path, capsys: Any) -> None:
    (project / "flaregen.toml").unlink()
    above = "[tool.flaregen]\n" if table == "pyproject.toml" else ""
    # A key of a later version is not what is wrong.
    (project / table).write_text(f'{above}required-version = ">=7"\nlater = 1\n')
    for command in ("build", "check", "inspect", "validate", "pull"):
        assert run(command) == 2
        said = capsys.readouterr().err
        assert f"required-version is '>=7', and this is flaregen {__version__}" in said


@pytest.mark.parametrize("wanted", ['"new"', '""', "1", '">="'])
def test_what_is_not_a_version(wanted: str, project: Path, capsys: Any) -> None:
    (project / "flaregen.toml").write_text(f"required-version = {wanted}\n{CONFIG}")
    assert run("build") == 2
    assert "not a valid version specifier" in capsys.readouterr().err


def written_by(project: Path, version: str) -> None:
    lock = project / "generated" / "workers_ai" / "flaregen.lock"
    text = lock.read_text()
    assert f'generator = "{__version__}"' in text
    later = "" if version < __version__ else 'unheard_of = "x"\n'
    lock.write_text(text.replace(f'generator = "{__version__}"', f'{later}generator = "{version}"'))


def test_what_a_newer_flaregen_wrote_is_not_undone(project: Path, capsys: Any) -> None:
    assert run("build", "--quiet") == 0
    written_by(project, "7.0.0")
    before = state(project)
    for command in ("build", "check"):
        assert run(command) == 2
        said = capsys.readouterr().err
        assert "error[newer-flaregen]" in said
        assert f"was written by flaregen 7.0.0; this is {__version__}" in said
        assert "flaregen init --update" in said
    assert state(project) == before


def test_an_older_one_is_replaced(project: Path) -> None:
    assert run("build", "--quiet") == 0
    written_by(project, "0.0.1")
    assert run("build", "--quiet") == 0
    assert run("check", "--quiet") == 0


def test_a_package_with_a_new_name_says_that_the_old_one_is_there(
    project: Path, capsys: Any
) -> None:
    assert run("build", "--quiet") == 0
    (project / "flaregen.toml").write_text(f'{CONFIG}[output]\npackage = "models"\n')
    capsys.readouterr()
    assert run("build") == 0
    said = capsys.readouterr().err
    assert "warning[former-package]" in said
    assert "workers_ai was made from the same document and operations" in said
    assert (project / "generated" / "workers_ai" / "client.py").is_file()
    assert run("build", "--force") == 0
    assert "former-package" not in capsys.readouterr().err


def test_a_folder_that_was_renamed_is_still_ours(project: Path, capsys: Any) -> None:
    """``git mv``, then the new name into the configuration, and news of upstream with it."""
    assert run("build", "--quiet") == 0
    (project / "generated" / "workers_ai").rename(project / "generated" / "models")
    (project / "flaregen.toml").write_text(f'{CONFIG}[output]\npackage = "models"\n')
    changed = document(variant("Translation", text={"type": "string"}, more={"type": "string"}))
    (project / "spec.json").write_bytes(as_json(changed))
    (project / "generated" / "models" / "mine.py").touch()
    capsys.readouterr()
    assert run("check") == 1
    printed = capsys.readouterr()
    assert "flaregen build` writes what was built" in printed.err
    assert "models/mine.py: not written by flaregen" in printed.err
    assert "--- on disk/models/client.py" not in printed.out
    assert run("build") == 0
    assert run("check") == 0
    assert not (project / "generated" / "workers_ai").exists()
    assert (project / "generated" / "models" / "mine.py").is_file()
    edited = project / "generated" / "models" / "client.py"
    edited.write_text("edited")
    edited.parent.rename(project / "generated" / "shop")
    (project / "flaregen.toml").write_text(f'{CONFIG}[output]\npackage = "shop"\n')
    assert run("build") == 2
    assert "shop/client.py changed since the last build, by hand" in capsys.readouterr().err


def test_a_package_of_other_operations_is_nobodys_old_name(project: Path, capsys: Any) -> None:
    assert run("build", "--quiet") == 0
    settings = f'operations = ["list-zones"]\n{CONFIG}[output]\npackage = "zones"\n'
    (project / "flaregen.toml").write_text(settings)
    assert run("build") == 0
    assert "former-package" not in capsys.readouterr().err
