"""Every file of tests/cli/transcripts is a session: files, commands, and all that these print.

``-- NAME --`` starts a file of the folder, ``$`` a command: ``flaregen`` runs in this process,
everything else in a shell. What it prints follows, and its exit status in brackets if it is not 0.
Each session starts with ``spec.yaml``, a document of one operation, which is also what ships.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml_rs

from flaregen import __version__, resources
from flaregen.upstream.starter import propose
from tests.support.commands import Said, heard

_HERE = Path(__file__).parent
_DOCUMENT = _HERE.parent / "golden" / "one_variant" / "spec.yaml"
_SESSIONS = sorted((_HERE / "transcripts").glob("*.txt"))
_STEP = re.compile(r"^(?=\$ |-- .+ --$)", re.MULTILINE)
_CHANGING = {
    # How many modules the runtime has, and what day it is, changes often.
    r"\b\d\d+ (?=files? written|unchanged)": "MANY ",
    r"\b20\d\d-\d\d-\d\d\b": "DATE",
    re.escape(__version__): "VERSION",
}
_OVERLAY = """\
overlay: 1.1.0
info: {title: Corrections, version: "1"}
actions: [{target: $.info, update: {description: Corrected.}}]
"""
_WHO, _WHEN = "someone@a.example", "2026-01-01T00:00:00Z"
_ENVIRONMENT = {
    "COLUMNS": "100",
    "STARTER": str(Path(propose.__file__).parent),
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_NAME": "Someone" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": _WHO for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_DATE": _WHEN for who in ("AUTHOR", "COMMITTER")},
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, and a small document in place of the one that ships."""
    shipped, folder = tmp_path / "shipped", tmp_path / "project"
    (shipped / "overlays").mkdir(parents=True)
    (shipped / "openapi.json").write_text(json.dumps(yaml_rs.loads(_DOCUMENT.read_text())))
    (shipped / "names.toml").touch()
    (shipped / "overlays" / "corrections.yaml").write_text(_OVERLAY)
    monkeypatch.setattr(resources, "spec_directory", lambda: shipped)
    for name, value in _ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    folder.mkdir()
    monkeypatch.chdir(folder)
    shutil.copy(_DOCUMENT, "spec.yaml")
    return folder


@pytest.mark.parametrize("session", _SESSIONS, ids=lambda path: path.stem)
def test_a_session(
    session: Path, accept: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title, *steps = _STEP.split(session.read_text(encoding="utf-8"))
    played = title + "".join(_played(step, folder, capsys) for step in steps)
    if accept:
        session.write_text(played, encoding="utf-8")
    assert played == session.read_text(encoding="utf-8"), (
        f"accept it with: pytest {os.path.relpath(__file__, _HERE.parents[1])} --accept"
    )


def _played(step: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A step, with what it prints now."""
    head, _, body = step.partition("\n")
    if head.startswith("-- "):
        path = folder / head[3:-3]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body.rstrip("\n") + "\n", encoding="utf-8")
        return f"{head}\n{body.rstrip()}\n\n"
    command = head.removeprefix("$ ")
    is_ours = command.startswith("flaregen ")
    said = heard(capsys, *shlex.split(command)[1:]) if is_ours else _in_a_shell(command)
    printed = (said.out + said.err).replace(str(folder), "/project")
    for changing, steady in _CHANGING.items():
        printed = re.sub(changing, steady, printed)
    status = f"[{said.status}]\n" if said.status else ""
    return f"{head}\n{printed.rstrip()}\n{status}".rstrip() + "\n\n"


def _in_a_shell(command: str) -> Said:
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    return Said(done.returncode, done.stdout, done.stderr)
