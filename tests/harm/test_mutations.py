"""Each protection of SECURITY.md is taken out in a copy, and the test that the row names fails.

Three by turns, other ones each day; all of them with FLAREGEN_MUTATIONS=all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.harm.mutations import MUTATIONS, Mutation
from tests.harm.test_security import ROWS
from tests.support.pinned import ROOT

_AT_ONCE = 3
_SECONDS = 600
_LEFT_OUT = shutil.ignore_patterns(
    *(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "dist", "node_modules")
)


def _today() -> list[Mutation]:
    if os.environ.get("FLAREGEN_MUTATIONS") == "all":
        return list(MUTATIONS)
    first = datetime.now(UTC).toordinal() * _AT_ONCE
    return [MUTATIONS[(first + step) % len(MUTATIONS)] for step in range(_AT_ONCE)]


def _named(mutation: Mutation) -> str:
    return f"{mutation.file}-{mutation.test.rpartition('::')[2]}"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutated") / "repository"
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
    return folder


def _status(copy: Path, mutation: Mutation, seconds: float) -> int:
    """pytest's exit status; a test that does not end within ``seconds`` has failed."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "", "-p", "no:cacheprovider"]
    only = ["-k", mutation.only] if mutation.only else []
    try:
        done = subprocess.run(
            [*command, mutation.test, *only],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy / "generator"), "PYTEST_XDIST_WORKER": ""},
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1
    return done.returncode


@pytest.mark.long
@pytest.mark.parametrize("mutation", _today(), ids=_named)
def test_the_named_test_notices(mutation: Mutation, copy: Path) -> None:
    path = copy / mutation.file
    before = path.read_text(encoding="utf-8")
    assert mutation.old in before
    started = time.monotonic()
    status = _status(copy, mutation, _SECONDS)
    assert status in {0, 5}, "it has to pass, or skip, as things are"
    seconds = time.monotonic() - started
    path.write_text(before.replace(mutation.old, mutation.new), encoding="utf-8")
    try:
        # Some protections stop what would not end; no test takes four times as long as usual.
        assert _status(copy, mutation, 10 + 4 * seconds) == 1
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip()[:60])
def test_every_row_has_a_mutation(row: list[str]) -> None:
    own = [one for one in MUTATIONS if row[0].strip().startswith(one.threat)]
    assert own
    assert all(f"`{one.test}`" in row[-1] for one in own)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=_named)
def test_every_mutation_is_of_something(mutation: Mutation) -> None:
    assert mutation.old in (ROOT / mutation.file).read_text(encoding="utf-8")
    assert any(row[0].strip().startswith(mutation.threat) for row in ROWS)
