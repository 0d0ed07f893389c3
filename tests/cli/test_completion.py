"""Shells complete commands, options and the names of rules; docs/configuration.md says how."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete, get_completion_class

from flaregen.cli import flaregen
from tests.support.pinned import ROOT

_PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
_VARIABLE = "_FLAREGEN_COMPLETE"


@pytest.mark.parametrize(
    ("arguments", "incomplete", "completions"),
    [
        ([], "va", ["validate"]),
        ([], "exp", ["explain"]),
        (["explain"], "enum-value-a", ["enum-value-added"]),
        (["explain"], "dangling", ["dangling-reference"]),
        (["drift"], "--fail", ["--fail-on"]),
        (["drift", "--fail-on"], "br", ["breaking"]),
        (["drift", "--format"], "s", ["sarif"]),
        (["build", "--output", "src"], "--overw", ["--overwrite"]),
    ],
)
def test_what_is_completed(arguments: list[str], incomplete: str, completions: list[str]) -> None:
    found = ShellComplete(flaregen, {}, "flaregen", _VARIABLE).get_completions(
        arguments, incomplete
    )
    assert [one.value for one in found] == completions


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_and_a_line_in_the_docs(shell: str) -> None:
    found = get_completion_class(shell)
    assert found is not None
    assert f"{_VARIABLE}={shell}_complete" in found(flaregen, {}, "flaregen", _VARIABLE).source()
    assert f"{_VARIABLE}={shell}_source flaregen" in _PAGE


def test_bash_takes_the_line_of_the_docs(tmp_path: Path) -> None:
    (line,) = (line for line in _PAGE.splitlines() if "bash_source" in line)
    flaregen_here = tmp_path / "flaregen"
    flaregen_here.write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -m flaregen \"$@\"\n", encoding="utf-8"
    )
    flaregen_here.chmod(0o755)
    script = f"""
        {line.partition("#")[0]}
        COMP_WORDS=(flaregen explain enum-value-a) COMP_CWORD=2
        _flaregen_completion flaregen
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "enum-value-added\n", done.stderr
