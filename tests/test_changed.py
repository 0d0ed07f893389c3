"""``make quick`` runs the tests near to what changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import flaregen
from tests.changed import ROOT, changed_paths, paths_near

_PACKAGES = [path.parent.name for path in Path(flaregen.__file__).parent.glob("*/__init__.py")]


@pytest.mark.parametrize("package", sorted(_PACKAGES))
def test_every_package_has_paths_near(package: str) -> None:
    assert paths_near([f"generator/flaregen/{package}/module.py"])


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("templates/runtime/streams.py", ["tests/runtime"]),
        ("generator/flaregen/drift/rules/rule.py", ["tests/drift"]),
        ("generator/flaregen/lock.py", ["tests/cli/test_commands.py"]),
        ("tests/test_changed.py", ["tests/test_changed.py"]),
        ("tests/bad_specs/empty/expected.txt", ["tests/reading/test_bad_specs.py"]),
        ("tests/reading/test_that_is_gone.py", []),
        ("docs/decisions.md", []),
        ("docs/client/errors.md", ["tests/docs"]),
    ],
)
def test_paths_near_to_a_file(path: str, near: list[str]) -> None:
    assert paths_near([path], ROOT) == near


def test_what_changed_is_what_git_sees(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        settings = ("-c", "user.name=n", "-c", "user.email=e")
        subprocess.run(
            ["git", *settings, *arguments], cwd=tmp_path, check=True, capture_output=True
        )

    git("init", "--quiet")
    for name in ("first", "second"):
        (tmp_path / name).write_text(name)
        git("add", ".")
        git("commit", "--quiet", "--message", name)
    (tmp_path / "first").write_text("changed")
    (tmp_path / "third").write_text("new")
    assert sorted(changed_paths(tmp_path)) == ["first", "second", "third"]
