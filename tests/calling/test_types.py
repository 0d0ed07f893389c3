"""Type checkers see of each call what it gives, and refuse what cannot work."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.pinned import ROOT

_HERE = Path(__file__).parent
_BIN = Path(sys.executable).parent
CHECKERS = {
    "mypy": [str(_BIN / "mypy"), "--strict", "--config-file=", "--no-error-summary"],
    "pyright": [str(_BIN / "pyright"), f"--pythonpath={sys.executable}"],
}


def check(checker: str, folder: Path, **sources: str) -> str:
    """What a checker prints of files, by their names, with the emitted package on its path."""
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    (folder / "workers_ai").symlink_to(ROOT / "generated" / "workers_ai")
    command = [*CHECKERS[checker], *(f"{name}.py" for name in sources)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def _sources(*names: str) -> dict[str, str]:
    return {name: (_HERE / f"{name}.py").read_text(encoding="utf-8") for name in names}


@pytest.mark.parametrize("checker", CHECKERS)
def test_the_types_of_calls(checker: str, tmp_path: Path) -> None:
    printed = check(checker, tmp_path, **_sources("typed_calls", "typed_models"))
    assert not re.search(r"\berror\b(?!s)", printed), printed


@pytest.mark.parametrize("checker", CHECKERS)
def test_what_is_refused(checker: str, tmp_path: Path) -> None:
    sources = _sources("untyped_calls", "untyped_models")
    wrong = {
        (name, number)
        for name, source in sources.items()
        for number, line in enumerate(source.splitlines(), 1)
        if "# E:" in line
    }
    printed = check(checker, tmp_path, **sources)
    reported = re.findall(r"(\w+)\.py:(\d+):.*\berror\b", printed)
    assert {(name, int(number)) for name, number in reported} == wrong, printed
