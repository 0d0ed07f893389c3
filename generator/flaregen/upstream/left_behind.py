"""What an earlier set-up wrote, and names places where nothing is any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from flaregen.upstream.files_there import text_of

_CHECK = "flaregen check --config "
_CHECKED = re.compile(rf"{_CHECK}('[^']+'|[^\s']+)$", re.MULTILINE)


def about_hook(name: str, hooks: str, hook: str) -> str | None:
    """What to do about the hooks of a repository, which are not touched; None where all is well.

    ``hook`` is as it would be written. Those of another project are not the one of this.
    """
    if "flaregen" not in hooks:
        return f"add to {name}:\n\n{hook}"
    lines = (line.strip() for line in hook.splitlines())
    telling = [line for line in lines if line.startswith(("entry: ", "files: "))]
    if _CHECK not in hooks or all(line in hooks for line in telling):
        return None
    return f"add to {name}, or change the hook of this client there:\n\n{hook}"


def about_jobs(root: Path, jobs: Iterable[Path], own: str) -> Iterator[str]:
    """Which jobs are for a configuration that was moved away, and not for that of the project."""
    for path in jobs:
        for found in _CHECKED.finditer(text_of(path) or ""):
            config = found[1].strip("'")
            if config != own and not (root / config).exists():
                name = path.relative_to(root).as_posix()
                yield f"{name} is for {config}, which is not there any more: delete that job"
