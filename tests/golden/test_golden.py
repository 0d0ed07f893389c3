"""Golden tests: the same document gives the same package.

A folder here is a concept: ``spec.yaml`` with what it shows in its first line, perhaps
``names.toml`` and ``operations``, and ``expected/`` with the modules that depend on the
document. ``make golden`` accepts what the generator now writes. That the output also
works is shown by ``tests/golden/test_called.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from flaregen.differences import difference
from tests.support.concepts import CONCEPTS, Concept, schema_dependent


@pytest.mark.parametrize("concept", CONCEPTS, ids=str)
def test_same_output(concept: Concept, accept: bool) -> None:
    expected = concept.folder / "expected"
    wanted = {path.as_posix(): text for path, text in schema_dependent(concept).items()}
    if accept:
        _replace(expected, wanted)
    found = {
        path.relative_to(expected).as_posix() for path in expected.rglob("*") if path.is_file()
    }
    diffs = [
        difference(expected, PurePosixPath(name), wanted.get(name))
        for name in sorted({*found, *wanted})
    ]
    text = "\n".join(diff for diff in diffs if diff)
    assert not text, f"{text}\n\n`make golden` accepts this; look at the diff before you commit it"


def test_every_folder_is_a_concept() -> None:
    folders = {path.name for path in Path(__file__).parent.iterdir() if path.is_dir()}
    assert {concept.name for concept in CONCEPTS} == folders - {"__pycache__"}
    assert len(CONCEPTS) >= 13


@pytest.mark.parametrize(("ci", "status"), [("true", 4), ("", 0)])
def test_ci_accepts_nothing(ci: str, status: int) -> None:
    """``make golden`` is for people: where CI is set, pytest stops before any test."""
    command = [sys.executable, "-m", "pytest", "--accept", "--collect-only", "-q", __file__]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider"],
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stdout
    assert ("goldens are accepted by people, not by CI" in done.stderr) == bool(ci)


def _replace(expected: Path, wanted: dict[str, bytes]) -> None:
    for path in sorted(expected.rglob("*")):
        if path.is_file() and path.relative_to(expected).as_posix() not in wanted:
            path.unlink()
    for name, content in wanted.items():
        path = expected / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
