"""Every folder of tests/bad_specs holds a document with something wrong, and the whole message.

A folder has ``spec.json`` or ``spec.yaml``, and ``expected.txt``: what is printed, to
the letter. The command is ``validate`` unless a file ``command`` holds the arguments of
another. The folder is copied, so that no configuration of ours is found above it.
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest

from tests.support.commands import heard

_FOLDER = Path(__file__).parents[1] / "bad_specs"
_CASES = sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", _CASES)
def test_the_whole_message(
    name: str,
    accept: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    case = tmp_path / "case"
    shutil.copytree(_FOLDER / name, case)
    monkeypatch.chdir(case)
    arguments = _arguments(case)
    status, out, err = heard(capsys, *arguments)
    assert out == ""
    refused = 1 if arguments[0] == "validate" else 2
    assert status == (refused if "error[" in err else 0)
    assert not (case / "out").exists()
    expected = _FOLDER / name / "expected.txt"
    if accept:
        expected.write_text(err, encoding="utf-8")
    assert err == (expected.read_text(encoding="utf-8") if expected.exists() else ""), (
        f"accept it with: pytest {os.path.relpath(__file__, _FOLDER.parents[1])} --accept"
    )


def _arguments(case: Path) -> list[str]:
    command = case / "command"
    if command.exists():
        return shlex.split(command.read_text(encoding="utf-8"))
    (spec,) = case.glob("spec.*")
    return ["validate", spec.name]
