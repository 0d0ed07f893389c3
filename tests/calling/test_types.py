"""Type checkers see of each call what it gives, and refuse what cannot work."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calling.calls_of_models import calls_of_all_models
from tests.support.pinned import ROOT

_HERE = Path(__file__).parent
_BIN = Path(sys.executable).parent
_CHECKERS = {
    "mypy": [str(_BIN / "mypy"), "--strict", "--config-file=", "--no-error-summary"],
    "pyright": [str(_BIN / "pyright"), f"--pythonpath={sys.executable}"],
}
_WRITTEN = ("typed_calls", "typed_models", "untyped_calls", "untyped_models")
"""Files next to this one. What is wrong in a line says so in a comment."""


@pytest.mark.parametrize("checker", _CHECKERS)
def test_calls(checker: str, tmp_path: Path) -> None:
    """Checkers refuse each line that is wrong, and no other.

    They take all calls that a model takes, and know the class of the answer by keyword. One run
    for all, as reading the client takes longest.
    """
    sources = {name: (_HERE / f"{name}.py").read_text(encoding="utf-8") for name in _WRITTEN}
    sources["calls_of_all_models"] = calls_of_all_models()
    assert sources["calls_of_all_models"].count("assert_type(client.ai.run(") > 100
    wrong = {
        (name, number)
        for name, source in sources.items()
        for number, line in enumerate(source.splitlines(), 1)
        if "# E:" in line
    }
    for name, source in sources.items():
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    (tmp_path / "workers_ai").symlink_to(ROOT / "generated" / "workers_ai")
    command = [*_CHECKERS[checker], *(f"{name}.py" for name in sources)]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    found = re.findall(r"(\w+)\.py:(\d+):.*\berror\b", printed.stdout)
    assert {(name, int(number)) for name, number in found} == wrong, printed.stdout
