"""Documents after public bug reports, kept outside of the repository: built, type-checked, called.

All are built in this process, type-checked by one mypy, and called by one other process, whose
server answers them all.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.building import build
from flaregen.diagnostic import DiagnosticError

from ..conftest import SHARED

FOLDER = SHARED / "cases" / "openapi"
CASES = sorted(path for path in FOLDER.glob("*") if (path / "checks.py").is_file())
OPEN: dict[str, str] = {}
"""Cases that do not hold yet, and why. One that holds has to leave the list."""

_ANY = re.compile(r"^(\w+): TypeAlias = Any$", re.MULTILINE)
_DRIVER = """
import json, sys, warnings
warnings.simplefilter("ignore")
import kit
for line in sys.stdin:
    name, package, folder = json.loads(line)
    sys.path.insert(0, folder + "/out")
    problems = kit.run(package, folder + "/checks.py", open(folder + "/remarks.txt").read())
    print(json.dumps([name, problems]), flush=True)
"""


@dataclass(frozen=True)
class Built:
    """``problems`` by case: of the build, of mypy, and of the calls."""

    problems: dict[str, list[str]]


def _flag(case: Path, name: str) -> str:
    found = re.search(
        rf"^{name}\s*=\s*(.+)$", (case / "checks.py").read_text("utf-8"), re.MULTILINE
    )
    return found[1] if found else ""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    work = tmp_path_factory.mktemp("cases")
    shutil.copy(FOLDER / "kit.py", work)
    problems: dict[str, list[str]] = {case.name: [] for case in CASES}
    packages: dict[str, tuple[str, Path]] = {}
    for case in CASES:
        folder = work / case.name
        shutil.copytree(case, folder)
        try:
            packages[case.name] = _built(folder), folder
        except DiagnosticError as error:
            if not _flag(case, "REFUSED"):
                problems[case.name] += [f"{one.code}: {one.message}" for one in error.diagnostics]
    for name, problem in (*_typed(work, packages), *_called(work, packages)):
        problems[name].append(problem)
    return Built(problems)


def _built(folder: Path) -> str:
    config = configuration.load(folder / "flaregen.toml")
    made = build(config)
    for file in made.files:
        path = folder / "out" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    remarks = "\n".join(f"{one.code}: {one.message} {one.help}" for one in made.remarks)
    (folder / "remarks.txt").write_text(remarks, encoding="utf-8")
    return config.package


def _typed(work: Path, packages: dict[str, tuple[str, Path]]) -> list[tuple[str, str]]:
    """What mypy says, and names that are Any although their schema has a type."""
    found = [
        (name, f"{alias} is Any")
        for name, (package, folder) in packages.items()
        for path in sorted((folder / "out" / package).glob("*.py"))
        for alias in _ANY.findall(path.read_text("utf-8"))
        if not _flag(folder, "ANY")
    ]
    folders = [str(folder / "out" / package) for package, folder in packages.values()]
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *folders]
    said = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False).stdout
    errors = [line for line in said.splitlines() if ": error:" in line]
    return [*found, *((line.split("/")[0], line) for line in errors)]


def _called(work: Path, packages: dict[str, tuple[str, Path]]) -> list[tuple[str, str]]:
    lines = (json.dumps([name, *map(str, place)]) for name, place in packages.items())
    done = subprocess.run(
        [sys.executable, "-c", _DRIVER],
        cwd=work,
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[Any] = [json.loads(line) for line in done.stdout.splitlines()]
    return [(name, problem) for name, found in answers for problem in found]


@pytest.mark.long
@pytest.mark.skipif(not CASES, reason="the cases (../shared/cases) are not here")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, built: Built) -> None:
    found = built.problems[case.name]
    if case.name in OPEN:
        assert found, f"{case.name} holds now: take it off the list"
        pytest.xfail(OPEN[case.name])
    assert not found
