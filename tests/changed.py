"""Which tests are near to what changed since the branch left main, or since the last commit.

``python tests/changed.py`` prints their paths for pytest, one a line. A module of the generator
is tested by the folder of tests with its package's name, a changed test by itself.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]


def paths_near(changed: Iterable[str], root: Path = ROOT) -> list[str]:
    """Files and folders below ``tests``, sorted; ``changed`` are paths from the root."""
    found = {near for path in changed for near in _near(PurePosixPath(path))}
    return sorted(near for near in found if (root / near).exists())


def _near(path: PurePosixPath) -> Iterator[str]:
    match path.parts:
        case ("generator", "flaregen", package, _, *_):
            yield f"tests/{package}"
        case ("generator", "flaregen", _):
            yield "tests/cli/test_commands.py"
        case ("templates", "runtime", _):
            yield "tests/runtime"
        case ("tests", _, *_) if path.name.startswith("test_"):
            yield str(path)
        case ("docs", *_) if path.name != "decisions.md":
            yield "tests/docs"
        case ("tests", "bad_specs", *_):
            yield "tests/reading/test_bad_specs.py"


def changed_paths(root: Path = ROOT) -> list[str]:
    """What git sees as changed or new since main or, on main itself, since the commit before."""
    base = _git(root, "merge-base", "HEAD", "origin/main") or _git(root, "rev-parse", "HEAD")
    if base == _git(root, "rev-parse", "HEAD"):
        base = _git(root, "rev-parse", "HEAD~1") or base
    changed = _git(root, "diff", "--name-only", base)
    new = _git(root, "ls-files", "--others", "--exclude-standard")
    return [*changed.splitlines(), *new.splitlines()]


def _git(root: Path, *arguments: str) -> str:
    """What git says; nothing where it refuses, as it does where there is no such commit."""
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.stdout.write("\n".join(paths_near(changed_paths())) + "\n")
