"""Setting up a repository that holds a client and follows upstream."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flaregen import __version__, resources
from flaregen.config import FILE_NAME
from flaregen.diagnostic import Diagnostic, DiagnosticError

_STARTER = Path(__file__).with_name("starter")
_PRE_COMMIT = ".pre-commit-config.yaml"


@dataclass(frozen=True, slots=True)
class Setup:
    """What goes into a repository, by path below it, and what to tell its owner.

    ``unchanged`` are those of the files that are there as they are to be. ``advice`` has
    what cannot be written because the file is there and is theirs.
    """

    files: dict[str, bytes]
    unchanged: frozenset[str]
    advice: tuple[str, ...]


def plan(folder: Path, *, package: str, output: str | None, force: bool) -> Setup:
    """Find out what the folder has and decide what it gets; nothing is written.

    Raises DiagnosticError for every file that is there already, unless ``force``.
    """
    directory = output or ("src" if (folder / "src").is_dir() else ".")
    spec = _spec_files()
    words = {
        "PACKAGE": package,
        "DIRECTORY": directory,
        "VERSION": __version__,
        "OVERLAYS": "".join(f'  "{name}",\n' for name in spec if "/overlays/" in name),
        "FILES": re.escape(str(PurePosixPath(directory, package))) + "/",
    }
    job, remark = _job(folder)
    files = {
        FILE_NAME: _filled("flaregen.toml", words),
        **spec,
        job: _filled("gitlab.yml" if "gitlab" in job else "github.yml", words),
    }
    advice = [remark] if remark else []
    hook = _filled("pre-commit.yaml", words)
    if not (folder / _PRE_COMMIT).exists():
        files[_PRE_COMMIT] = hook
    elif "flaregen" not in (folder / _PRE_COMMIT).read_text(encoding="utf-8", errors="replace"):
        advice.append(f"add to {_PRE_COMMIT}:\n\n{hook.decode()}")
    unchanged = frozenset(name for name in files if _is(folder / name, files[name]))
    if not force:
        _require_room(folder, files.keys() - unchanged)
    return Setup(files, unchanged, tuple(advice))


def _spec_files() -> dict[str, bytes]:
    """The pin, the names and the overlays that flaregen ships, to become the project's own."""
    shipped = resources.spec_directory()
    paths = [shipped / "openapi.json", shipped / "names.toml", *shipped.glob("overlays/*.yaml")]
    return {
        f"spec/{path.relative_to(shipped).as_posix()}": path.read_bytes() for path in sorted(paths)
    }


def _filled(name: str, words: dict[str, str]) -> bytes:
    text = (_STARTER / name).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    return text.encode()


def _job(folder: Path) -> tuple[str, str]:
    """Where the job for continuous integration goes, and what remains to be done by hand."""
    github = ".github/workflows/flaregen.yml"
    own = folder / ".gitlab-ci.yml"
    if (folder / ".github").is_dir() or not (own.exists() or "gitlab" in _remote(folder)):
        return github, ""
    if not own.exists():
        return ".gitlab-ci.yml", ""
    included = ".gitlab/flaregen.gitlab-ci.yml"
    if included in own.read_text(encoding="utf-8", errors="replace"):
        return included, ""
    return included, f"add to .gitlab-ci.yml:\n\ninclude:\n  - local: {included}\n"


def _remote(folder: Path) -> str:
    """The address of the repository's origin; empty without git, a repository or an origin."""
    try:
        command = ["git", "-C", str(folder), "remote", "get-url", "origin"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  no shell
    except OSError:
        return ""
    return done.stdout


def _require_room(folder: Path, names: Collection[str]) -> None:
    taken = [name for name in sorted(names) if (folder / name).exists()]
    if taken:
        raise DiagnosticError(
            [
                Diagnostic(
                    code="file-exists",
                    message=f"{folder / name} is there already",
                    help="move it away, or replace it with --force",
                )
                for name in taken
            ]
        )


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
